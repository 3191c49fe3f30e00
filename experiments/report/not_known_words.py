"""Sentences on what the answer hangs on: luck and unknown numbers are told apart."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.not_known import TURNS, NotKnown
from poverty_nodes.experiments.impact.over_draws import DRAWS
from poverty_nodes.experiments.report.labels import listed
from poverty_nodes.experiments.report.numbers import number
from poverty_nodes.experiments.report.words import change, change_interval

MOST_NAMED = 3


def hangs_on(comparison: Comparison) -> list[str]:
    """The sentences of the first box: what turns the answer, what moves it most, how it stands over the draws."""
    found = comparison.not_known
    if found is None and _was_drawn(comparison):
        return [
            "What is not known was drawn as a whole, and the note below says how far the answer goes with it; "
            "hangs_on=yes also says which numbers it hangs on."
        ]
    if found is None:
        return [
            "What is not known was not tried: hangs_on=yes asks the question again with the numbers that nobody knows "
            "at other values."
        ]
    return [each for each in (_turning(found), _moving(found), _draws(found)) if each]


def _was_drawn(comparison: Comparison) -> bool:
    """Whether the question drew all that is not known besides."""
    table = comparison.acceptability
    return len(table) > 0 and bool((table["over"] == DRAWS).any())


def _turning(found: NotKnown) -> str:
    """Return what reverses the sign or removes the effect."""
    turns = found.turning[found.turning["verdict"] == TURNS]
    gone = found.turning[
        (found.turning["verdict"] != TURNS) & ~found.turning["input"].isin(turns["input"])
    ]
    told = [
        f"If {condition(row)}, poverty would be {change(row['effect'])} ({_ends(row)}): the answer turns round."
        for _, row in turns.drop_duplicates("input").head(MOST_NAMED).iterrows()
    ]
    told += [
        f"If {condition(row)}, no change of poverty could be told from none ({_ends(row)})."
        for _, row in gone.drop_duplicates("input").head(MOST_NAMED - len(told)).iterrows()
    ]
    return " ".join(told)


def _moving(found: NotKnown) -> str:
    rows = found.moving
    rest = rows[~rows["input"].isin(found.turning["input"])].head(MOST_NAMED)
    if rows.empty:
        tried = found.trials["input"].nunique()
        return f"None of the {tried} numbers that were tried alone moves the answer by more than luck can."
    if rest.empty:
        return ""
    parts = [f"{change(row['effect'])} if {condition(row)}" for _, row in rest.iterrows()]
    more = " also" if len(found.turning) else ""
    return f"The answer{more} hangs on what nobody knows: poverty would be {listed(parts)}."


def _draws(found: NotKnown) -> str:
    if not found.draws:
        return ""
    drawn = f"All {found.numbers} numbers that are not known exactly were drawn from their ranges {found.draws} times"
    if found.lower is None or found.higher is None:
        return f"{drawn}."
    if not found.lower and not found.higher:
        return f"{drawn}; in none of these draws poverty changes."
    told = [
        f"{way} in {'all' if how_many == found.draws else how_many}"
        for how_many, way in ((found.lower, "lower"), (found.higher, "higher"))
        if how_many
    ]
    return f"{drawn}; poverty is {listed(told)} of these draws."


def condition(row: pd.Series) -> str:
    """Return what a trial assumes, in words that follow "if"."""
    if row["clause"]:
        return str(row["clause"])
    return f"{row['title']} were {_value(row['value'])} instead of {_value(row['own_value'])}"


def explanation(found: NotKnown) -> str:
    """Say how the figure of what the answer hangs on was made."""
    seeds = int(found.trials["seeds"].max()) if len(found.trials) else 0
    text = (
        f"Each number alone was put to the lower and the upper end of what is believed of it, and to the value at "
        f"which what it stands for is switched off, if there is one. Each time the base month was solved anew and the "
        f"question asked again, with and without the policies under the same {seeds} seeds, in a smaller copy of the "
        f"cluster ({found.workers:,} workers). There the effect is {change(found.own)} "
        f"({change_interval(found.own_low, found.own_high)}) with every number at its own value. Tried are the numbers "
        "that moved the effects of these policies most when all were drawn at once in a reference cluster; that one "
        "outside that list matters here is possible."
    )
    if found.draws:
        text += (
            f" What is not known all together: the range of {found.draws} draws of all {found.numbers} numbers, luck "
            "taken out of them and the luck of the answer put in."
        )
    if found.left_out:
        text += f" {found.left_out} of these worlds could not be made and are left out."
    return text


def _ends(row: pd.Series) -> str:
    return f"{change_interval(row['low'], row['high'])} whatever the luck"


def _value(value: float) -> str:
    return f"{value:,.4g}" if abs(value) >= 0.001 else number(value, 4)
