"""What a cluster is described by: sections of estimates, their units and ranges, and what must hold between them."""
