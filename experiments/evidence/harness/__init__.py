"""How evidence is measured: worlds, observed runs, bands, verdicts, and what could impose a finding."""
