"""From a survey of workers and firms to the description of a cluster, with how far the survey carries."""
