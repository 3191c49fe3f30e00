"""(i) Advanced clusters that grew from poor ones create most jobs: the model has no life cycle to say so."""

from __future__ import annotations

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.read_pattern import pattern
from poverty_nodes.experiments.evidence.harness.world import NotTestableError
from poverty_nodes.experiments.evidence.propositions.gains import Values


def says_nothing(laboratory: Laboratory) -> Values:
    """Refuses: nothing in the model leads from one phase to the next."""
    raise NotTestableError(
        "The model says nothing: the phase of a cluster is a label of its description, and no rule leads from an "
        "incipient cluster to an advanced one."
    )


PROPOSITION = pattern("propositions/i", (says_nothing,))
