"""Several packages beside each other: each against the town without, and each against each other."""
