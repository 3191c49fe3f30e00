"""Build the description of a cluster from a survey of workers and firms, and say how far the survey supports it."""
