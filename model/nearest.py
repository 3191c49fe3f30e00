"""The name that was probably meant by one that does not exist: another word for it, or one that looks like it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

OTHER_WORDS = {
    "sex": "gender",
    "caste": "social_group",
    "ethnicity": "social_group",
    "religion": "social_group",
    "employees": "workers",
    "head_count": "workers",
    "headcount": "workers",
    "registered": "formal",
    "salary": "wage",
    "pay": "wage",
    "interest": "rate",
    "loan": "amount",
    "uptake": "take_up",
    "horizon": "months",
    "duration": "months",
    "country": "cluster",
    "poverty_line": "line",
    "cores": "workers",
    "threads": "workers",
}
"""Words of the field's literature and of other tools, each with the word that stands for it here."""


def nearest_name(name: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return the known name that `name` is another word for or looks most like, or "" when none is near.

    A dotted name keeps what stands before its last point if it can.

    >>> nearest_name("take_upp", ["take_up", "budget"]), nearest_name("xyz", ["take_up", "budget"])
    ('take_up', '')
    >>> nearest_name("worker.sex", ["worker.age", "worker.gender", "firm.owner_gender"])
    'worker.gender'
    >>> nearest_name("worker.formal", ["worker.age", "firm.formal"])
    'firm.formal'
    """
    names = sorted(known)
    by_lower_case = {candidate.lower(): candidate for candidate in reversed(names)}
    lower = name.lower()
    above, _, last = lower.rpartition(".")
    meant = OTHER_WORDS.get(last, last)
    there = f"{above}.{meant}" if above else meant
    if there in by_lower_case:
        return by_lower_case[there]
    elsewhere = [each for each in by_lower_case if above and each.rpartition(".")[2] == meant]
    if len(elsewhere) == 1:
        return by_lower_case[elsewhere[0]]
    close = difflib.get_close_matches(lower, by_lower_case, n=1, cutoff=cutoff)
    return by_lower_case[close[0]] if close else ""
