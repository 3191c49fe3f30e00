"""Firms over time: entry and closing, upgrading, buyers' standards and registration."""
