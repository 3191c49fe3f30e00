"""All that a validation can choose from, and what it has chosen."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.trials.trial import Trial


@dataclass(frozen=True)
class Asked:
    """All that could be validated: what an order chooses from."""

    patterns: tuple[Pattern, ...] = ()
    trials: tuple[Trial, ...] = ()
    propositions: tuple[Pattern, ...] = ()

    def chosen(self, order: Order) -> Asked:
        """What an order asks for."""
        patterns = tuple(each for each in self.patterns if each.id in order.patterns)
        trials = tuple(each for each in self.trials if each.id in order.trials)
        return Asked(
            patterns if order.has("patterns") else (),
            trials if order.has("trials") else (),
            self.propositions if order.has("paper") else (),
        )
