"""The section on trials of the page of a validation."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.experiments.evidence.harness.in_words import band
from poverty_nodes.experiments.evidence.trials.tables import with_interval
from poverty_nodes.experiments.evidence.trials.trial import Result, Untested, headline
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.labels import policy_label
from poverty_nodes.experiments.report.table import Row, Table
from poverty_nodes.experiments.uncertainty.page import Member, Section

WORDS = {
    "printed": "as printed",
    "versions": "spread of versions",
    "judged": "judged around one figure",
    "sign": "sign alone",
}


def trials_section(
    results: Sequence[Result], untested: Sequence[Untested], drawing: Drawing
) -> list[Section]:
    """Heading, totals, forest plot, a table of all effects, and what disagrees and why."""
    told = (
        f"{headline(results, untested)} The studies are a check and no target: no parameter was set by "
        "them unless the column of what an effect leans on says so."
    )
    members: list[Member] = [told, drawing, _effects(results)]
    if (terms := _terms(results)).rows:
        members.append(terms)
    if (reasons := _disagreements(results)).rows:
        members.append(reasons)
    missing = tuple(
        Row(policy_label(each.policy), (each.source, each.said, each.why)) for each in untested
    )
    heads = ("Policy", "study", "published", "why not")
    members.append(Table("Not testable here", heads, missing, words=(0, 1, 2)))
    return [("Published trials run again", members)]


def _effects(results: Sequence[Result]) -> Table:
    rows = tuple(_row(each) for each in results)
    heads = (
        *("Policy", "study", "effect", "published", "range", "model (95 %)", "leans on"),
        *("weight", "verdict"),
    )
    return Table(
        "Each published effect beside the model's", heads, rows, words=(0, 1, 2, 3, 5, 6, 7)
    )


def _row(result: Result) -> Row:
    published = result.effect.published
    recalled = ", recalled" if published.recalled else ""
    cells = (
        f"{result.trial.title} ({result.trial.source})",
        result.effect.name,
        published.said,
        f"{band(published.low, published.high)} ({WORDS[published.kind]}{recalled})",
        with_interval(result),
        result.effect.leans_on,
        result.effect.weight,
        result.status,
    )
    tone = "loss" if result.status == "does not overlap" else ""
    return Row(policy_label(result.trial.policy), cells, tone)


def _terms(results: Sequence[Result]) -> Table:
    trials = {each.trial.id: each.trial for each in results}.values()
    rows = tuple(
        Row(each.title, (f"{term.policy}: {term.term} {term.value:g}", term.because))
        for each in trials
        for term in each.terms
    )
    head = "Terms that other trials of the same policy do not have"
    return Table(head, ("Study", "term", "why"), rows, words=(0, 1))


def _disagreements(results: Sequence[Result]) -> Table:
    rows = tuple(
        Row(f"{each.trial.title}, {each.effect.name}", (each.reason or "no reason is known yet",))
        for each in results
        if each.status == "does not overlap" or each.reason
    )
    return Table("What disagrees, and why", ("Effect", "why"), rows, words=(0,))
