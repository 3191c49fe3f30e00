"""What deprivations say in words: levels and change, who enters and leaves, by what, for whom, and how surely."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.capabilities.by_weights import OF_THE_SET
from poverty_nodes.experiments.capabilities.deprivation import Counted, Deprivation
from poverty_nodes.experiments.capabilities.deprivation_set import DeprivationSet
from poverty_nodes.experiments.capabilities.groups import words_of
from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report.labels import listed
from poverty_nodes.experiments.report.numbers import number, per_cent

_WHO = {
    "workers": "adults who had a post in the trade in the base month",
    "trade_households": "people of households that had a post in the trade in the base month",
    "everybody": "people",
}
_MOST = 4
_LEAST = 0.0005
"""A change of M0 below it would be written as none."""


def headline(counted: Counted) -> str:
    """The change of M0 of all, and under how many ways of counting it has this sign."""
    row, shares = _row(counted.table, "all", "M0"), _robust(counted, "all")
    reduces, surely, raises = (
        per_cent(float(shares[name])) for name in ("reduces", "reduces_surely", "raises_surely")
    )
    return (
        f"{_capital(counted.chosen.title)}: the policies {_verb(row)}. They reduce it under {reduces} of all weights "
        f"and cut-offs, under {surely} whatever the luck; under {raises} they raise it whatever the luck."
    )


def levels(counted: Counted, window: int) -> str:
    """H, A and M0 in both worlds, and what they are of."""
    chosen = counted.chosen
    head, depth, index = (_row(counted.table, "all", name) for name in ("H", "A", "M0"))
    return (
        f"Of all {_WHO[chosen.who]}, {per_cent(head['without'], 1)} are deprived as a whole without the policies and "
        f"{per_cent(head['with'], 1)} with them: they lack what weighs {per_cent(chosen.k)} or more. On average they "
        f"lack {per_cent(depth['without'])} and {per_cent(depth['with'])} of the weights. M0, the one times the other, "
        f"goes from {number(index['without'], 3)} to {number(index['with'], 3)} (base month: "
        f"{number(index['base'], 3)}). Money and illness are means of the last {window} months, posts and cover are "
        "those of the last month."
    )


def flows(counted: Counted) -> str:
    """Who enters and leaves because of the policies, and the indicators that move M0 most."""
    entered, left = (_row(counted.table, "all", name) for name in ("entered", "left"))
    table = counted.table
    parts = table[(table["group"] == "all") & (table["measure"] == "actb")]
    strongest = parts.reindex(parts["change"].abs().sort_values(ascending=False).index)
    titles = {name: each.title for name, each in counted.chosen.indicators.items()}
    told = [
        f"{titles[row['indicator']]} ({_signed(row['change'])}{_doubt(row)})"
        for _, row in strongest.head(_MOST).iterrows()
        if row["change"] != 0
    ]
    moved = f" M0 moves by {listed(told)}." if told else " No indicator moves."
    return (
        f"{per_cent(entered['change'], 1)} are deprived as a whole with the policies and not without, "
        f"{per_cent(left['change'], 1)} the other way round; single lives hold luck, so read the difference.{moved}"
    )


def groups(counted: Counted) -> str:
    """The groups whose change holds whatever the luck."""
    table = counted.table[~counted.table["thin"] & (counted.table["measure"] == "M0")]
    table = table[table["dimension"].isin(["gender", "contract", "work"])]
    sure = table[excludes_zero(table["low"], table["high"])]
    parts = []
    for sign, what in ((-1, "falls"), (1, "rises")):
        rows = sure[sign * sure["change"] > 0]
        rows = rows.reindex(rows["change"].abs().sort_values(ascending=False).index).head(_MOST)
        named = [
            f"{words_of(row['group'])} ({_signed(row['change'])})" for _, row in rows.iterrows()
        ]
        parts += [f"it {what} for {listed(named)}"] if named else []
    if not parts:
        return "For no group the change of M0 holds whatever the luck."
    return f"Whatever the luck, {' and '.join(parts)}."


def whose_weights(counted: Counted) -> list[str]:
    """A sentence for each group that was asked, and what it says of its own group and of all."""
    if counted.elicited is None:
        return []
    table = counted.by_weights
    found = []
    for name, rows in table[table["weights_of"] != OF_THE_SET].groupby("weights_of", sort=False):
        asked = f"{name} ({rows['respondents'].iloc[0]} asked)"
        own, whole = rows[rows["of_its_own"]], rows[rows["group"] == "all"].iloc[0]
        told = f"By the weights of {asked} the policies {_verb(whole)} among all"
        if len(own) and own.iloc[0]["group"] != "all":
            row = own.iloc[0]
            told += f"; among {words_of(row['group'])} themselves they {_verb(row)}"
            cutoffs, samples = (
                per_cent(row[each]) for each in ("share_of_cutoffs", "share_of_samples")
            )
            told += f", a reduction under {cutoffs} of all cut-offs and {samples} of samples of those asked"
        found.append(f"{told}.")
    return found


def left_out(chosen: DeprivationSet) -> list[str]:
    """What the model does not have: levels of a survey, and what nobody knows here."""
    names = chosen.indicators.values()
    surveyed = [
        f"{_capital(each.title)}: {per_cent(level.share)} of {level.of} ({level.source})."
        for each in names
        for level in each.levels
    ]
    unknown = [f"{each.title} ({each.why})" for each in names if each.known == "none"]
    found = []
    if surveyed:
        found.append(
            "Known from surveys alone. No policy moves these here, and they are not in the numbers above. "
            + " ".join(surveyed)
        )
    if unknown:
        found.append(f"Not in this model: {'; '.join(unknown)}.")
    if chosen.seen < 1:
        found.append(
            f"What the model has is {per_cent(chosen.seen)} of the weight of the whole set; the numbers above speak of "
            "that part."
        )
    return found


def title(deprivation: Deprivation) -> str:
    """What the figure shows, of the first set."""
    row = _row(deprivation.sets[0].table, "all", "M0")
    return f"{_capital(deprivation.sets[0].chosen.title)}: the policies {_verb(row)}"


def _verb(row: pd.Series) -> str:
    change, low, high = (float(row[name]) for name in ("change", "low", "high"))
    if change == low == high == 0 or change != change:
        return "do not change deprivation"
    what = "reduce" if change < 0 else "raise" if change > 0 else "leave"
    size = number(abs(change), 3) if abs(change) >= _LEAST else "less than 0.001"
    if low != low:
        return f"{what} deprivation (M0) by {size} in the one seed that was run"
    ends = f"95 %: {_signed(low)} to {_signed(high)}"
    doubt = "" if excludes_zero(low, high) else "; this may be luck"
    return f"{what} deprivation (M0) by {size} ({ends}{doubt})"


def _row(table: pd.DataFrame, group: str, measure: str) -> pd.Series:
    rows = table[(table["group"] == group) & (table["measure"] == measure)]
    return rows[rows["indicator"] == ""].iloc[0]


def _robust(counted: Counted, group: str) -> pd.Series:
    table = counted.robustness
    return table[(table["group"] == group) & table["k"].isna()].iloc[0]


def _signed(value: float) -> str:
    return f"+{number(value, 3)}" if value > 0 else number(value, 3)


def _doubt(row: pd.Series) -> str:
    return "" if excludes_zero(row["low"], row["high"]) else ", may be luck"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
