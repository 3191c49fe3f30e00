"""What an analysis costs: rows of the design, runs, base months, minutes and megabytes."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.sensitivities.designs_and_seeds import REPEATED
from poverty_nodes.experiments.sensitivities.method import GIVEN_DATA
from poverty_nodes.experiments.sensitivities.order import Order
from poverty_nodes.experiments.sensitivities.runs import Laboratory
from poverty_nodes.experiments.uncertainty.price import Cost, cost_of_runs


@dataclass(frozen=True)
class SensitivityCost:
    """At least and at most: an analysis that is extended until its ranks hold may stop early."""

    least: Cost
    most: Cost

    def __str__(self) -> str:
        """Say it in a line, or in two where it may be extended."""
        if self.least == self.most:
            return str(self.most)
        return f"at least {self.least}\nat most {self.most}"


def price_of(order: Order) -> SensitivityCost:
    """Count the runs of the design; none is made."""
    solve = Laboratory(order.question, order.factors, Progress(quiet=True)).to_solve()
    inputs = sum(each.kind == "input" for each in order.factors.factors)
    terms = len(order.factors.factors) - inputs
    most = _runs(order, order.most, inputs, terms, order.most)
    # Morris may leave as little as one factor of each kind.
    few = (min(inputs, 1), min(terms, 1)) if order.method == "auto" else (inputs, terms)
    least = _runs(order, order.n, *few, order.n)
    screen = _morris(order.asked.screen, inputs, terms, order) if order.method == "auto" else 0
    costs = [cost_of_runs(order.question, each + screen, solve) for each in (least, most)]
    return SensitivityCost(*costs)


def _runs(order: Order, n: int, inputs: int, terms: int, blocks: int) -> int:
    """Distinct runs: rows with the package, and of those without it the ones in which an input or the seed differs."""
    paired = bool(order.question.policies)
    if order.method in GIVEN_DATA:
        rows = n + min(n, REPEATED)
        return rows * (2 if paired else 1)
    if order.method == "morris":
        return _morris(n, inputs, terms, order)
    with_package = blocks * (inputs + terms + 3)
    return with_package + (blocks * (inputs + 3) if paired else 0)


def _morris(count: int, inputs: int, terms: int, order: Order) -> int:
    with_package = count * (inputs + terms + 2)
    return with_package + (count * (inputs + 2) if order.question.policies else 0)
