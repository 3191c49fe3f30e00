"""Weights that people give: from rankings, best and worst, comparisons in pairs, or points."""
