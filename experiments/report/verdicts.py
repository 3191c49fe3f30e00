"""One word on each group, gain or loss: by its mean, and by what is expected for most of its persons."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report.labels import listed, people_label
from poverty_nodes.experiments.report.numbers import money, per_cent

PLAIN = ("gender", "skill", "contract", "social_group", "migrant", "tier")
"""The dimensions whose groups sentences name."""

GAIN, LOSS = "gain", "loss"
_MOST = 0.5
_NAMED = 3


def sign(row: pd.Series) -> int:
    """Return the sign of the group's mean change; 0 if it may be luck."""
    if not excludes_zero(row["low"], row["high"]):
        return 0
    return 1 if row["low"] > 0 else -1


def majority(row: pd.Series) -> int:
    """Return 1 if most persons of the group are expected to gain whatever the luck, -1 if to lose, else 0."""
    if row["gaining_low"] > _MOST:
        return 1
    return -1 if row["losing_low"] > _MOST else 0


def verdict(row: pd.Series) -> str:
    """Return the verdict of a row of winners, for a table: by the mean, and by the majority if that differs.

    >>> row = {"low": -9.0, "high": -1.0, "gaining_low": 0.6, "losing_low": 0.1}
    >>> verdict(pd.Series(row)), verdict(pd.Series(row | {"high": 1.0})), verdict(pd.Series(row | {"gaining_low": 0.2}))
    ('most gain, mean lower', 'most gain, mean may be luck', 'loss')
    """
    if row["low"] == row["high"] == 0:
        return "no change"
    mean, most = sign(row), majority(row)
    if most and most != mean:
        told = {1: "higher", 0: "may be luck", -1: "lower"}[mean]
        return f"most {'gain' if most > 0 else 'lose'}, mean {told}"
    return {1: GAIN, 0: "may be luck", -1: LOSS}[mean]


def turned(comparison: Comparison) -> str:
    """Return a sentence if most people fare otherwise than the mean of all says, which is the answer then; else ""."""
    if comparison.populations < 2:
        return ""
    everybody, tenths = comparison.winners.iloc[0], comparison.winners_of("decile")
    mean = sign(everybody)
    for most, verb, other in ((-1, "lose", "gain"), (1, "gain", "lose")):
        so_many = sum(sign(row) == most for _, row in tenths.iterrows())
        many = 2 * so_many > len(tenths) or majority(everybody) == most
        if mean == most or not (many or (mean == -most and _more(everybody) == most)):
            continue
        level = {1: "higher", 0: "not told from luck", -1: "lower"}[mean]
        names = ("losing", "gaining") if most < 0 else ("gaining", "losing")
        share, rest = (per_cent(everybody[name]) for name in names)
        head = f"Most people {verb}" if many else f"More people {verb} than {other}"
        return (
            f"{head} though mean consumption is {level}: {share} of all persons {verb}, {rest} {other}, and {so_many} "
            f"of {len(tenths)} tenths of the distribution {verb}{_because(comparison, -most, other)}."
        )
    return ""


def _more(row: pd.Series) -> int:
    """Return whether more persons gain (1) or lose (-1) whatever the luck."""
    if row["losing_low"] > row["gaining_high"]:
        return -1
    return 1 if row["gaining_low"] > row["losing_high"] else 0


def _because(comparison: Comparison, way: int, verb: str) -> str:
    """Return the group that turns the mean the other way."""
    table = plain_groups(comparison.winners)
    rows = table[[sign(row) == way for _, row in table.iterrows()]] if len(table) else table
    if rows.empty:
        return ""
    row = rows.loc[(way * rows["mean_change"] * rows["n"]).idxmax()]
    return f", while {people_label(row['group'])} {verb} {money(abs(row['mean_change']))} a person a month"


def disagreeing(comparison: Comparison) -> str:
    """The groups whose mean says another thing than most of their persons, losers first; "" if there is none."""
    rows = [row for _, row in plain_groups(comparison.winners).iterrows()]
    told = []
    for most, mean in ((-1, 1), (-1, 0), (1, -1), (1, 0)):
        names = [
            people_label(row["group"]) for row in rows if (majority(row), sign(row)) == (most, mean)
        ]
        if not names:
            continue
        more = len(names) - _NAMED
        named = names[:_NAMED] + (
            [f"{more} more group{'s' if more > 1 else ''}"] if more > 0 else []
        )
        other = (
            "the change of the mean may be luck, since few large incomes move it"
            if mean == 0
            else f"the mean is {'higher' if mean > 0 else 'lower'}, since a few {'gain' if mean > 0 else 'lose'} much"
        )
        told.append(
            f"Of {listed(named)} most are expected to {'lose' if most < 0 else 'gain'}, but {other}."
        )
    return " ".join(told)


def tenths(comparison: Comparison) -> str:
    """Say how many tenths of the distribution lose and gain on average, and which lose."""
    table = comparison.winners_of("decile")
    if table.empty:
        return ""
    signs = [sign(row) for _, row in table.iterrows()]
    lose = [
        f"the {people_label(row['group'])}"
        for (_, row), each in zip(table.iterrows(), signs, strict=True)
        if each < 0
    ]
    named = f" ({listed(lose)})" if 0 < len(lose) <= _NAMED else ""
    return (
        f"Of the tenths of the base month's distribution, whatever the luck, {len(lose)}{named} lose on average and "
        f"{signs.count(1)} gain."
    )


def plain_groups(winners: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of groups that sentences name and that have enough adults to report, the poorest first."""
    chosen = winners[winners["dimension"].isin(PLAIN) & ~winners["thin"]]
    return chosen.sort_values("welfare_base", kind="stable")
