"""The behavioural numbers of the model: each with value, range, unit, kind and source."""
