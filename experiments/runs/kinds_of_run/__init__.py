"""The kinds of run: each a function from a scenario and a seed to what is kept."""
