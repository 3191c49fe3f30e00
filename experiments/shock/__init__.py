"""Who loses by a shock itself, and what policies change of that."""
