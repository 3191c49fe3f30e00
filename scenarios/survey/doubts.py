"""Values that can be read but look wrong, with their rows and with what the numbers would be without them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.prices import DAYS, to_dollars
from poverty_nodes.scenarios.survey.fields import FIELDS
from poverty_nodes.scenarios.survey.findings import Findings
from poverty_nodes.scenarios.survey.missing_codes import DECLARED
from poverty_nodes.scenarios.survey.reckoning import find
from poverty_nodes.scenarios.survey.sampling import units_that_start_again
from poverty_nodes.scenarios.survey.strange_values import Strange, strange_values
from poverty_nodes.scenarios.survey.survey import Survey
from poverty_nodes.scenarios.survey.weights import weigh

MOVES = 0.01
"""Change of a number, as a share of it, from which on it is named."""
NAMED = 3
"""Numbers that are named at most: pay first, then those that move most."""
PAYS = (0.5, 150.0)
"""International dollars of 2021 a day within which the pay of a regular post lies in any country (judged)."""


def doubts_of(survey: Survey, findings: Findings, like: ClusterDescription) -> Iterator[str]:
    """Yield a sentence for each suspicious value in a column of numbers."""
    for kind in ("firms", "workers"):
        sheet = getattr(survey, kind)
        for field in FIELDS[kind]:
            if field.name not in sheet.numbers or field.name == "weight" or field.kind == "share":
                continue
            for strange in strange_values(sheet.numbers[field.name], field.kind == "money"):
                yield _sentence(findings, like, kind, field.name, strange)
    yield from unused_codes(survey)
    again, names = units_that_start_again(survey)
    if again:
        yield (
            f"{again:,} of {names:,} names of sampling units (psu) stand in several strata: units are drawn within a "
            "stratum, so that each is counted as another unit there."
        )


def doubts_of_pay(survey: Survey, cluster: ClusterDescription) -> Iterator[str]:
    """Yield a sentence if the pay of a regular post is outside of what is earned anywhere."""
    wage = cluster.workers.regular_wage
    daily = to_dollars(wage.value, wage.year, cluster.money) / DAYS
    if not PAYS[0] <= daily <= PAYS[1]:
        yield (
            f"A regular post pays {wage.value:,.0f} {survey.map.pay.currency} a month, {daily:,.2f} international "
            f"dollars a day: look at pay.per ({survey.map.pay.per}), at pay.currency and at money in "
            f"{survey.file.name}."
        )


def unused_codes(survey: Survey) -> Iterator[str]:
    """Yield a sentence if the map names codes for missing answers that no cell holds."""
    hit = {
        kind: {answer: _codes(found) for answer, found in sheet.hits.items()}
        for kind, sheet in survey.sheets.items()
    }
    anywhere = {code for sheet in hit.values() for codes in sheet.values() for code in codes}
    general = [str(code) for code in survey.map.missing if code not in ("", "NA")]
    unused = [f"{code} (any column)" for code in general if code not in anywhere]
    for kind, sheet in survey.sheets.items():
        for answer, codes in getattr(survey.map, kind).missing.items():
            left = [
                str(code)
                for code in codes
                if code != "" and str(code) not in hit[kind].get(answer, ())
            ]
            unused += [f"{code} ({sheet.columns.get(answer, answer)})" for code in left]
    if unused:
        yield (
            f"No cell holds these codes of no answer of {survey.file.name}: {', '.join(unused)}. If the file writes "
            "them otherwise, those cells were taken as answers."
        )


def _codes(hits: Mapping[str, int]) -> set[str]:
    """Return the codes that cells hold, including those that the file itself declares."""
    return {code.removesuffix(DECLARED) for code in hits}


def _sentence(
    findings: Findings, like: ClusterDescription, kind: str, answer: str, strange: Strange
) -> str:
    sheet = getattr(findings.survey, kind)
    shown = [sheet.rows[at] for at in strange.rows[:5]]
    more = f" and {len(strange.rows) - 5:,} more" if len(strange.rows) > 5 else ""
    rows = f"{'row' if len(strange.rows) == 1 else 'rows'} {', '.join(map(str, shown))}{more}"
    values = ", ".join(f"{each:,.10g}" for each in strange.values[:5])
    others = np.delete(sheet.numbers[answer], strange.rows)
    others = others[np.isfinite(others)]
    span = (
        f"; the others go from {others.min():,.10g} to {others.max():,.10g}" if len(others) else ""
    )
    return (
        f"{sheet.name}, column '{sheet.columns[answer]}': {values} in {len(strange.rows):,} of "
        f"{int(np.isfinite(sheet.numbers[answer]).sum()):,} answers ({rows}) is {strange.why}{span}. "
        f"{_effect(findings, like, kind, answer, strange.rows)} "
        f"If it is no answer: {kind}.missing: {{{answer}: [...]}} in the map."
    )


def _effect(
    findings: Findings, like: ClusterDescription, kind: str, answer: str, rows: NDArray[np.int64]
) -> str:
    """Say which numbers change most when these cells are left out."""
    other = _without(findings.survey, kind, answer, rows)
    weights, _ = weigh(other)
    if weights is None:
        return "Without these cells the weights cannot be made."
    changed = find(other, weights, like).found
    moves = []
    for key, found in findings.found.items():
        if key not in changed:
            moves.append((np.inf, f"{key} has too few rows"))
            continue
        before, after = found.value, changed[key].value
        share = abs(after - before) / max(abs(before), 1e-9)
        if share > MOVES:
            moves.append((share, f"{key} is {after:,.5g} and not {before:,.5g}"))
    if not moves:
        return f"Without these cells no number moves by more than {MOVES:.0%}."
    moves.sort(key=lambda each: (not each[1].startswith("workers.regular_wage"), -each[0]))
    rest = f", and {len(moves) - NAMED} more numbers move" if len(moves) > NAMED else ""
    return f"Without these cells {'; '.join(text for _, text in moves[:NAMED])}{rest}."


def _without(survey: Survey, kind: str, answer: str, rows: NDArray[np.int64]) -> Survey:
    """Return the survey without these cells; head-counts, which cannot be missing, are set to their median."""
    sheet = getattr(survey, kind)
    numbers = sheet.numbers[answer].copy()
    numbers[rows] = np.median(numbers) if (kind, answer) == ("firms", "workers") else np.nan
    return replace(survey, **{kind: replace(sheet, numbers={**sheet.numbers, answer: numbers})})
