"""The tables of a page with packages beside each other: cost beside effect, each against each other, by group."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.cost import NO_REDUCTION
from poverty_nodes.experiments.impact.interval import Spread, ends_words
from poverty_nodes.experiments.question.packages import BASELINE
from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.report.crossed_labels import crossed_dimensions
from poverty_nodes.experiments.report.labels import dimension_label, group_label, months_at_end
from poverty_nodes.experiments.report.numbers import (
    NONE,
    count,
    decimals,
    interval,
    money,
    per_cent,
    signed,
)
from poverty_nodes.experiments.report.table import Row, Table, then, with_interval
from poverty_nodes.experiments.report.verdicts import verdict
from poverty_nodes.experiments.side_by_side.draws import OverDraws
from poverty_nodes.experiments.side_by_side.side_by_side import Pair, SideBySide
from poverty_nodes.experiments.side_by_side.table import at_end
from poverty_nodes.experiments.side_by_side.terms import called
from poverty_nodes.experiments.uncertainty.words import figure, title, unit_words

_PLAIN = ("all", "decile", "gender", "skill", "contract", "social_group", "migrant", "tier")


def beside_table(found: SideBySide, pairs: Sequence[Pair], caption: str) -> Table:
    """A column a pair of worlds: who gains and loses, the end, all months, and beside the effects what they cost."""
    columns = [_column(found, pair) for pair in pairs]
    rows: list[Row] = []
    for section in columns[0]:
        rows.append(Row(section, tone="section"))
        for what in columns[0][section]:
            rows.append(Row(what, tuple(each[section][what] for each in columns)))
    heads = ("", *(_head(pair) for pair in pairs))
    return Table(caption, heads, tuple(rows))


def _head(pair: Pair) -> str:
    name, against = pair
    return f"{called(name)} against {'none' if against == BASELINE else called(against)}"


def _column(found: SideBySide, pair: Pair) -> dict[str, dict[str, str]]:
    """All that the table tells of one pair, by section and row."""
    comparison = found.comparisons[pair]
    everybody, money_of = comparison.winners.iloc[0], comparison.cost.iloc[-1]
    lose, gain = (
        ("expected to lose", "expected to gain")
        if comparison.lives > 1
        else ("end lower, luck included", "end higher, luck included")
    )
    return {
        f"Persons, in {months_at_end(found.terms)}": {
            lose: per_cent(everybody["losing"]),
            gain: per_cent(everybody["gaining"]),
        },
        f"Change in {months_at_end(found.terms)} (95 %)": {
            "headcount, points": with_interval(
                everybody, "P0_change", "P0_change_low", "P0_change_high"
            ),
            "consumption a person, $ a month": with_interval(
                everybody, "mean_change", "low", "high"
            ),
            "jobs": _told(at_end(comparison, "employment"), whole=True),
            "pay of a worker, $ a month": _told(at_end(comparison, "mean_wage")),
            "headcount, in words": verdict_on_poverty(comparison, pair[1] == BASELINE),
        },
        f"Change over all {found.terms.months} months (95 %)": {
            "poverty gap closed": _sum(money_of, "gap_closed"),
            "consumption gained": _sum(money_of, "consumption_gained"),
        },
        f"Cost over all {found.terms.months} months": _costs(found, pair),
    }


def _sum(row: pd.Series, name: str) -> str:
    """A sum with its interval, which one seed does not have."""
    if row[f"{name}_low"] != row[f"{name}_low"]:
        return money(row[name])
    return then(money(row[name]), f"{money(row[f'{name}_low'])} to {money(row[f'{name}_high'])}")


def _costs(found: SideBySide, pair: Pair) -> dict[str, str]:
    """What a package costs, or how much more than the other; who bears it, and the price of a household lifted."""
    name, against = pair
    mine = found.alone[name].cost.iloc[-1]
    names = {"spent": "programme", "spent_firms": "firms", "spent_households": "households"}
    if against != BASELINE:
        other = found.alone[against].cost.iloc[-1]
        told = {f"{who} bear": _more(mine[key] - other[key]) for key, who in names.items()}
        return _spends(told) | {_PRICE: NONE}
    price, known = "no reduction told from luck", mine[_LIFTED] == mine[_LIFTED]
    if mine["households_lifted_verdict"] != NO_REDUCTION and known:
        price = _sum(mine, _LIFTED)
    told = {f"{who} bear": money(mine[key]) for key, who in names.items()}
    return _spends(told) | {_PRICE: price}


_LIFTED = "cost_per_household_lifted"
_PRICE = "programme cost of a household lifted out (95 %)"


def _spends(told: dict[str, str]) -> dict[str, str]:
    return {key.replace("programme bear", "programme spends"): each for key, each in told.items()}


def _more(value: float) -> str:
    if not value:
        return "the same"
    return f"{money(abs(value))} {'more' if value > 0 else 'less'}"


def _told(found: Spread, whole: bool = False) -> str:
    value, low, high = float(found.mean), float(found.low), float(found.high)
    digits = 0 if whole else max(decimals(value), min(2, decimals(low, high)))
    return then(signed(value, digits), interval(low, high, digits))


def verdict_on_poverty(comparison: Comparison, against_none: bool) -> str:
    """What can be said of the headcount, in a few words."""
    headline = comparison.headline
    if headline.low == headline.high == 0:
        return "the same"
    if not headline.certain:
        if headline.low != headline.low:
            return "not told by one seed"
        return "cannot be told from none" if against_none else "cannot be told apart"
    return "lower whatever the luck" if headline.change < 0 else "higher whatever the luck"


def groups_table(found: SideBySide, pairs: Sequence[Pair], caption: str) -> Table:
    """A row a group: the change of mean consumption in dollars a month of each pair of worlds, and its verdict."""
    first = found.comparisons[pairs[0]].winners
    heads = ["Group", "Persons"]
    for name, against in pairs:
        heads += [f"{_head((name, against))}, $ (95 %)", "Verdict"]
    tables = {pair: found.comparisons[pair].winners.set_index("group") for pair in pairs}
    rows: list[Row] = []
    for dimension in (*_PLAIN, *crossed_dimensions(first["dimension"])):
        chosen = first[first["dimension"] == dimension]
        if not chosen.empty and dimension != "all":
            rows.append(Row(dimension_label(dimension), tone="section"))
        for _, row in chosen.iterrows():
            cells = [
                cell for table in tables.values() for cell in _cells_of(table, str(row["group"]))
            ]
            rows.append(Row(group_label(row["group"]), (count(row["n"]), *cells)))
    words = tuple(range(2, 2 * len(pairs) + 1, 2))
    return Table(caption, tuple(heads), tuple(rows), words)


def _cells_of(table: pd.DataFrame, group: str) -> tuple[str, str]:
    if group not in table.index or table.loc[group, "thin"]:
        return NONE, "too few to report"
    row = table.loc[group]
    return with_interval(row, "mean_change", "low", "high"), verdict(row)


def draws_table(drawn: OverDraws) -> Table:
    """A row a pair and outcome: the difference with luck alone, and over draws of the inputs."""
    draws = int(drawn.table["draws"].max())
    heads = (
        *("Outcome", "Difference", "Whatever the luck (95 %)"),
        f"Whatever is not known ({ends_words(draws)} of {draws} draws of the inputs)",
    )
    rows: list[Row] = []
    for (name, against), table in drawn.table.groupby(["package", "against"], sort=False):
        rows.append(Row(_head((str(name), str(against))), tone="section"))
        for _, row in table.iterrows():
            outcome = Measured(str(row["outcome"]), str(row["group"]))
            value, *ends = (
                figure(float(row[key]), outcome, difference=True)
                for key in ("value", "low", "high", "inputs_low", "inputs_high")
            )
            told = f"{title(outcome)}, {unit_words(outcome, difference=True)}"
            rows.append(Row(told, (value, " to ".join(ends[:2]), " to ".join(ends[2:]))))
    return Table("With numbers that nobody knows at other values", heads, tuple(rows))
