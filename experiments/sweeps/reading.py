"""What a sweep says, in plain sentences."""

from __future__ import annotations

import pandas as pd

from poverty_nodes.experiments.question.question import Measured
from poverty_nodes.experiments.report.labels import capital, listed, policy_label
from poverty_nodes.experiments.sweeps.layout import name_of
from poverty_nodes.experiments.sweeps.packages_words import ranking
from poverty_nodes.experiments.sweeps.study import Study
from poverty_nodes.experiments.uncertainty.words import (
    figure,
    inputs_part,
    less_is_better,
    moved,
    moved_between,
    no_value,
    title,
    unit_words,
)


def sentences(study: Study) -> list[str]:
    """The range of the first outcomes over the design, where its ends lie, and how sure they are."""
    shown = study.outcomes[:4]
    still = [each for each in shown if _stays(study, each)]
    found = [_range(study, each) for each in shown if each not in still]
    if still:
        names = listed([f"the {title(each)}" for each in still])
        found.append(f"At no point does {enacted(study)} change {names}, on average.")
    ranked = packages_ranked(study)
    if ranked:
        heading, *packages, sure = ranked
        found = [f"{heading} {'; '.join(packages)}.", sure, *found]
    drawn = sum(draw > 0 for draw in study.readings.draws)
    if drawn and study.outcomes[0] not in still:
        found.append(_inputs(study, study.outcomes[0]))
    if study.left_out:
        found.append(
            f"{len(study.left_out)} draws of the inputs could not be made to hold together and are left out."
        )
    return [each for each in found if each]


def _stays(study: Study, outcome: Measured) -> bool:
    """Whether the effect on an outcome is nil at every point."""
    known = of_outcome(study, outcome)["value"].dropna()
    return study.quantity == "effect" and len(known) > 0 and bool((known == 0).all())


def plainly(study: Study) -> str:
    """What came out for the first outcome, in sentences that need no statistics; what gets worse comes first."""
    outcome = study.outcomes[0]
    rows = of_outcome(study, outcome)
    known = rows[rows["value"].notna()]
    if study.quantity != "effect" or known.empty:
        return _range(study, outcome)
    what, who = f"the {title(outcome)}", enacted(study)
    points = f"{len(known)} points" if len(known) > 1 else "one point"
    if (known["value"] == 0).all():
        return f"{capital(who)} leaves {what} as it is at each of the {points}, on average."
    if not _sure(known).any():
        ends = moved_between(known["value"].min(), known["value"].max(), outcome)
        why = "" if known["low"].notna().any() else ", since one seed tells nothing of luck"
        return (
            f"At none of the {points} can a change of {what} by {who} be told from luck{why}: the estimates go from "
            f"{ends}."
        )
    lower, higher = known[known["high"] < 0], known[known["low"] > 0]
    bad, good = (lower, higher) if not less_is_better(outcome) else (higher, lower)
    told = [
        f"With {who}, {what} is {_far(study, each, outcome)}" for each in (bad, good) if len(each)
    ]
    return f"{' '.join(told)} Whatever the luck, it is lower at {_of(lower, known)} and higher at {_of(higher, known)}."


def _of(rows: pd.DataFrame, known: pd.DataFrame) -> str:
    """How many points of how many."""
    return f"{len(rows) or 'none'} of the {len(known)} points"


def _far(study: Study, rows: pd.DataFrame, outcome: Measured) -> str:
    """The point where it moves most, with its interval; the end of a sentence."""
    most = rows.loc[rows["value"].abs().idxmax()]
    point = next(each for each in study.sweep.points if each.number == most["point"])
    where = f" where it moves most ({name_of(point, study.sweep.keys)})" if len(rows) > 1 else ""
    where = where or f" at one point ({name_of(point, study.sweep.keys)})"
    return (
        f"{moved(most['value'], outcome)} than without{where}: "
        f"{moved_between(most['low'], most['high'], outcome)} whatever the luck."
    )


def enacted(study: Study) -> str:
    """The package by its policies where it is the same at all points."""
    if "policy" in study.sweep.keys or "experiment" in study.sweep.keys:
        return "the package"
    names = [policy_label(each.name) for each in study.sweep.first.package]
    return listed(names) or "no policy"


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
    if least["value"] == most["value"]:
        return f"The {title(outcome)}: {_told(least, outcome, is_effect)} at every point."
    ends = " to ".join(
        f"{_told(row, outcome, is_effect)} at {names[row['point']]}" for row in (least, most)
    )
    text = f"The {title(outcome)}: from {ends}."
    if len(known) < len(rows):
        text += (
            f" At {len(rows) - len(known)} of {len(rows)} points there is none. {no_value(outcome)}"
        )
    if is_effect:
        sure = int(_sure(known).sum())
        text += f" It changes whatever the luck at {sure or 'none'} of the {len(known)} points."
    return text


def _told(row: pd.Series, outcome: Measured, is_effect: bool) -> str:
    if is_effect:
        return moved(row["value"], outcome)
    return f"{figure(row['value'], outcome, False)} {unit_words(outcome, False)}"


def _inputs(study: Study, outcome: Measured) -> str:
    rows = of_outcome(study, outcome)
    share = float(rows["share_inputs"].astype(float).mean())
    ends = rows[["low", "high", "inputs_low", "inputs_high"]].astype(float)
    differs = bool((ends["low"] != ends["high"]).any())
    differs |= bool((ends["inputs_low"] != ends["inputs_high"]).any())
    wide = rows.assign(width=rows["inputs_high"] - rows["inputs_low"])
    row = wide.loc[wide["width"].astype(float).idxmax()]
    ends = (float(row["inputs_low"]), float(row["inputs_high"]))
    if study.quantity == "effect":
        told = f"the {title(outcome)} is {moved_between(*ends, outcome)}"
    else:
        low, high = (figure(each, outcome, False) for each in ends)
        told = f"the {title(outcome)} is {low} to {high} {unit_words(outcome, False)}"
    return (
        f"Whatever is not known, {told} at the point where that matters most; on average over points "
        f"{inputs_part(share, differs)}."
    )


def _sure(rows: pd.DataFrame) -> pd.Series:
    """Whether the sign of each effect holds whatever the luck."""
    return (rows["low"] > 0) | (rows["high"] < 0)


def of_outcome(study: Study, outcome: Measured) -> pd.DataFrame:
    """The rows of the summary for an outcome and the quantity that the figures show."""
    table = study.summary
    mine = (table["outcome"] == outcome.measure) & (table["group"] == outcome.group)
    return table[mine & (table["quantity"] == study.quantity)]
