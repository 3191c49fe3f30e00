"""A survey that was really held, read by the same code as simulated ones."""
