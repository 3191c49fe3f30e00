"""What the assessment needs to know of a scenario, besides its results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from poverty_nodes.model.measures.lines import (
    DAYS_PER_MONTH,
    NATIONAL,
    PRICE_YEAR,
    PovertyLine,
)

if TYPE_CHECKING:
    from poverty_nodes.scenarios.scenario import Scenario


@dataclass(frozen=True)
class Enacted:
    """A policy of the package: its name, its first month and who pays."""

    name: str
    start: int
    payer: str


@dataclass(frozen=True)
class Happening:
    """A shock of the world: its kind, what happens as it stands after "while", and its first month."""

    name: str
    happens: str
    start: int


@dataclass(frozen=True)
class Terms:
    """The yardsticks of a comparison.

    `line` is the poverty line of P0, P1 and P2; `scale` the share of the real head-count that was simulated;
    `window` how many of the last months the person-level comparison averages. `shocks` strike in both worlds.
    """

    line: PovertyLine
    months: int
    window: int
    scale: float
    policies: tuple[Enacted, ...]
    shocks: tuple[Happening, ...] = ()

    @property
    def first_month(self) -> int | None:
        """The month in which the first policy begins; None without policies."""
        return min((policy.start for policy in self.policies), default=None)

    @classmethod
    def of(cls, scenario: Scenario) -> Terms:
        """Read the terms off the scenario with the policies."""
        return cls(
            line=_line_of(scenario),
            months=scenario.months,
            window=min(scenario.window, scenario.months),
            scale=scenario.scale,
            policies=tuple(
                Enacted(policy.name, policy.start, policy.payer) for policy in scenario.policies
            ),
            shocks=tuple(
                Happening(shock.name, shock.happens, shock.start) for shock in scenario.shocks
            ),
        )


def _line_of(scenario: Scenario) -> PovertyLine:
    if scenario.line != NATIONAL:
        return scenario.poverty_line
    return PovertyLine(scenario.line, scenario.line_monthly() / DAYS_PER_MONTH, PRICE_YEAR)
