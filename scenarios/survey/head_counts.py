"""How many firms and workers a survey stands for: from enough rows, and no more than a place can hold."""

from __future__ import annotations

from poverty_nodes.scenarios.description.quantities import FirmCount, HeadCount
from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey.mapping import place
from poverty_nodes.scenarios.survey.survey import Survey
from poverty_nodes.scenarios.survey.weights import Weights


def too_few(survey: Survey) -> list[Problem]:
    """Return a problem if a head-count would rest on too few rows and no total is known."""
    kind = "workers" if survey.map.firms is None else "firms"
    sheet, fewest = getattr(survey, kind), survey.map.fewest
    rows = len(sheet)
    if getattr(survey.map.totals, kind) or rows >= fewest:
        return []
    message = f"has {rows} {kind}, and no number is taken from fewer than {fewest} rows (fewest in map.yaml)"
    remedy = f"ask more {kind}; or totals.{kind} in map.yaml; or fewest: {max(rows, 2)}, with what that is worth"
    return [Problem(sheet.name, message, f"at least {fewest} {kind}", remedy=remedy)]


def too_many(survey: Survey, weights: Weights) -> list[Problem]:
    """Return a problem for each file whose weights stand for more firms or workers than a place can have."""
    return [
        *_over(survey, "firms", float(weights.firms.raked.sum()), FirmCount.most),
        *_over(survey, "workers", float(weights.aims.sum()), HeadCount.most),
    ]


def _over(survey: Survey, kind: str, total: float, most: float) -> list[Problem]:
    reach = 1.1  # so that the interval fits too
    if total * reach <= most:
        return []
    sheet = getattr(survey, kind)
    where = (
        f"{sheet.name}, column '{sheet.columns['weight']}'"
        if "weight" in sheet.columns
        else place(survey.file, f"totals.{kind}")
    )
    message = f"the weights stand for {total:,.0f} {kind} in one place"
    remedy = (
        "a weight is how many of the place a row stands for: divide if the weights are inflated"
    )
    return [Problem(where, message, f"at most {most / reach:,.0f}", remedy=remedy)]
