"""The tables of the cost of policies, of the base month's targets, and of assumed numbers, as text."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.cost import PACKAGE
from poverty_nodes.experiments.report.background import AssumedInput, BaseTarget
from poverty_nodes.experiments.report.labels import PAYERS, capital, policy_label
from poverty_nodes.experiments.report.numbers import NONE, count, money, per_cent, signed
from poverty_nodes.experiments.report.table import Row, Table, then


def cost_table(comparison: Comparison) -> Table:
    """Return spending by payer, reach, targeting errors, and the cost of an effect if there is one.

    If a policy has a budget, the part that could not be spent is shown too.
    """
    capped = "budget" in comparison.cost and bool(comparison.cost["budget"].notna().any())
    heads: tuple[str, ...] = (
        *(
            "Policy",
            "Payer",
            "Programme spends",
            *(("Unspent of budget",) if capped else ()),
            "Firms bear",
            "Households bear",
            "Reached of eligible",
        ),
        *("Reached but not poor", "Eligible poor not reached", "Households lifted out (95 %)"),
        *("Programme cost for each (95 %)", "Cost for each $ of gap closed (95 %)"),
    )
    rows = tuple(_cost_row(row, capped) for _, row in comparison.cost.iterrows())
    return Table("What the policies cost and what they reach", heads, rows, words=(0,))


def _cost_row(row: pd.Series, capped: bool) -> Row:
    whole = row["policy"] == PACKAGE
    has_effect = "households_lifted" in row and row["households_lifted"] == row["households_lifted"]
    ends = (count(row[f"households_lifted_{end}"]) for end in ("low", "high")) if has_effect else ()
    lifted = (
        then(count(row["households_lifted"]), " to ".join(ends)) if has_effect else "see package"
    )
    cells = (
        str(row["payer"]) or NONE,
        money(row["spent"]),
        *((_unspent(row),) if capped else ()),
        *(money(row[name]) for name in ("spent_firms", "spent_households")),
        NONE if whole else f"{count(row['reached'])} of {count(row['eligible'])}",
        NONE if whole else per_cent(row["inclusion_error"]),
        NONE if whole else per_cent(row["exclusion_error"]),
        lifted,
        _price(row, "cost_per_household_lifted") if has_effect else NONE,
        _price(row, "cost_per_gap_dollar_closed") if has_effect else NONE,
    )
    return Row(str(row["policy"]) if whole else policy_label(str(row["policy"])), cells)


def _unspent(row: pd.Series) -> str:
    if row["budget"] != row["budget"]:
        return "no budget"
    return then(money(row["unspent"]), f"of {money(row['budget'])}")


def _price(row: pd.Series, name: str) -> str:
    if row[name] != row[name]:
        return "no reduction"
    return then(money(row[name]), f"{money(row[f'{name}_low'])} to {money(row[f'{name}_high'])}")


def payers_table(comparison: Comparison) -> Table:
    """Return who pays for each policy and for the package."""
    heads = (
        *("Policy", "Who pays", "Dollars (95 %)", "Of it besides the programme", "Share"),
        "A household a month",
    )
    rows = tuple(
        Row(
            str(row["policy"]) if row["policy"] == PACKAGE else policy_label(str(row["policy"])),
            (
                PAYERS[row["payer"]],
                then(money(row["paid"]), f"{money(row['paid_low'])} to {money(row['paid_high'])}"),
                money(row["of_it_besides"]),
                per_cent(row["share"]),
                money(row["a_household_a_month"]),
            ),
        )
        for _, row in comparison.payers.iterrows()
    )
    return Table("Who pays, over the whole run at the real scale", heads, rows, words=(0,))


def targets_table(targets: Sequence[BaseTarget]) -> Table:
    """Return the targets of the base month beside what came out."""
    rows = (
        Row(
            each.name,
            (_plain(each.target), _plain(each.came_out), _off(each), each.unit, each.note),
        )
        for each in targets
    )
    heads = ("Target", "wanted", "came out", "off by", "unit", "note")
    return Table("The base month: targets against what came out", heads, tuple(rows), words=(3, 4))


def _off(target: BaseTarget) -> str:
    if not target.target or target.came_out != target.came_out:  # NaN: there is nobody of this kind
        return NONE
    return signed(100 * (target.came_out / target.target - 1), 1) + " %"


def assumed_table(inputs: Sequence[AssumedInput], caption: str) -> Table:
    """Return numbers without a source: value, range, unit and reasons."""
    rows = (
        Row(
            capital(each.name),
            (
                _plain(each.value),
                f"{_plain(each.low)} to {_plain(each.high)}",
                each.unit,
                each.note,
            ),
        )
        for each in inputs
    )
    return Table(caption, ("Number", "value", "range", "unit", "why"), tuple(rows), words=(2, 3))


def _plain(value: float) -> str:
    """Return up to four significant digits, with thousands separated."""
    return f"{float(f'{value:.4g}'):,.10g}" if value == value else NONE
