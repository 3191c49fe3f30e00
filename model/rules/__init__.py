"""The economics: pure functions of scalars, one topic a file, each with its source and an example."""
