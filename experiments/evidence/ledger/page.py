"""The ledger as one self-contained page."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from poverty_nodes.experiments.answer.question_in_full import cluster_name
from poverty_nodes.experiments.evidence.artefacts.audit import Audited, audit_words
from poverty_nodes.experiments.evidence.harness.in_words import band, figure
from poverty_nodes.experiments.evidence.harness.pattern import RESTATED
from poverty_nodes.experiments.evidence.ledger.leave_one_out import TITLE
from poverty_nodes.experiments.evidence.ledger.ledger import Entry
from poverty_nodes.experiments.evidence.ledger.totals import Totals, totals_of
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
    (
        "Reproduced",
        "Each of a pattern's numbers lies in its band, over the whole range of what is not known of it.",
    ),
    ("Turns", "It lies there at one value and not at an end of the range: that does not count."),
    (
        "Emergent",
        "At least half of the effect survives, for certain, when all that could impose it is neutral.",
    ),
    ("Partly, imposed", "Some of it survives; or none that can be told."),
    (
        "Dull rival",
        "No change, plain arithmetic, or other studies: what they reproduce as well earns nothing.",
    ),
    (
        "Registered",
        "Laid down under that hash before it was run; what is asked otherwise is a new version.",
    ),
    (
        "Robust, shifted, fragile",
        "The verdict stays and the effect is shown to stay of its size; it moved or was not shown to stay; the verdict "
        "is another.",
    ),
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
    besides: Sequence[str] = (),
) -> str:
    """The page as HTML: totals, the figure, each pattern with its bands and verdict, trials, moments, quiet runs.

    `drawing` is that of the patterns, None without them; `trials` is the finished section on trials;
    `series` is Torreon beside its years, `leave_one_out` the patterns without each alone of what puts them in together,
    `besides` a sentence on each of the other parts.
    """
    sections: list[Section] = []
    if drawing is not None:
        sections.append(("The patterns", [drawing, _verdicts(entries), *map(_entry, entries)]))
    for heading, frame in (
        (TITLE, leave_one_out),
        (
            "Torreon 1993-2000: base year and growth of orders given, and whom it hires from set after a first look",
            series,
        ),
    ):
        if frame is not None and len(frame):
            sections.append((heading, [_framed(frame, heading)]))
    sections += trials
    for heading, frame in (
        ("Figures beside their published ranges", moments),
        ("Does a quiet run stand still?", drifts),
    ):
        if len(frame):
            sections.append((heading, [_framed(frame, heading)]))
    answer = [*(_answer(totals_of(entries)) if drawing is not None else []), *besides]
    return page(
        "Published patterns and what the model makes of them", QUESTION, answer, sections, WORDS
    )


def paper_section(entries: Sequence[Entry], inertness: pd.DataFrame) -> list[Section]:
    """The paper's propositions with their verdicts, and what is moved by switching each mechanism off."""
    told: list[Member] = [_verdicts(entries), *map(_entry, entries)]
    heading = "Each mechanism that the paper names, switched off alone"
    return [("The paper in the laboratory", told), (heading, [_framed(inertness, heading)])]


def artefacts_section(audited: Sequence[Audited], table: pd.DataFrame) -> list[Section]:
    """Claims against what should not matter to them."""
    heading = "Does a claim hang on what should not matter?"
    return [(heading, [audit_words(audited), _framed(table, heading)])]


_HEADS = {
    "title": "figure",
    "published_low": "published, from",
    "published_high": "published, to",
    "inside": "inside it?",
    "put_in": "put in by a number?",
    "drift": "change",
    "low": "95 % interval, from",
    "high": "95 % interval, to",
    "tolerance": "change that is let pass",
    "stands": "stands still?",
}
"""Columns of files whose names do not say by themselves what they hold."""


def _framed(frame: pd.DataFrame, caption: str) -> Table:
    """A table of a file in words; the column of ids is left out where titles stand beside it."""
    shown = frame.drop(columns="moment") if {"moment", "title"} <= set(frame.columns) else frame
    if "put_in" in shown.columns:  # names of parameters, which the model's pages list
        shown = shown.assign(put_in=shown["put_in"].str.replace("_", " "))
    return table_of(shown, caption, _HEADS)


def _answer(totals: Totals) -> list[str]:
    tested = totals.patterns - totals.not_testable
    return [
        f"Of {tested} published findings that can be tested here, the model reproduces {totals.reproduced}: "
        f"{totals.kinds[0]} come out by themselves, and a dull rival reproduces {totals.dull} as well.",
        totals.words(),
    ]


def _verdicts(entries: Sequence[Entry]) -> Table:
    tones = {"not reproduced": "loss", "turns inside its range": "loss"}
    rows = tuple(
        Row(
            f"{each.pattern.id} {each.pattern.title}",
            (
                cluster_name(each.pattern.cluster),
                each.kind,
                ", ".join(each.rivals),
                each.status,
            ),
            "gain" if each.earns else tones.get(each.status, "unsure"),
        )
        for each in entries
    )
    return Table(
        "Each pattern and its verdict",
        ("Pattern", "cluster", "kind", "dull rivals that do as well", "verdict"),
        rows,
        words=(0, 1, 2, 3),
    )


def _entry(entry: Entry) -> Fold:
    pattern = entry.pattern
    verdict = entry.status + (f", {entry.kind}" if entry.kind else "")
    told: list[Member] = [
        f"Cluster: {cluster_name(pattern.cluster)}. Evidence {pattern.strength}: {pattern.source}.",
        f"Registered: {pattern.registered}. {pattern.sample}",
        f"Could it be imposed? {pattern.ablation.reason}",
    ]
    told += [f"Cannot be taken away yet: {each}." for each in pattern.ablation.unreached]
    told += [
        f"At {end.setting.words()}: {', '.join(figure(each.value) for each in end.found)} ({end.status})."
        for end in entry.ends
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
                ""
                if each.share is None
                else f"{figure(each.share.value)} ({figure(each.share.low)} to {figure(each.share.high)})",
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
        "share that survives",
    )
    return Table(f"{entry.pattern.id}: numbers and bands", heads, rows, words=(0, 1, 4))
