"""What a town looks like over time in one world: levels by month and group, with no comparison."""
