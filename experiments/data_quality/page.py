"""The page on a survey as HTML: its style, figure and tables inside, everything from outside escaped."""

from __future__ import annotations

from collections.abc import Iterator

from poverty_nodes.experiments.data_quality import tables, words
from poverty_nodes.experiments.data_quality.figure import draw_weights
from poverty_nodes.experiments.data_quality.population import target_rows_of
from poverty_nodes.experiments.report.background import BaseTarget
from poverty_nodes.experiments.report.labels import listed
from poverty_nodes.experiments.report.table import Table
from poverty_nodes.experiments.report.tables_of_terms import targets_table
from poverty_nodes.experiments.uncertainty.page import Member, Points, Section, page
from poverty_nodes.scenarios.survey.building import Built

_WEIGHTS = (
    "Design effect (Kish): by how much unequal weights alone raise the variance; rows over it is what the rows are "
    "worth."
)
_RAKING = (
    "Raking moves the weights until their sums are the known totals. Workers are also raked to the head-counts by tier "
    "that firms report, so that the two files speak of one town. Those who did not answer a question keep their share "
    "of the weight."
)
_MISSING = (
    "The last column says how many cells held each code of no answer. A row without an answer is left out of the "
    "numbers that need it and kept for the others. Nothing is imputed."
)
_ESTIMATES = (
    "Intervals are of the sampling design (linearised, sampling units within strata, 95 %). They are of chance in the "
    "sample alone: wrong answers and firms that were never listed are not in them. The gain from raking is not "
    "credited, so they are a little wide."
)
_TARGETS = (
    "People and firms drawn from these numbers, at their first jobs (three populations). Only what is drawn at random "
    "or bound by whole firms is off; before a question is answered the stationary solver makes this base month stand "
    "still, and the report shows the same table after it."
)


def render(built: Built) -> str:
    """Return the page of a cluster that was built from a survey."""
    title = f"What the data can support: {built.survey.map.about.title}"
    return page(title, _question(built), [words.headline(built)], list(_sections(built)))


def _question(built: Built) -> str:
    source, pay = built.survey.map.source, built.survey.map.pay
    rows = listed([f"{len(sheet):,} {kind}" for kind, sheet in built.survey.sheets.items()])
    return (
        f"What can these data say of the cluster? {source.title}; {source.author}, {source.year}. {rows}; money in "
        f"{pay.currency} of {pay.year}, a {pay.per}."
    )


def _sections(built: Built) -> Iterator[Section]:
    if built.doubts:
        heading = "What looks wrong and was taken as it stands"
        yield heading, [Points([str(each) for each in built.doubts])]
    yield "What these data can support", [Points(list(words.can(built)))]
    yield "What they cannot", [Points(list(words.cannot(built)))]
    margins, cells = tables.margins_table(built), tables.cells_table(built)
    raked: list[Member] = [margins, _RAKING] if margins.rows else []
    yield (
        "Weights and known totals",
        [
            _WEIGHTS,
            *map(str, built.weights.notes),
            draw_weights(built),
            tables.weights_table(built),
            *raked,
        ],
    )
    yield "Missing answers", [tables.missing_table(built), _MISSING]
    if cells.rows:
        told = built.survey.map
        thin = (
            f"A cell with fewer than {told.thin} rows has no share here; a number with fewer than {told.fewest} rows "
            "is not used at all."
        )
        yield "Cells too thin to report", [thin, cells]
    yield "What the survey gives", [_ESTIMATES, tables.estimates_table(built)]
    yield "The survey against the synthetic population", [_TARGETS, _targets(built)]
    yield "Not from the survey", [_like(built), tables.assumed_table(built)]


def _like(built: Built) -> str:
    return (
        f"Taken from {built.like.cluster.title} with a range half as wide again. Where your question depends on one of "
        "these, find it for your own town."
    )


def _targets(built: Built) -> Table:
    rows = target_rows_of(built.cluster)
    return targets_table(
        [BaseTarget(row.name, row.target, row.came_out, row.unit, row.note) for row in rows]
    )
