"""Estimators of an effect from a survey, each a function of what a surveyor has."""
