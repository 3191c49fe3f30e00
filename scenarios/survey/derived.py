"""Numbers that rest on an answer that was not asked but derived by rules are marked as derived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from poverty_nodes.scenarios.survey.fields import TIERS
from poverty_nodes.scenarios.survey.findings import Findings
from poverty_nodes.scenarios.survey.origins import ANSWERS
from poverty_nodes.scenarios.survey.rules import in_words

OF_POSTS = (
    "workers.posts",
    "workers.women",
    "workers.minority",
    "workers.regular_wage",
    "workers.skilled_ratio",
    "workers.casual_ratio",
    "workers.home_ratio",
    "workers.gender_gap",
    "workers.wage_spread",
)
OF_TIERS = ("firms.tier_share", "chain.export_share")


def mark_derived(findings: Findings) -> None:
    """Mark as derived, with the rules in words, each number that rests on an answer derived from other columns."""
    for sheet in ("firms", "workers"):
        part = getattr(findings.survey.map, sheet)
        for answer, rules in (part.derive if part else {}).items():
            note = f" {answer.capitalize()} is derived: {in_words(rules)}."
            for key in _resting_on(findings, sheet, answer):
                found = findings.found[key]
                findings.found[key] = replace(found, kind="derived", note=found.note + note)


def _resting_on(findings: Findings, sheet: str, answer: str) -> Iterator[str]:
    starts: tuple[str, ...] = tuple(key for key, of in ANSWERS.items() if of == (sheet, answer))
    if answer == "post":
        starts = OF_POSTS
    for key in findings.found:
        by_tier = answer == "tier" and (
            key.startswith(OF_TIERS) or not set(key.split(".")).isdisjoint(TIERS)
        )
        if by_tier or any(key == each or key.startswith(f"{each}.") for each in starts):
            yield key
