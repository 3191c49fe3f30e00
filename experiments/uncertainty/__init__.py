"""What sweeps, draws and sensitivity analyses have in common: many scenarios, a few numbers of each run."""
