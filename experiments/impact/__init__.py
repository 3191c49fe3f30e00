"""The effect of policies: who gains, who loses, what it costs, and how sure that is."""

from __future__ import annotations

from poverty_nodes.experiments.impact.assess import assess
from poverty_nodes.experiments.impact.comparison import Comparison, Headline
from poverty_nodes.experiments.impact.terms import Terms

__all__ = ["Comparison", "Headline", "Terms", "assess"]
