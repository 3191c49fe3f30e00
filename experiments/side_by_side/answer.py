"""The answer about several packages: runs, tables, pictures and a page, in a folder that appears whole."""

from __future__ import annotations

from pathlib import Path

from poverty_nodes.experiments.answer.answer import Answer, store_errors_as_questions
from poverty_nodes.experiments.answer.background import persons_of, runs_of
from poverty_nodes.experiments.answer.first_time import prepare
from poverty_nodes.experiments.answer.outputs import write_persons_of
from poverty_nodes.experiments.impact.outcomes_file import write_outcomes
from poverty_nodes.experiments.output.answer_files import listed
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.question.packages import Packages
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.experiments.record.made_runs import as_file
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.report.figures.files import write_drawings
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.side_by_side import words
from poverty_nodes.experiments.side_by_side.draws import over_draws
from poverty_nodes.experiments.side_by_side.page import draw, render
from poverty_nodes.experiments.side_by_side.side_by_side import (
    OF_PACKAGES,
    OF_WORLDS,
    SideBySide,
    side_by_side,
)
from poverty_nodes.experiments.uncertainty.publish import write_failed
from poverty_nodes.experiments.uncertainty.worlds import left_out_words


def answer(asked: Packages, progress: Progress | None = None) -> Answer:
    """Make the runs that are missing and write the folder. After Ctrl-C the same question goes on from the store."""
    progress = progress or Progress()
    record, first = Record.of(asked.VERB, asked.as_mapping(how=False)), asked.first
    scenarios, folder = asked.to_scenarios(), asked.folder()
    prepare(next(iter(scenarios.values())), progress)
    with store_errors_as_questions():
        runs = execute(scenarios, first.seed_numbers, first.store, run_one, first.workers, progress)
    runs.need_results()
    with progress.parts("comparing person by person", "pairs") as told:
        found = side_by_side(runs, scenarios, first.groups, told)
    drawn = over_draws(asked, found, progress)
    with (
        whole_folder(folder) as unfinished,
        progress.parts("writing the page", "pictures") as heard,
    ):
        _write_tables(found, unfinished)
        write_persons_of(persons_of(first, runs), found.terms, unfinished)
        drawings = draw(found, heard)
        write_drawings(drawings, unfinished, first.png == "yes")
        failures = [*runs.failures, *(drawn.drawn.failures if drawn else ())]
        write_failed(unfinished, failures)
        if drawn is not None:
            drawn.write(unfinished)
        more = runs_of(scenarios, first.seed_numbers, runs)
        record.with_more(more).with_files(as_file(dict(found.digests))).write(unfinished)
        text = render(found, asked.questions, drawings, _notes(asked), drawn)
        (unfinished / "report.html").write_text(text, encoding="utf-8")
    counts = len(runs.keys) + (len(drawn.drawn.keys) if drawn else 0), len(failures)
    left_out = left_out_words(drawn.worlds.left_out.values(), first.draws) if drawn else ""
    headline = "\n".join(words.answer(found, drawn)[:-1])
    return Answer(headline, listed(folder), folder / "report.html", *counts, left_out)


def _notes(asked: Packages) -> list[str]:
    """Cautions, each once."""
    return list(dict.fromkeys(each for q in asked.questions.values() for each in notes_on(q)))


def _write_tables(found: SideBySide, folder: Path) -> None:
    write_table(found.packages, folder / "packages.csv")
    for name in (*OF_WORLDS, *OF_PACKAGES):
        table = found.table(name)
        if len(table.columns):
            write_table(table, folder / f"{name}.csv")
    write_outcomes([each.table() for each in found.worlds.values()], folder)
