"""The measures that a run reports each month: name, what it is, unit and source.

Welfare is household consumption a person a month, in international dollars of 2021; a person is
poor whose welfare is below the line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from poverty_nodes.model.measures.lines import INTERNATIONAL_LINES
from poverty_nodes.model.registry import Registry

if TYPE_CHECKING:
    import numpy as np  # a tenth of a second: the command does without
    from numpy.typing import NDArray

    from poverty_nodes.model.state import State

LINES = (*INTERNATIONAL_LINES, "national")
"""Names of the poverty lines: those of the World Bank, and the cluster's national one."""

DOLLARS = "international dollars of 2021 a month"
_FGT = "Foster, Greer & Thorbecke 1984"


@dataclass(frozen=True)
class Measure:
    """One measure; without `by_group` it is reported for the whole and for places only.

    A measure of a package has a function `of` that is called each month with the state. It returns a number for each
    adult (workers,), whose mean over persons is reported by group (NaN is left out), or without `by_group` one for each
    place (places,).
    """

    name: str
    title: str
    unit: str
    source: str = "accounts of the model"
    by_group: bool = True
    of: Callable[[State], NDArray[np.float64]] | None = None
    less_is_better: bool = False


_BY_GROUP = (
    Measure("people", "persons, at the real scale", "persons"),
    Measure("P0", "headcount: share of people below the question's line", "share", _FGT),
    Measure("P1", "poverty gap: mean shortfall of all, as a share of the line", "share", _FGT),
    Measure("P2", "squared poverty gap: large shortfalls weigh more", "share", _FGT),
    Measure("watts", "Watts index: mean log shortfall", "log points", "Watts 1968"),
    Measure("mean_welfare", "mean consumption a person", DOLLARS),
    Measure("earnings", "mean earnings of an adult", DOLLARS),
    Measure("employment_share", "share of adults who work in the sector", "share"),
    *(Measure(f"P0_at_{line}", f"headcount at the line {line}", "share", _FGT) for line in LINES),
)
_AS_A_WHOLE = (
    Measure("sen", "Sen index: gap and inequality among the poor", "index", "Sen 1976"),
    Measure("sst", "Sen-Shorrocks-Thon index", "index", "Shorrocks 1995"),
    Measure("gini", "Gini of consumption", "index", "Gini 1912"),
    Measure("theil", "Theil T of consumption", "index", "Theil 1967"),
    Measure("palma", "top tenth's share over the lowest four tenths'", "ratio", "Palma 2011"),
    Measure("firms", "firms at work, at the real scale", "firms"),
    Measure("employment", "workers in the sector, at the real scale", "persons"),
    Measure("value_added", "sales less bought inputs", DOLLARS),
    Measure("exports", "sales abroad", DOLLARS),
    Measure("mean_wage", "mean pay of a worker", DOLLARS),
    Measure("output_per_worker", "value added a worker", DOLLARS),
    Measure("services", "spending on local services", DOLLARS),
)

MEASURES = _BY_GROUP + tuple(
    Measure(each.name, each.title, each.unit, each.source, by_group=False) for each in _AS_A_WHOLE
)
"""All measures, in the order of the tables."""


def _faults(name: str, found: object) -> list[str]:
    if not isinstance(found, Measure):
        return ["it is no model.measures.catalogue.Measure"]
    faults = [f"it has the name '{found.name}'"] if found.name != name else []
    faults += [f"the model has a measure '{name}' already"] if name in BUILT_IN else []
    faults += [] if callable(found.of) else ["its `of` is no function of a state"]
    return faults + [
        f"its {each} is empty" for each in ("title", "unit") if not getattr(found, each)
    ]


BUILT_IN = {each.name: each for each in MEASURES}

INSTALLED: Registry[Measure] = Registry("poverty_nodes.measures", "measure", {}, _faults)
"""Measures of installed packages: each run records them beside `MEASURES`."""


def measures() -> dict[str, Measure]:
    """All measures by name, in the order of the tables; OutsideError if one of a package cannot be used."""
    return BUILT_IN | {name: INSTALLED[name] for name in INSTALLED}


UNITS = {each.name: each.unit for each in MEASURES}
"""Unit by name, as a result carries it."""
