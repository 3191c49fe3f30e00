"""Writes the folder of an answered question: every table, figure and the report, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from poverty_nodes.experiments import report
from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.impact.outcomes import Outcomes
from poverty_nodes.experiments.impact.outcomes_file import write_outcomes
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.output.answer_files import listed
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.report.labels import line_label, months_at_end
from poverty_nodes.experiments.report.pictures import AS_SVG, Pictures
from poverty_nodes.experiments.runs.failure import FailedRun, write_failures

if TYPE_CHECKING:
    import pandas as pd

    from poverty_nodes.experiments.capabilities.deprivation import Deprivation
    from poverty_nodes.experiments.one_world.town import Town
    from poverty_nodes.experiments.record.record import Record
    from poverty_nodes.experiments.report import Background
    from poverty_nodes.experiments.report.section import Section
    from poverty_nodes.experiments.uncertainty.page import Member
    from poverty_nodes.experiments.uncertainty.uncertainty import Uncertainty
    from poverty_nodes.model.result import RunResult


Persons = Iterable[tuple[str, int, "RunResult"]]
"""Runs by scenario and seed, whose persons are to be written; none where nobody asked for them."""


@dataclass(frozen=True)
class Besides:
    """What a question asks for besides its comparison: draws of inputs, deprivations, a table of persons."""

    unsure: Uncertainty | None = None
    lacking: Deprivation | None = None
    persons: Persons = ()


NOTHING = Besides()


def publish(
    comparison: Comparison,
    background: Background,
    folder: Path,
    *,
    record: Record,
    failures: Iterable[FailedRun] = (),
    besides: Besides = NOTHING,
    pictures: Pictures = AS_SVG,
) -> tuple[Path, ...]:
    """Write a finished comparison; returns the folder first, then every file in it, in order of name.

    QuestionError if the folder cannot be written or holds something else.
    """

    unsure, lacking = besides.unsure, besides.lacking
    with whole_folder(folder) as unfinished:
        nodes = comparison.nodes if lacking is None else lacking.beside(comparison.nodes)
        for name, table in (
            ("winners", comparison.winners),
            ("ex_post", comparison.ex_post),
            ("transitions", comparison.transitions),
            ("cost", comparison.cost),
            ("payers", comparison.payers),
            ("acceptability", comparison.acceptability),
            ("nodes", nodes),
            ("cells", comparison.cells),
            ("by_month", comparison.by_month),
            ("attribution", comparison.attribution),
            ("channels", comparison.channels),
            ("shock", comparison.shock),
        ):
            if len(table.columns):
                write_table(table, unfinished / f"{name}.csv")
        if comparison.not_known is not None:
            write_table(comparison.not_known.trials, unfinished / "hangs_on.csv")
        _write_common(unfinished, comparison.monthly, record, failures, unsure)
        if unsure is not None:
            unsure.write(unfinished, pictures.png)
        more = [] if unsure is None else [unsure.drawing]
        sections = _sections(comparison, lacking, nodes, unfinished)
        write_persons_of(besides.persons, comparison.terms, unfinished)
        report.write(comparison, background, unfinished, more, sections, pictures)
    return listed(folder)


def _sections(
    comparison: Comparison, lacking: Deprivation | None, nodes: pd.DataFrame, folder: Path
) -> list[Section]:
    """The parts of the page on the shock itself and on deprivations, of which the tables are written too."""
    sections = []
    if not comparison.shock.empty:
        from poverty_nodes.experiments.shock import page as of_the_shock

        sections.append(of_the_shock.section_of(comparison))
    if lacking is not None:
        from poverty_nodes.experiments.capabilities import page as of_deprivation

        lacking.write(folder)
        sections.append(of_deprivation.section_of(lacking, nodes))
    return sections


@dataclass(frozen=True)
class OneWorld:
    """What a question without a comparison found: a town over time, and draws of its inputs if any were asked for."""

    town: Town
    background: Background
    unsure: Uncertainty | None = None
    persons: Persons = ()


def publish_outcomes(
    found: OneWorld,
    folder: Path,
    *,
    record: Record,
    failures: Iterable[FailedRun] = (),
    pictures: Pictures = AS_SVG,
) -> tuple[Path, ...]:
    """Write what a question without a comparison leaves: outcomes, levels, question, manifest, failures and page."""
    from poverty_nodes.experiments.one_world.page import draw, render
    from poverty_nodes.experiments.report.figures.files import write_drawings

    town, unsure = found.town, found.unsure
    with whole_folder(folder) as unfinished:
        _write_common(unfinished, town.outcomes, record, failures, unsure)
        write_table(town.levels(), unfinished / "levels.csv")
        write_persons_of(found.persons, town.terms, unfinished)
        drawings = draw(town, pictures.told)
        write_drawings(drawings, unfinished, pictures.png)
        if unsure is not None:
            unsure.write(unfinished, pictures.png)
        more: list[Member] = [] if unsure is None else [unsure.sentence, unsure.drawing]
        text = render(town, found.background, drawings, more)
        (unfinished / "report.html").write_text(text, encoding="utf-8")
    return listed(folder)


def write_persons_of(persons: Persons, terms: Terms, folder: Path) -> None:
    """Write persons.parquet if there are runs whose persons are asked for."""
    if persons == ():
        return
    from poverty_nodes.experiments.output.persons import FILE, write_persons

    about = {"poverty line": line_label(terms), "end": months_at_end(terms)}
    write_persons(folder / FILE, persons, about)


def _write_common(
    folder: Path,
    outcomes: Outcomes,
    record: Record,
    failures: Iterable[FailedRun],
    unsure: Uncertainty | None,
) -> None:
    record.write(folder)
    of_draws = [] if unsure is None else [unsure.outcomes_table()]
    write_outcomes([outcomes.table(), *of_draws], folder)
    write_failures(folder / "failures.csv", failures)
