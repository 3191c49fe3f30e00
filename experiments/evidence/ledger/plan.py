"""An upper bound of what a validation will need: its runs in their order, base months to be solved, and memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from poverty_nodes.experiments.evidence.artefacts.audit import audit
from poverty_nodes.experiments.evidence.harness.dry_laboratory import DryLaboratory
from poverty_nodes.experiments.evidence.harness.laboratory import KEPT, Laboratory
from poverty_nodes.experiments.evidence.harness.measuring import BATCH, measure
from poverty_nodes.experiments.evidence.harness.moments import measure_all
from poverty_nodes.experiments.evidence.harness.observed_run import scenario_of
from poverty_nodes.experiments.evidence.harness.pattern import Pattern
from poverty_nodes.experiments.evidence.harness.stationarity import Quiet
from poverty_nodes.experiments.evidence.harness.world import NotTestableError, World
from poverty_nodes.experiments.evidence.ledger.asked import Asked
from poverty_nodes.experiments.evidence.ledger.order import Order
from poverty_nodes.experiments.evidence.ledger.series import Point, points
from poverty_nodes.experiments.evidence.propositions.inertness import named_measures
from poverty_nodes.experiments.question.memory import economy, of_small_economies, shortage
from poverty_nodes.scenarios.errors import QuestionError


@dataclass(frozen=True)
class Plan:
    """What a dry laboratory was asked for; `ahead` is how many runs are left after each pattern, in their order."""

    dry: DryLaboratory
    ahead: tuple[int, ...]

    def refuse_without_memory(self) -> None:
        """Raise QuestionError if the runs that are kept at once do not fit into memory."""
        agents = self.dry.agents
        scenarios = [scenario_of(world, agents) for world in {each for each, _ in self.dry.lived}]
        economies = (economy(each.cluster, each.scale) for each in scenarios)
        needed = of_small_economies(economies, self.dry.workers, KEPT * BATCH)
        problem = shortage("workers", "the lives of these experiments", needed, "workers=1")
        if problem:
            raise QuestionError([problem])


SOLVING = 30.0
"""What solving a base month takes, in years of 5,000 workers."""


def cheapest_first(asked: Asked, laboratory: Laboratory) -> Asked:
    """Return the same with patterns and propositions sorted by their number of runs, so that results appear soon."""

    def cost(pattern: Pattern) -> float:
        dry = DryLaboratory.of(laboratory)
        measure(pattern, dry)
        return sum(_years(*each) for each in dry.lived) + SOLVING * len(dry.unsolved)

    def _years(world: World, _: int) -> float:
        scenario = scenario_of(world, laboratory.agents)
        return scenario.scale * scenario.cluster.workers.total.value * world.months / 60_000

    def sorted_(patterns: Sequence[Pattern]) -> tuple[Pattern, ...]:
        return tuple(sorted(patterns, key=cost))

    return replace(
        asked, patterns=sorted_(asked.patterns), propositions=sorted_(asked.propositions)
    )


def plan_of(order: Order, asked: Asked, laboratory: Laboratory) -> Plan:
    """Ask for all of an order in a dry laboratory, as if every pattern were reproduced at first."""
    dry = DryLaboratory.of(laboratory)
    after = []
    for pattern in asked.patterns:
        _ask(pattern, dry, bool(order.quick))
        after.append(len(dry.lived))
    series_of(asked.patterns, dry)
    for proposition in asked.propositions:
        _ask(proposition, dry, bool(order.quick))
        after.append(len(dry.lived))
    for name, measure_of in named_measures() if order.has("paper") else ():
        dry.values(name, measure_of)
    for trial in asked.trials:
        for effect in trial.effects:
            dry.values(f"{trial.id} {effect.name}", effect.measure, effect.together)
    if "moments" in order.parts:
        measure_all(dry, lambda: None)
    if order.has("artefacts"):
        tuple(audit((), dry))
    for cluster in order.clusters if "quiet" in order.parts else ():
        quiet = Quiet(cluster)
        dry.values(quiet.name(dry.agents), quiet)
    return Plan(dry, tuple(len(dry.lived) - each for each in after))


def _ask(pattern: Pattern, dry: DryLaboratory, look: bool) -> None:
    """A pattern, and what is asked of one that is reproduced, unless it is a `look`."""
    measure(pattern, dry)
    if look:
        return
    later = replace(dry, unsolved={})
    for reach in pattern.over:
        for end in reach.ends():
            measure(pattern, later.at(end))
    if pattern.ablation.takes_away:
        measure(pattern, later.ablated(pattern.ablation))


def series_of(chosen: Sequence[Pattern], laboratory: Laboratory) -> tuple[Point, ...]:
    """The series of Torreon when its pattern is in the ledger."""
    if not any(each.id == "p01" for each in chosen):
        return ()
    try:
        return points(laboratory)
    except NotTestableError:
        return ()
