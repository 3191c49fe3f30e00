"""Programmes at the opening and the close of a month, and what they deliver within it."""
