"""The tables of one world: the town and each group at the base month and at the end, and what policies spend."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from poverty_nodes.experiments.impact.interval import Spread
from poverty_nodes.experiments.one_world.town import BASE, END, OF_THE_TOWN, Town
from poverty_nodes.experiments.report.labels import (
    capital,
    dimension_label,
    group_label,
    months_at_end,
    policy_label,
)
from poverty_nodes.experiments.report.numbers import NONE, count, decimals, money, number
from poverty_nodes.experiments.report.table import Row, Table, then
from poverty_nodes.model.measures.catalogue import measures
from poverty_nodes.model.measures.crossing import dimension_of

Write = Callable[[float], str]


def town_table(town: Town) -> Table:
    """A row a measure of the whole town: its level at the base month and at the end, with intervals."""
    rows = []
    for name in OF_THE_TOWN:
        measure = measures()[name]
        write, unit = _written(measure.unit)
        what = measure.title.partition(":")[0].partition(", at the real")[0]
        cells = tuple(_told(town.level(when, name), write) for when in (BASE, END))
        rows.append(Row(capital(f"{'poverty ' if name == 'P0' else ''}{what}{unit}"), cells))
    heads = ("", "Base month (95 %)", f"{capital(months_at_end(town.terms))} (95 %)")
    return Table("The whole town", heads, tuple(rows))


def _written(unit: str) -> tuple[Write, str]:
    """How a value of a unit is written, and the unit behind the name of its measure."""
    if unit == "share":
        return _share, ", %"
    if unit.startswith("international dollars"):
        return money, ", a month"
    if unit in ("persons", "firms"):
        return count, ""
    return lambda value: number(value, 3), ""


def _share(value: float) -> str:
    """A share in per cent; an interval that goes below none ends at none."""
    shown = max(100 * value, 0.0) if math.isfinite(value) else value
    return number(shown, min(2, decimals(shown)))


def groups_table(town: Town, dimensions: Sequence[str]) -> Table:
    """A row a group: persons, headcount, consumption and earnings at the base month and at the end."""
    end = months_at_end(town.terms)
    heads = (
        *("Group", "Persons, base", f"{capital(end)}", "Headcount, %, base"),
        *(f"{capital(end)} (95 %)", "Consumption, $ a month, base", f"{capital(end)} (95 %)"),
        *("Earnings, $ a month, base", f"{capital(end)} (95 %)"),
    )
    rows = [_group(town, "all")]
    for dimension in dimensions:
        chosen = [each for each in town.outcomes.groups if dimension_of(each) == dimension]
        if chosen:
            rows.append(Row(dimension_label(dimension), tone="section"))
        rows += [_group(town, each) for each in chosen]
    return Table("Groups, by whoever belongs to them in a month", heads, tuple(rows))


def _group(town: Town, group: str) -> Row:
    people = [count(float(town.level(when, "people", group).mean)) for when in (BASE, END)]
    if group != "all" and town.is_thin(group):
        return Row(group_label(group), (*people, "too few", *(NONE,) * 5), "thin")
    cells = list(people)
    for measure, write in (("P0", _share), ("mean_welfare", money), ("earnings", money)):
        base, end = (town.level(when, measure, group) for when in (BASE, END))
        cells += [write(float(base.mean)), _told(end, write)]
    return Row(group_label(group), tuple(cells))


def _told(found: Spread, write: Write) -> str:
    value, low, high = float(found.mean), float(found.low), float(found.high)
    if not math.isfinite(value):
        return NONE
    return (
        then(write(value), f"{write(low)} to {write(high)}") if math.isfinite(low) else write(value)
    )


def spending_table(town: Town) -> Table:
    """A row a policy: what is spent and borne over the whole run, and whom it reaches."""
    heads = (
        *("Policy", "Programme spends (95 %)", "Firms bear", "Households bear"),
        *("Reached of eligible", "Reached but not poor"),
    )
    rows = []
    for name, found in town.spending.items():
        reached, eligible = (float(found[key].mean) for key in ("reached", "eligible"))
        nonpoor = float(found["reached_nonpoor"].mean)
        cells = (
            _told(found["spent"], money),
            *(money(float(found[key].mean)) for key in ("spent_firms", "spent_households")),
            f"{count(reached)} of {count(eligible)}",
            f"{number(100 * nonpoor / reached, 0)} %" if reached else NONE,
        )
        rows.append(Row(capital(policy_label(name)), cells))
    return Table(
        "What the policies spend over the whole run, and whom they reach", heads, tuple(rows)
    )
