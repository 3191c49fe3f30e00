"""People over time: households' budgets, ageing, health, learning and social insurance."""
