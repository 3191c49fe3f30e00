"""The effect of policies: who gains, who loses, what it costs, and how sure that is."""

from __future__ import annotations

from experiments.impact.assess import assess
from experiments.impact.comparison import Comparison, Headline
from experiments.impact.terms import Terms

__all__ = ["Comparison", "Headline", "Terms", "assess"]
