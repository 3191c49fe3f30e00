"""Beginnings of one's own: a cluster from nothing or from a survey, and a policy."""
