"""From the description of a cluster to agents: households, firms, links between them, and first jobs."""
