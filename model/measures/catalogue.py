"""The measures that a run reports each month: name, what it is, unit and source.

Welfare is household consumption a person a month, in international dollars of 2021; a person is
poor whose welfare is below the line.
"""

from __future__ import annotations

from dataclasses import dataclass

from model.measures.lines import INTERNATIONAL_LINES

LINES = (*INTERNATIONAL_LINES, "national")
"""Names of the poverty lines: those of the World Bank, and the cluster's national one."""

DOLLARS = "international dollars of 2021 a month"
_FGT = "Foster, Greer & Thorbecke 1984"


@dataclass(frozen=True)
class Measure:
    """One measure; without `by_group` it is reported for the whole and for places only."""

    name: str
    title: str
    unit: str
    source: str = "accounts of the model"
    by_group: bool = True


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

UNITS = {each.name: each.unit for each in MEASURES}
"""Unit by name, as a result carries it."""
