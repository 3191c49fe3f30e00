"""Who makes the runs: threads, processes, or a Dask cluster."""
