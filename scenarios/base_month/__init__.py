"""The base month: solved so that it stands still, and the population that lives in it."""
