"""Find the columns that a number of the cluster was computed from, so that a refusal can name them."""

from __future__ import annotations

from dataclasses import replace

from poverty_nodes.scenarios.errors import Problem
from poverty_nodes.scenarios.survey.survey import Survey

ANSWERS = {
    "firms.total": ("firms", "weight"),
    "firms.tier_share": ("firms", "tier"),
    "firms.mean_workers": ("firms", "workers"),
    "firms.size_spread": ("firms", "workers"),
    "firms.formal_share": ("firms", "formal"),
    "firms.women_owners": ("firms", "owner_gender"),
    "firms.minority_owners": ("firms", "owner_minority"),
    "firms.input_share": ("firms", "inputs"),
    "firms.local_input_share": ("firms", "local_inputs"),
    "firms.own_rate": ("firms", "monthly_rate"),
    "chain.export_share": ("firms", "export_share"),
    "workers.total": ("workers", "weight"),
    "workers.posts": ("workers", "post"),
    "workers.women": ("workers", "gender"),
    "workers.minority": ("workers", "minority"),
    "workers.migrant_share": ("workers", "migrant"),
    "workers.child_share": ("workers", "age"),
    "workers.regular_wage": ("workers", "pay"),
    "workers.skilled_ratio": ("workers", "pay"),
    "workers.casual_ratio": ("workers", "pay"),
    "workers.home_ratio": ("workers", "pay"),
    "workers.gender_gap": ("workers", "pay"),
    "workers.wage_spread": ("workers", "pay"),
    "households.size": ("workers", "household_size"),
    "households.adults": ("workers", "household_adults"),
}
"""File and answer by the beginning of a number's key."""


def column_of(survey: Survey, key: str) -> str:
    """Return the file and column that a number mainly comes from, or "" if from none."""
    found = [answer for start, answer in ANSWERS.items() if _begins(key, start)]
    if not found:
        return ""
    kind, answer = found[0]
    sheet = getattr(survey, kind)
    return f"{sheet.name}, column '{sheet.columns[answer]}'" if answer in sheet.columns else ""


def from_columns(problem: Problem, survey: Survey, known: set[str]) -> Problem:
    """Add to a problem of a number of the cluster the column that the number was computed from."""
    key = problem.where.removeprefix(f"{survey.file.name}: ")
    origin = column_of(survey, key) if _reckoned(key, known) else ""
    if not origin:
        return problem
    what = f"gives {key}, and {problem.message}"
    return replace(problem, where=origin, message=what)


def _reckoned(key: str, known: set[str]) -> bool:
    return any(_begins(each, key) or _begins(key, each) for each in known)


def _begins(key: str, start: str) -> bool:
    return key == start or key.startswith(f"{start}.")
