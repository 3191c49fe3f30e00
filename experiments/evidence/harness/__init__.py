"""How evidence is measured: worlds, observed runs, bands, verdicts and ablations."""
