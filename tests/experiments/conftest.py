"""Small worlds built by hand, so that every number of an assessment can be worked out on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pytest

from poverty_nodes.experiments.impact.terms import Enacted, Terms
from poverty_nodes.model.measures.groups import group_members
from poverty_nodes.model.measures.lines import INTERNATIONAL_LINES
from poverty_nodes.model.measures.poverty import foster_greer_thorbecke
from poverty_nodes.model.result import RunResult

MEASURES = ("people", "P0", "P1", "P2", "mean_welfare", "earnings", "employment_share")
UNITS = {"people": "persons", "mean_welfare": "dollars a month", "earnings": "dollars a month"}
CODES = ("gender", "skill", "contract", "social_group", "migrant", "tier", "place")
LINE = INTERNATIONAL_LINES["4.20"].monthly


@dataclass(frozen=True)
class World:
    """Makes run results; `people(...)` takes columns, scalars are spread over all persons."""

    months: int = 6

    def terms(self, **changes: object) -> Terms:
        """Terms of a comparison with both policies from month 2 and the $4.20 line."""
        policies = (
            Enacted("micro_credit", 2, "donor"),
            Enacted("labour_standards", 2, "government"),
        )
        line = INTERNATIONAL_LINES["4.20"]
        return replace(Terms(line, self.months, 2, 0.1, policies), **changes)  # type: ignore[arg-type]

    def people(self, welfare: object, **columns: object) -> dict[str, np.ndarray]:
        """Adults with the same welfare at the base and at the end, each a household of its own."""
        final = np.atleast_1d(np.asarray(welfare, dtype=np.float32))
        found: dict[str, object] = {name: 0 for name in CODES}
        found |= {"id": np.arange(final.size), "household": np.arange(final.size), "weight": 10.0}
        found |= {"welfare_base": final, "welfare_final": final, "earnings_base": 100.0}
        found |= {"earnings_final": 100.0, "contract_final": 0, "tier_final": 0}
        found |= self.poverty(final) | columns
        types = {"id": np.int64, "household": np.int32}
        small = {"contract_final", "tier_final", *CODES}
        return {
            name: np.broadcast_to(
                np.asarray(value, dtype=types.get(name, np.int8 if name in small else np.float32)),
                final.shape,
            ).copy()
            for name, value in found.items()
        }

    def poverty(self, welfare: np.ndarray) -> dict[str, np.ndarray]:
        """The poverty of persons who consume the same in each of the last months."""
        gap = np.maximum(0.0, 1 - welfare / LINE)
        columns = {"poor_final": welfare < LINE, "gap_final": gap, "gap_squared_final": gap**2}
        return {name: column.astype(np.float32) for name, column in columns.items()}

    def result(
        self, people: dict[str, np.ndarray], programme: tuple[dict[str, float | str], ...] = ()
    ) -> RunResult:
        """A run whose monthly measures move in a straight line from the base to the final welfare."""
        people = people | self.poverty(people["welfare_final"])
        codes = {name: people[name].astype(np.int64) for name in CODES}
        members = group_members(codes)
        months = np.arange(self.months + 1, dtype=np.int32)
        values = np.full((months.size, len(MEASURES), len(members)), np.nan)
        for month in months:
            share = month / self.months
            welfare = people["welfare_base"] * (1 - share) + people["welfare_final"] * share
            earnings = people["earnings_base"] * (1 - share) + people["earnings_final"] * share
            for group, chosen in enumerate(members.values()):
                if not chosen.any():
                    values[month, 0, group] = 0.0
                    continue
                weight = people["weight"][chosen]
                poverty = [
                    foster_greer_thorbecke(welfare[chosen], weight, LINE, alpha)
                    for alpha in (0.0, 1.0, 2.0)
                ]
                values[month, :, group] = [
                    weight.sum(),
                    *poverty,
                    np.average(welfare[chosen], weights=weight),
                    earnings[chosen].mean(),
                    (people["contract"][chosen] > 0).mean(),
                ]
        return RunResult(months, MEASURES, tuple(members), values, people, programme, 0.0, UNITS)

    def pair(
        self, without: object, enacted: object, **columns: object
    ) -> tuple[RunResult, RunResult]:
        """The same persons without and with, base welfare being that of the world without."""
        first = self.people(without, **columns)
        second = {name: column.copy() for name, column in first.items()}
        second["welfare_final"] = np.asarray(enacted, dtype=np.float32)
        return self.result(first), self.result(second)

    def town(
        self, seed: int, adults: int = 400, effect: float = 1.0
    ) -> tuple[RunResult, RunResult]:
        """A made-up town of many adults: home workers gain most, casual workers lose a little."""
        draw = np.random.default_rng(seed)
        female = draw.random(adults) < 0.5
        contract = np.where(
            draw.random(adults) < 0.45,
            0,
            draw.choice([1, 2, 3, 4], adults, p=[0.35, 0.35, 0.15, 0.15]),
        )
        contract = np.where(female & (contract == 2), 3, contract)
        tier = np.where(contract == 0, 0, draw.choice([1, 2, 3], adults, p=[0.3, 0.55, 0.15]))
        skill = draw.random(adults) < 0.3
        level = np.array([95, 190, 120, 80, 240])[contract] * np.where(skill, 1.3, 1.0)
        base = level * np.exp(draw.normal(0, 0.5, adults))
        without = base * np.exp(draw.normal(0, 0.1, adults))
        gain = np.array([0.01, 0.015, -0.03, 0.16, 0.005])[contract]
        touched = draw.random(adults) < 0.7
        change = effect * (gain + draw.normal(0, 0.02, adults)) * touched
        columns = {
            "id": np.arange(adults),
            "household": np.arange(adults) // 2,
            "weight": 25.0,
            "welfare_base": base,
            "gender": female,
            "skill": skill,
            "contract": contract,
            "tier": tier,
            "social_group": draw.random(adults) < 0.12,
            "migrant": draw.random(adults) < 0.2,
            "place": draw.random(adults) < 0.2,
            "earnings_base": base * 2,
            "earnings_final": without * 2,
        }
        first = self.people(without, **columns)
        second = {name: column.copy() for name, column in first.items()}
        in_cluster = first["place"] == 0
        second["welfare_final"] = (without * (1 + change * in_cluster)).astype(np.float32)
        second["earnings_final"] = (2 * without * (1 + 1.2 * change * in_cluster)).astype(
            np.float32
        )
        return self.result(first), self.result(second, self.programme(seed))

    def programme(self, seed: int) -> tuple[dict[str, float | str], ...]:
        """What both policies spend and reach, a little different in each seed."""
        wobble = 1 + 0.02 * (seed % 5)
        credit = {"policy": "micro_credit", "payer": "donor", "spent": 90_000 * wobble}
        credit |= {"spent_firms": 40_000.0, "spent_households": 0.0, "repaid": 310_000 * wobble}
        credit |= {"defaulted": 9_000.0, "eligible": 1_900.0, "reached": 380 * wobble}
        credit |= {"reached_nonpoor": 290 * wobble, "poor_eligible": 420.0, "poor_unreached": 335.0}
        standards = {"policy": "labour_standards", "payer": "government", "spent": 260_000.0}
        standards |= {"spent_firms": 1_450_000 * wobble, "spent_households": 0.0, "repaid": 0.0}
        standards |= {"defaulted": 0.0, "eligible": 2_000.0, "reached": 850 * wobble}
        standards |= {"reached_nonpoor": 520.0, "poor_eligible": 610.0, "poor_unreached": 280.0}
        return tuple(row | {"first_month": 2.0} for row in (credit, standards))


@pytest.fixture(scope="session")
def world() -> World:
    """A maker of small worlds of six months."""
    return World()


@pytest.fixture(scope="session")
def towns(world: World) -> Callable[..., list[tuple[int, RunResult, RunResult]]]:
    """Pairs of a made-up town for some seeds."""

    def make(
        seeds: int = 4, adults: int = 400, effect: float = 1.0
    ) -> list[tuple[int, RunResult, RunResult]]:
        return [(seed, *world.town(seed, adults, effect)) for seed in range(1, seeds + 1)]

    return make
