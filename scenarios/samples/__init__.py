"""A survey to try things on: drawn from a simulated town, so that the truth behind it is known."""
