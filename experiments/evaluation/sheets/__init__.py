"""A survey of a simulated cluster's firms and workers, in the files that `new cluster --from` reads."""
