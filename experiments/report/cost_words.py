"""Sentences on the cost of a package: who pays, the gain net of it, and how certain it is to be worth it."""

from __future__ import annotations

import math

from poverty_nodes.experiments.impact.acceptability import threshold_for
from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report.labels import PAYERS, listed, span
from poverty_nodes.experiments.report.numbers import money, per_cent

_OF_FIRMS = " What firms bear includes higher wages, which are income of their workers."


def payers(comparison: Comparison) -> str:
    """Say who pays for the package, and how much that is for each household of the cluster."""
    table = comparison.payers
    if table.empty:
        return "Nobody pays anything."
    own = table[table["policy"] == table["policy"].iloc[-1]].sort_values("paid", ascending=False)
    told = [
        f"{PAYERS[row['payer']]} {money(row['paid'])} ({per_cent(row['share'])})"
        for _, row in own.iterrows()
    ]
    whole = float(own["a_household_a_month"].sum())
    return (
        f"All in all the package costs {money(float(own['paid'].sum()))} in {span(comparison.terms.months)}, "
        f"{money(whole)} a household of the cluster and month. It is paid by {listed(told)}."
        + (_OF_FIRMS if "firms" in set(own["payer"]) else "")
    )


def net(comparison: Comparison) -> str:
    """Say what the cluster gains in consumption over all months, gross and net of what programmes spent."""
    if comparison.cost.empty:
        return ""
    row = comparison.cost.iloc[-1]
    gained, left = float(row["consumption_gained"]), float(row["net_gain"])
    low, high = float(row["net_gain_low"]), float(row["net_gain_high"])
    sure = "" if low > 0 or high < 0 or low == high == 0 else ", whose sign may be luck"
    ends = f" (95 % interval {money(low)} to {money(high)})" if math.isfinite(low) else ""
    amount = (
        f"{money(abs(gained))} {'more' if gained > 0 else 'less'} than" if gained else "as much as"
    )
    return (
        f"Over all months people in the cluster consume {amount} without the policies; that less what the "
        f"programmes spend is {money(left)}{ends}{sure}."
    )


def acceptability(comparison: Comparison) -> str:
    """Say which willingness to pay makes the package worth it in half and in nine tenths of the runs."""
    table = comparison.acceptability
    if table.empty:
        return ""
    over = "draws" if "draws" in set(table["over"]) else "seeds"
    told = []
    for unit, words in (
        ("household_lifted", "household lifted out of poverty"),
        ("gap_dollar_closed", "dollar of poverty gap closed"),
    ):
        rows = table[(table["unit"] == unit) & (table["cost"] == "spent")]
        basis = over if over in set(rows["over"]) else "seeds"
        rows = rows[rows["over"] == basis]
        if rows.empty:
            continue
        most = float(rows["acceptable"].max())
        half, nearly = (threshold_for(rows, share) for share in (0.5, 0.9))
        runs = "runs" if basis == "seeds" else "runs over draws of the inputs"
        one = runs.replace("runs", "run")
        if most == 0.0:
            told.append(
                f"Per {words}, no {one} is worth any price: in none is there such an effect."
            )
        elif not math.isfinite(half):
            told.append(f"Per {words}, at most {per_cent(most)} of {runs} are worth any price.")
        elif not math.isfinite(nearly):
            told.append(
                f"Per {words}, half of the {runs} cost less than {money(half)} of programme money; nine tenths "
                "are worth it at no price, because poverty does not fall in all of them."
            )
        else:
            told.append(
                f"Per {words}, half of the {runs} cost less than {money(half)} of programme money and nine "
                f"tenths less than {money(nearly)}."
            )
    return " ".join(told)


def acceptability_title(comparison: Comparison) -> str:
    """Say below which cost nine in ten runs lift a household out of poverty."""
    table = comparison.acceptability
    if table.empty:
        return "No policy is enacted, so there is no price"
    rows = table[
        (table["unit"] == "household_lifted")
        & (table["cost"] == "spent")
        & (table["over"] == "seeds")
    ]
    most = float(rows["acceptable"].max()) if len(rows) else 0.0
    if most == 0.0:
        return "In no run is a household lifted out of poverty, at any price"
    price = threshold_for(rows, 0.9)
    if math.isfinite(price):
        return f"Nine in ten runs lift a household out of poverty for less than {money(price)} of programme money"
    return (
        f"Only {per_cent(most)} of runs lift households out of poverty at all, whatever the price"
    )
