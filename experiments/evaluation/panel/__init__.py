"""Persons at the months of a study, in both worlds of a seed, and what the programme truly did to them."""
