"""The table of kinds of values: a key of a question and two values of it, both of which `check` accepts.

A kind that is added here is carried to the end of every verb. A dress is a handful of kinds that go together in one
question, so that a question has many of them and few have to be asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from poverty_nodes.experiments.question.grammar import literal


@dataclass(frozen=True)
class Kind:
    """A key with two values; `is_term` if it is a term of a policy, and so may be a factor."""

    key: str
    first: object
    second: object

    @property
    def is_term(self) -> bool:
        """Whether it is a term of a policy."""
        return self.key.startswith("policy.")

    def fixed(self, number: int = 0) -> str:
        """The setting with one of the two values."""
        return f"{self.key}={literal((self.first, self.second)[number])}"

    def swept(self) -> str:
        """The setting with both."""
        return f"{self.key}={literal(self.first)},{literal(self.second)}"


CREDIT, STANDARDS, CASH = "policy.micro_credit", "policy.labour_standards", "policy.cash_transfer"
PACKAGE = ("policy=[micro_credit,labour_standards,cash_transfer]",)
STARTED = (f"{CREDIT}.start=1", f"{STANDARDS}.start=1", f"{CASH}.start=1")

KINDS = {
    "a share": Kind(f"{CREDIT}.take_up", 0.3, 1),
    "a whole number": Kind(f"{CREDIT}.months", 6, 24),
    "an amount": Kind(f"{CREDIT}.amount", 250.5, 1000),
    "a path over time": Kind(f"{STANDARDS}.wage_floor", {1: 1.0, 2: 1.1}, {1: 1.2}),
    "a path or a number": Kind(f"{CREDIT}.leakage", {1: 0.0, 2: 0.5}, 0.1),
    "a choice": Kind(f"{STANDARDS}.payer", "government", "buyers"),
    "a choice or nothing": Kind(f"{CREDIT}.target.gender", "female", None),
    "true or false": Kind(f"{CREDIT}.target.formal", True, False),
    "a number or nothing": Kind(f"{CASH}.budget", 20_000, None),
    "a list of conditions": Kind(
        f"{CASH}.target.any",
        [{"field": "worker.gender", "equals": "female"}, {"field": "worker.age", "below": 25}],
        None,
    ),
    "an end": Kind(f"{CREDIT}.end", 1, None),
    "a ramp": Kind(f"{STANDARDS}.ramp", 2, 0),
    "a capacity": Kind(f"{CASH}.capacity", 10, 0),
    "a size of a shock": Kind("shock.wet.capital_lost", 0.1, 0.2),
    "an input": Kind("inputs.workers.casual_ratio", 0.65, 0.7),
    "a parameter of the model": Kind("inputs.parameters.demand_elasticity", 3.0, 4),
    "a line": Kind("line", "3.00", "national"),
    "a chain": Kind("chain", "captive", None),
    "a horizon": Kind("months", 2, 1),
    "a window": Kind("window", 1, 2),
}
"""What stands in a question, by what it is."""

SHOCK = (
    *("shock=[wet]", "shock.wet.kind=flood", "shock.wet.start=1", "shock.wet.work_lost=0.5"),
    "shock.wet.capital_lost=0.05",
)
DRESSES: dict[str, tuple[str, ...]] = {
    "terms": ("a share", "a whole number", "an amount", "a path over time", "a choice"),
    "targets": (
        "a choice or nothing",
        "true or false",
        "a list of conditions",
        "a path or a number",
    ),
    "limits": ("an end", "a ramp", "a capacity", "a number or nothing"),
    "world": ("a size of a shock", "an input", "a parameter of the model", "a line", "a window"),
    "chains": ("a chain", "a horizon"),
}
"""Kinds that are asked about together."""


def question(dress: str) -> list[str]:
    """What a question of this dress has besides its kinds."""
    shock = (
        SHOCK[:-1] if any(KINDS[each].key.startswith("shock.") for each in DRESSES[dress]) else ()
    )
    return [*PACKAGE, *STARTED, *shock]
