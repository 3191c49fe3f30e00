"""Why the answer is as it is, from measured quantities: what was delivered, what it moved, and whom it did not reach.

No policy is named here. A policy that reaches nobody can do nothing. Spending is compared with what the
cluster consumes and with how far luck goes. Jobs, pay and sales are named if they change whatever the luck. The
channels explain the rest if they were asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.cost import PACKAGE
from poverty_nodes.experiments.impact.interval import Spread, excludes_zero, over_seeds
from poverty_nodes.experiments.report.labels import (
    CHANNELS,
    capital,
    listed,
    months_at_end,
    people_label,
    policy_label,
)
from poverty_nodes.experiments.report.numbers import count, decimals, money, number, per_cent
from poverty_nodes.experiments.report.verdicts import plain_groups, sign

MOVED = {
    "employment": "jobs",
    "mean_wage": "the mean pay of a post",
    "exports": "sales abroad",
    "value_added": "value added",
    "services": "spending on local services",
    "firms": "the number of firms",
}
"""Measures of the whole place through which consumption can change."""

_NAMED = 4


@dataclass(frozen=True)
class _Move:
    """Return a measure's change over the last months, in per cent of its level without the policies."""

    name: str
    change: Spread


def reasons(comparison: Comparison) -> str:
    """A paragraph: delivery, what moved, by which way, and whom nothing reached; "" without a policy."""
    if not comparison.terms.policies:
        return ""
    told = [*_delivered(comparison), _moved(comparison), _channels(comparison), _left(comparison)]
    return " ".join(filter(None, told))


def _delivered(comparison: Comparison) -> list[str]:
    """Say whom each policy reaches and what is handed over, compared with what the cluster consumes."""
    told = []
    for _, row in comparison.cost[comparison.cost["policy"] != PACKAGE].iterrows():
        name = capital(policy_label(str(row["policy"])))
        if not row["eligible"] > 0:
            told.append(f"{name} finds nobody who is eligible: it can do nothing.")
        elif not row["reached"] > 0:
            told.append(
                f"{name} reaches none of {count(row['eligible'])} who are eligible: it can do nothing."
            )
        else:
            share = per_cent(row["reached"] / row["eligible"])
            told.append(
                f"{name} reaches {count(row['reached'])} of {count(row['eligible'])} eligible ({share})."
            )
    return [*told, _handed_over(comparison)]


def _handed_over(comparison: Comparison) -> str:
    """Say what all payers spend a month, as a share of the cluster's consumption, and how far luck goes."""
    if comparison.cost.empty:
        return ""
    consumed = _level(comparison, "people") * _level(comparison, "mean_welfare")
    active = comparison.terms.months - (comparison.terms.first_month or 1) + 1
    spent = float(comparison.cost.iloc[-1]["all_payers"]) / max(active, 1)
    everybody = comparison.winners.iloc[0]
    half = (everybody["percent_change_high"] - everybody["percent_change_low"]) / 2
    if not (consumed > 0 and np.isfinite(half)):
        return ""
    share = 100 * spent / consumed
    text = (
        f"All that is spent on it, by whomever, is {_small(share)} % of what the cluster consumes"
    )
    if abs(share) < half and not sign(everybody):
        return (
            f"{text}, while luck alone moves mean consumption by {_small(half)} %: an effect of that size "
            "cannot be seen."
        )
    return f"{text}."


def _moved(comparison: Comparison) -> str:
    """Say which measures of the place change whatever the luck, the largest first, and which do not."""
    found = [_move(comparison, name) for name in MOVED if name in comparison.monthly.measures]
    known = [each for each in found if np.isfinite(each.change.mean)]
    sure = [each for each in known if excludes_zero(each.change.low, each.change.high)]
    still = [MOVED[each.name] for each in known if each not in sure]
    if not known:
        return ""
    when = months_at_end(comparison.terms)
    if not sure:
        return (
            f"In {when} neither {' nor '.join(still)} can be told from what they are without it, so that nothing "
            "came through them."
        )
    sure.sort(key=lambda each: -abs(float(each.change.mean)))
    parts = [_moves(each) for each in sure[:_NAMED]]
    rest = f"; {listed(still)} cannot be told from none" if still else ""
    return f"In {when}, whatever the luck, {listed(parts)}{rest}."


def _moves(move: _Move) -> str:
    verb = "rise" if move.change.mean > 0 else "fall"
    ending = "" if move.name in ("employment", "exports") else "s"
    return f"{MOVED[move.name]} {verb}{ending} by {_small(abs(float(move.change.mean)))} %"


def _channels(comparison: Comparison) -> str:
    """Name the channel with the largest effect on all persons, if channels were asked for."""
    if comparison.channels.empty:
        return ""
    rows = comparison.channels[comparison.channels["group"] == "all"]
    sure = rows[excludes_zero(rows["low"], rows["high"])]
    if sure.empty:
        return "No channel carries more to all persons than luck can."
    top = sure.loc[sure["change"].abs().idxmax()]
    total = float(top["total"])
    verb = "brings" if top["change"] > 0 else "takes"
    return (
        f"Most passes by {CHANNELS[str(top['channel'])]}, which {verb} {money(abs(top['change']))} a person a month, "
        f"of {money(abs(total))} {'more' if total > 0 else 'less'} in all."
    )


def _left(comparison: Comparison) -> str:
    """Name the groups whose change cannot be told from luck, and those that lose."""
    rows = plain_groups(comparison.winners)
    signs = [sign(row) for _, row in rows.iterrows()]
    nothing = [
        people_label(group) for group, each in zip(rows["group"], signs, strict=True) if each == 0
    ]
    if comparison.populations < 2 or not nothing:
        return ""
    if len(nothing) == len(rows):
        return "For no group does mean consumption change by more than luck can make it."
    named = nothing[:_NAMED] + ([f"{len(nothing) - _NAMED} more"] if len(nothing) > _NAMED else [])
    return f"No change of the mean can be told for {listed(named)}."


def _move(comparison: Comparison, name: str) -> _Move:
    paths = comparison.monthly.of_populations(name)[:, :, -comparison.terms.window :].mean(axis=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        return _Move(name, over_seeds(100 * (paths[:, 1] / paths[:, 0] - 1)))


def _level(comparison: Comparison, name: str) -> float:
    paths = comparison.monthly.of_populations(name)[:, 0, -comparison.terms.window :]
    return float(paths.mean())


def _small(value: float) -> str:
    return number(value, max(decimals(value), 1))
