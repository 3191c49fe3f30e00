"""What a sweep says, in plain sentences."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.question.outcome_terms import Measured
from poverty_nodes.experiments.report.labels import policy_label
from poverty_nodes.experiments.sweeps.layout import name_of
from poverty_nodes.experiments.sweeps.packages_words import ranking
from poverty_nodes.experiments.sweeps.study import Study
from poverty_nodes.experiments.uncertainty.words import (
    figure,
    inputs_part,
    no_value,
    title,
    unit_words,
)


def sentences(study: Study) -> list[str]:
    """The range of the first outcomes over the design, where its ends lie, and how sure they are."""
    found = [_range(study, outcome) for outcome in study.outcomes[:4]]
    ranked = packages_ranked(study)
    if ranked:
        heading, *packages, sure = ranked
        found = [f"{heading} {'; '.join(packages)}.", sure, *found]
    drawn = sum(draw > 0 for draw in study.readings.draws)
    if drawn:
        found.append(_inputs(study, study.outcomes[0]))
    if study.left_out:
        found.append(
            f"{len(study.left_out)} draws of the inputs could not be made to hold together and are left out."
        )
    return [each for each in found if each]


def plainly(study: Study) -> str:
    """What came out for the first outcome, in a sentence that needs no statistics."""
    outcome = study.outcomes[0]
    rows = of_outcome(study, outcome)
    known = rows[rows["value"].notna()]
    if study.quantity != "effect" or known.empty:
        return _range(study, outcome)
    if (known["value"] == 0).all():
        return f"The package leaves the {title(outcome)} as it is at each of the {len(known)} points, on average."
    sure = known[(known["low"] > 0) | (known["high"] < 0)]
    unit = unit_words(outcome, True)
    ends = [figure(known["value"].agg(each), outcome, True) for each in ("min", "max")]
    span = f"the estimates run from {ends[0]} to {ends[1]} {unit}"
    if sure.empty:
        at = f"At none of the {len(known)} points"
        return (
            f"{at} can a change of the {title(outcome)} by the package be told from luck: {span}."
        )
    most = sure.loc[sure["value"].abs().idxmax()]
    point = next(each for each in study.sweep.points if each.number == most["point"])
    return (
        f"The package changes the {title(outcome)} most at {name_of(point, study.sweep.keys)}: by "
        f"{figure(most['value'], outcome, True)} {unit} ({_interval(most, outcome, True)}). Whatever the luck "
        f"it changes at {len(sure)} of {len(known)} points; {span}."
    )


def packages_ranked(study: Study) -> list[str]:
    """The order of the packages, if packages are what is swept."""
    return ranking(study.packages, point_names(study)) if compares_packages(study) else []


def compares_packages(study: Study) -> bool:
    """Whether the points have packages of different policies, at least two of them."""
    return "policy" in study.sweep.keys and study.packages.get("point", pd.Series()).nunique() > 1


def point_names(study: Study) -> dict[int, str]:
    """What a package is called: its policies, and what else is swept."""
    others = [key for key in study.sweep.keys if key != "policy"]
    names = {}
    for point in study.sweep.points:
        own = " + ".join(policy_label(policy.name) for policy in point.question.package)
        rest = name_of(point, others)
        names[point.number] = f"{own or 'no policy'}, {rest}" if rest else own or "no policy"
    return names


def _range(study: Study, outcome: Measured) -> str:
    rows = of_outcome(study, outcome)
    known = rows[rows["value"].notna()]
    if known.empty:
        return f"The {title(outcome)} was measured at no point. {no_value(outcome)}"
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
    if len(known) < len(rows):
        text += (
            f" At {len(rows) - len(known)} of {len(rows)} points there is none. {no_value(outcome)}"
        )
    if is_effect:
        sure = int(((known["low"] > 0) | (known["high"] < 0)).sum())
        text += f" Its sign holds whatever the luck at {sure} of {len(known)} points."
    return text


def _interval(row: pd.Series, outcome: Measured, is_effect: bool) -> str:
    if not pd.notna(row["low"]):
        return "one seed, no interval"
    low, high = (figure(row[name], outcome, is_effect) for name in ("low", "high"))
    return f"chance: {low} to {high}"


def _inputs(study: Study, outcome: Measured) -> str:
    rows = of_outcome(study, outcome)
    share = float(rows["share_inputs"].astype(float).mean())
    ends = rows[["low", "high", "inputs_low", "inputs_high"]].astype(float)
    differs = bool((ends["low"] != ends["high"]).any())
    differs |= bool((ends["inputs_low"] != ends["inputs_high"]).any())
    wide = rows.assign(width=rows["inputs_high"] - rows["inputs_low"])
    row = wide.loc[wide["width"].astype(float).idxmax()]
    is_effect = study.quantity == "effect"
    low, high = (figure(row[name], outcome, is_effect) for name in ("inputs_low", "inputs_high"))
    return (
        f"Not knowing the inputs moves the {'effect on the ' if is_effect else ''}{title(outcome)} between {low} and "
        f"{high} {unit_words(outcome, is_effect)} at the point where it matters most; on average over points "
        f"{inputs_part(share, differs)}."
    )


def of_outcome(study: Study, outcome: Measured) -> pd.DataFrame:
    """The rows of the summary for an outcome and the quantity that the figures show."""
    table = study.summary
    mine = (table["outcome"] == outcome.measure) & (table["group"] == outcome.group)
    return table[mine & (table["quantity"] == study.quantity)]
