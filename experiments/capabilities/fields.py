"""What the model knows of a person that a deprivation can be read off: the fields that an indicator may name.

Money and flows are means over the question's last months (`window`); states are those of the last month. At the base
both are those of month 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.population.codes import (
    CASUAL,
    CONTRACT,
    HOMEWORK,
    OWNER,
    REGULAR,
    SKILL,
    SKILLED_REGULAR,
)
from poverty_nodes.model.population.standing import contracts_of
from poverty_nodes.model.state import State

Numbers = NDArray[np.float64]
Read = Callable[[State], Numbers]


@dataclass(frozen=True)
class Kept:
    """A column that a run keeps: of each adult (workers,), as a mean over the last months or as of the last."""

    read: Read
    is_mean: bool


@dataclass(frozen=True)
class Field:
    """What an indicator may name: a number of each adult made of columns that a run keeps, or one of `labels`."""

    meaning: str
    unit: str
    of: tuple[str, ...]
    make: Callable[[Mapping[str, Numbers]], Numbers]
    labels: tuple[str, ...] = ()


def _household(state: State, values: NDArray[Any]) -> Numbers:
    return np.asarray(values, dtype=np.float64)[state.workers["household"]]


def _added(state: State, of_adults: Numbers) -> Numbers:
    """The sum over the adults of each person's household."""
    total = np.bincount(state.workers["household"], of_adults, len(state.households))
    return _household(state, total)


def _consumption(state: State) -> Numbers:
    return _household(state, state.households["consumption"] / state.households["size"])


def _illness_cost(state: State) -> Numbers:
    """Medical costs and pay lost to illness that nobody bears but the household, a person."""
    w, h = state.workers, state.households[state.workers["household"]]
    medical = w["medical"] * (1 - np.maximum(h["insured_medical"], w["covered_medical"]))
    is_off = (w["sick"] > 0) & (w["post"] > 0)
    lost = is_off * w["missed"] * (1 - np.maximum(h["insured_sick"], w["covered_sick"]))
    return _added(state, medical + lost) / h["size"]


def _insured(state: State) -> Numbers:
    """1 for a person who is insured by a programme, or holds a post on which contributions are due and enforced."""
    w, h = state.workers, state.households[state.workers["household"]]
    of_programme = sum(h[name] for name in ("insured_medical", "insured_sick", "insured_job"))
    of_programme = of_programme + w["covered_medical"] + w["covered_sick"] + w["piece_contribution"]
    firm = state.firms[np.maximum(w["employer"], 0)]
    rule = state.instruments[w["place"]]
    is_regular = np.isin(w["post"], (SKILLED_REGULAR, REGULAR))
    is_bound = is_regular | ((w["post"] == CASUAL) & (rule["casual_covered"] > 0))
    is_bound |= (w["post"] == HOMEWORK) & (rule["homework_covered"] > 0)
    is_hired = (w["employer"] >= 0) & (w["post"] > 0) & (w["post"] < OWNER)
    enforced = is_bound & (firm["monitored"] > 0) & (rule["contribution"] > 0)
    registered = is_regular & (firm["formal"] > 0)
    return ((of_programme > 0) | (is_hired & (enforced | registered))).astype(np.float64)


def _held_by_care(state: State) -> Numbers:
    w = state.workers
    held = (w["care"] > 0) & (w["post"] == 0) & (w["care_relief"] < 1)
    return (_added(state, held.astype(np.float64)) > 0).astype(np.float64)


def _regular_earners(state: State) -> Numbers:
    return _added(state, np.isin(state.workers["post"], (SKILLED_REGULAR, REGULAR)).astype(float))


def _of_employer(name: str) -> Read:
    """A field of the firm that a person works in or owns; 0 without one, so that losing work is no gain."""

    def read(state: State) -> Numbers:
        w = state.workers
        return np.where(w["employer"] >= 0, state.firms[name][np.maximum(w["employer"], 0)], 0.0)

    return read


def _size(state: State) -> Numbers:
    return _household(state, state.households["size"] / state.households["adults"])


KEPT: Mapping[str, Kept] = {
    "consumption": Kept(_consumption, True),
    "earnings": Kept(lambda state: state.workers["earnings"].copy(), True),
    "illness_cost": Kept(_illness_cost, True),
    "dependants": Kept(_size, False),
    "savings": Kept(lambda s: _household(s, s.households["savings"] / s.households["size"]), False),
    "contract": Kept(lambda s: contracts_of(s.workers).astype(float), False),
    "tenure": Kept(lambda state: state.workers["tenure"].astype(float), False),
    "skill": Kept(lambda state: state.workers["skill"].astype(float), False),
    "insured": Kept(_insured, False),
    "held_by_care": Kept(_held_by_care, False),
    "regular_earners": Kept(_regular_earners, False),
    "employer_standard": Kept(_of_employer("standard"), False),
    "employer_voice": Kept(_of_employer("voice"), False),
}
"""What a run can keep, by name."""


def _plain(name: str, meaning: str, unit: str, labels: tuple[str, ...] = ()) -> Field:
    return Field(meaning, unit, (name,), lambda kept: kept[name], labels)


def _over(above: str, under: str) -> Callable[[Mapping[str, Numbers]], Numbers]:
    return lambda kept: kept[above] / np.maximum(kept[under], 1e-9)


FIELDS: Mapping[str, Field] = {
    "consumption": _plain("consumption", "what the household consumes, a person", "dollars a month"),
    "earnings": _plain("earnings", "what the adult earns, in the trade or outside", "dollars a month"),
    "earnings_a_dependant": Field(
        "what the adult earns, over herself and her part of those in the household who do not work",
        "dollars a person a month",
        ("earnings", "dependants"),
        _over("earnings", "dependants"),
    ),
    "illness_burden": Field(
        "medical costs and lost pay that the household bears itself, over what it consumes",
        "share",
        ("illness_cost", "consumption"),
        _over("illness_cost", "consumption"),
    ),
    "savings_months": Field(
        "savings of the household over what it consumes in a month",
        "months",
        ("savings", "consumption"),
        _over("savings", "consumption"),
    ),
    "contract": _plain("contract", "the contract of the post in the trade", "one of", CONTRACT),
    "tenure": _plain("tenure", "months in the present post in the trade, 0 without one", "months"),
    "skill": _plain("skill", "whether the adult knows the trade", "one of", SKILL),
    "insured": _plain(
        "insured",
        "1 if a programme insures the adult, a standard makes an employer contribute, or the post is regular "
        "in a registered firm",
        "0 or 1",
    ),
    "held_by_care": _plain(
        "held_by_care",
        "1 if an adult of the household without a post in the trade is kept near home by care that nobody relieves",
        "0 or 1",
    ),
    "regular_earners": _plain(
        "regular_earners", "adults of the household with a regular post in the trade", "persons"
    ),
    "employer_standard": _plain(
        "employer_standard", "how far the firm meets labour and safety standards; 0 without a firm",
        "0 to 1",
    ),
    "employer_voice": _plain(
        "employer_voice",
        "what the firm's organised workers win of the pay that it holds back; 0 without a firm",
        "share",
    ),
}  # fmt: skip
"""What an indicator may name."""


def kept_of(names: set[str] | frozenset[str]) -> tuple[str, ...]:
    """The columns that a run has to keep for these fields, in the order of `KEPT`."""
    needed = {column for name in names for column in FIELDS[name].of}
    return tuple(name for name in KEPT if name in needed)
