"""The tables of docs/model/ about evidence: the patterns that the model is held against, and its sources."""

from __future__ import annotations

from docs.citations import cited_by_the_model
from docs.tables import table
from poverty_nodes.experiments.evidence.patterns import PATTERNS
from poverty_nodes.scenarios.sources.bibliography import project_sources


def patterns() -> str:
    """Each pattern with what was published and what could impose it."""
    rows = (
        (
            each.id,
            each.title,
            "; ".join(dict.fromkeys(statistic.published for statistic in each.statistics)),
            each.ablation.reason,
        )
        for each in PATTERNS
    )
    return table(("", "pattern", "published", "what could impose it"), rows)


def sources() -> str:
    """The works that rules and parameters name, with what of them was read."""
    known = project_sources()
    rows = (
        (f"`{key}`", known[key].cite(), known[key].note, ", ".join(where))
        for key, where in cited_by_the_model(known).items()
    )
    return table(("key", "work", "how far it was read", "named in"), rows)
