"""The ledger as one self-contained page."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.evidence.harness.in_words import band, figure
from poverty_nodes.experiments.evidence.harness.pattern import RESTATED
from poverty_nodes.experiments.evidence.ledger.leave_one_out import TITLE
from poverty_nodes.experiments.evidence.ledger.ledger import Entry, Totals, totals_of
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.table import Row, Table
from poverty_nodes.experiments.uncertainty.page import Fold, Member, Section, page, table_of

QUESTION = (
    "Which published findings about clusters and about policies does the model reproduce, and does each come out by "
    "itself or is it put in by a parameter?"
)
WORDS = (
    (
        "Pattern",
        "A finding that studies of clusters report; each is asked as one or more numbers with a band.",
    ),
    ("Band", "The range in which a number must lie; set from the sources before any run."),
    ("Reproduced", "Each of a pattern's numbers lies in its band, with its interval over seeds."),
    ("Emergent", "The pattern survives when the parameter that could impose it is neutral."),
    ("Imposed", "It does not: what is reproduced is what was put in."),
    ("Moment", "A figure of a town as it is described, beside the range that sources give."),
)


def ledger_page(
    entries: Sequence[Entry],
    moments: pd.DataFrame,
    drifts: pd.DataFrame,
    drawing: Drawing | None,
    trials: Sequence[Section] = (),
    series: pd.DataFrame | None = None,
    leave_one_out: pd.DataFrame | None = None,
) -> str:
    """The page as HTML: totals, the figure, each pattern with its bands and verdict, trials, moments, quiet runs.

    `drawing` is that of the patterns, None without them; `trials` is the finished section on trials;
    `series` is Torreon beside its years, `leave_one_out` the patterns without each alone of what puts them in together.
    """
    sections: list[Section] = []
    if drawing is not None:
        sections.append(("The patterns", [drawing, _verdicts(entries), *map(_entry, entries)]))
    for heading, frame in (
        (TITLE, leave_one_out),
        ("Torreon 1993-2000: base year and growth of orders given, nothing else", series),
    ):
        if frame is not None and len(frame):
            sections.append((heading, [table_of(frame, heading)]))
    sections += trials
    for heading, frame in (
        ("Figures beside their published ranges", moments),
        ("Does a quiet run stand still?", drifts),
    ):
        if len(frame):
            sections.append((heading, [table_of(frame, heading)]))
    answer = _answer(totals_of(entries)) if drawing is not None else []
    return page(
        "Published patterns and what the model makes of them", QUESTION, answer, sections, WORDS
    )


def _answer(totals: Totals) -> list[str]:
    tested = totals.patterns - totals.not_testable
    return [
        f"Of {tested} published findings that can be tested here, the model reproduces {totals.reproduced}: "
        f"{totals.emergent} come out by themselves, {totals.imposed} because a parameter puts them in.",
        totals.words(),
    ]


def _verdicts(entries: Sequence[Entry]) -> Table:
    tones = {"reproduced": "gain", "not reproduced": "loss"}
    rows = tuple(
        Row(
            f"{each.pattern.id} {each.pattern.title}",
            (each.pattern.cluster.replace("_", " "), each.kind, each.status),
            tones.get(each.status, "unsure"),
        )
        for each in entries
    )
    return Table(
        "Each pattern and its verdict",
        ("Pattern", "cluster", "kind", "verdict"),
        rows,
        words=(0, 1, 2),
    )


def _entry(entry: Entry) -> Fold:
    pattern = entry.pattern
    verdict = entry.status + (f", {entry.kind}" if entry.kind else "")
    told: list[Member] = [
        f"Cluster: {pattern.cluster}. Evidence {pattern.strength}: {pattern.source}.",
        f"Could it be imposed? {pattern.ablation.reason}",
    ]
    if entry.status == "not reproduced":
        told.append(f"What it would take: {entry.note}")
    if entry.status == "not testable":
        told.append(f"Why not: {entry.note}")
    if pattern.restated:
        told.append(f"{RESTATED}: {pattern.restated}")
    return Fold(f"{pattern.id} {pattern.title}: {verdict}", [*told, _statistics(entry)])  # type: ignore[list-item]


def _statistics(entry: Entry) -> Table:
    rows = tuple(
        Row(
            each.statistic.name,
            (
                str(each.statistic.published),
                f"{band(each.statistic.band.low, each.statistic.band.high)} ({each.statistic.why})",
                f"{figure(each.found.value)} ({figure(each.found.low)} to {figure(each.found.high)})",
                str(len(each.seeds)) if each.seeds else "",
                each.status,
                "" if each.without is None else figure(each.without.value),
            ),
        )
        for each in entry.findings
    )
    heads = (
        "Number",
        "published",
        "band and why",
        "model (95 %)",
        "seeds",
        "verdict",
        "without what could impose it",
    )
    return Table(f"{entry.pattern.id}: numbers and bands", heads, rows, words=(0, 1, 4))
