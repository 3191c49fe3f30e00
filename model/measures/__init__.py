"""Measures of a population: poverty, inequality, growth incidence, transitions, by group."""
