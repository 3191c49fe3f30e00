"""What a sweep says, in plain sentences."""

from __future__ import annotations

import pandas as pd

from experiments.ensemble.words import figure, title, unit_words
from experiments.measured import Measured
from experiments.sweeps.layout import name_of
from experiments.sweeps.study import Study


def sentences(study: Study) -> list[str]:
    """The range of the first outcomes over the design, where its ends lie, and how sure they are."""
    found = [_range(study, outcome) for outcome in study.outcomes[:4]]
    drawn = sum(draw > 0 for draw in study.readings.draws)
    if drawn:
        found.append(_inputs(study, study.outcomes[0]))
    if study.left_out:
        found.append(
            f"{len(study.left_out)} draws of the inputs could not be made to hold together and are left out."
        )
    return [each for each in found if each]


def _range(study: Study, outcome: Measured) -> str:
    rows = of_outcome(study, outcome)
    known = rows[rows["value"].notna()]
    if known.empty:
        return f"The {title(outcome)} was measured at no point."
    is_effect = study.quantity == "effect"
    names = {point.number: name_of(point, study.sweep.keys) for point in study.sweep.points}
    least, most = known.loc[known["value"].idxmin()], known.loc[known["value"].idxmax()]
    what = f"effect on the {title(outcome)}" if is_effect else title(outcome)
    unit = unit_words(outcome, is_effect)
    if least["value"] == most["value"]:
        return f"The {what} is {figure(least['value'], outcome, is_effect)} {unit} at every point."
    ends = [
        f"{figure(row['value'], outcome, is_effect)} ({_interval(row, outcome, is_effect)}; {names[row['point']]})"
        for row in (least, most)
    ]
    text = f"The {what} goes from {ends[0]} to {ends[1]} {unit}."
    if is_effect:
        sure = int(((known["low"] > 0) | (known["high"] < 0)).sum())
        text += f" Its sign is certain over seeds at {sure} of {len(known)} points."
    return text


def _interval(row: pd.Series, outcome: Measured, is_effect: bool) -> str:
    if not pd.notna(row["low"]):
        return "one seed, no interval"
    low, high = (figure(row[name], outcome, is_effect) for name in ("low", "high"))
    return f"chance: {low} to {high}"


def _inputs(study: Study, outcome: Measured) -> str:
    rows = of_outcome(study, outcome)
    share = float(rows["share_inputs"].astype(float).mean())
    wide = rows.assign(width=rows["inputs_high"] - rows["inputs_low"])
    row = wide.loc[wide["width"].astype(float).idxmax()]
    is_effect = study.quantity == "effect"
    low, high = (figure(row[name], outcome, is_effect) for name in ("inputs_low", "inputs_high"))
    return (
        f"Not knowing the inputs moves the {'effect on the ' if is_effect else ''}{title(outcome)} between {low} and "
        f"{high} {unit_words(outcome, is_effect)} at the point where it matters most; on average it makes up "
        f"{100 * share:.0f} % of the variance of a single run, chance the rest."
    )


def of_outcome(study: Study, outcome: Measured) -> pd.DataFrame:
    """The rows of the summary for an outcome and the quantity that the figures show."""
    table = study.summary
    mine = (table["outcome"] == outcome.measure) & (table["group"] == outcome.group)
    return table[mine & (table["quantity"] == study.quantity)]
