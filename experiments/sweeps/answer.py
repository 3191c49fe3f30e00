"""The answer to a sweep: runs, tables, pictures and a page, in a folder that appears whole."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pandas as pd

from poverty_nodes.experiments.answer.answer import Answer
from poverty_nodes.experiments.output.answer_files import listed
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.report.figures.files import write_drawings
from poverty_nodes.experiments.runs.progress import Progress, Told
from poverty_nodes.experiments.sweeps.doses import dosed
from poverty_nodes.experiments.sweeps.page import render
from poverty_nodes.experiments.sweeps.panels import draw_all
from poverty_nodes.experiments.sweeps.reading import packages_ranked, plainly
from poverty_nodes.experiments.sweeps.study import See, Study, read, shown, study
from poverty_nodes.experiments.sweeps.sweep import Sweep
from poverty_nodes.experiments.uncertainty.publish import folder_of, write_failed
from poverty_nodes.experiments.uncertainty.readings import OutcomesFile
from poverty_nodes.experiments.uncertainty.worlds import left_out_words
from poverty_nodes.model.result import RunResult


def answer(sweep: Sweep, progress: Progress | None = None) -> Answer:
    """Make the runs that are missing and write the folder. After Ctrl-C the same sweep goes on from the store."""
    progress = progress or Progress()
    record, folder = Record.of("sweep", sweep.as_mapping(how=False)), folder_for(sweep)
    sweep = dosed(sweep, progress)
    runs, left_out = study(sweep, progress)
    with whole_folder(folder) as unfinished:
        with (
            progress.parts("reading the runs", "runs") as told,
            OutcomesFile(unfinished / "outcomes.parquet") as outcomes,
        ):
            found = read(sweep, runs, left_out, _seen(outcomes, len(runs.keys), told))
        with progress.parts("writing the page", "pictures") as told:
            _write(found, unfinished, record, told)
    headline = "\n".join(packages_ranked(found) or [plainly(found)])
    missing = left_out_words(left_out.values(), sweep.first.draws)
    counts = len(runs.keys), len(runs.failures)
    return Answer(headline, listed(folder), folder / "report.html", *counts, missing)


def _seen(outcomes: OutcomesFile, of: int, told: Told) -> See:
    """What is done with each run that is read: its outcomes are kept, and it is counted."""
    read = count()

    def see(arm: str, number: int, draw: int, seed: int, result: RunResult) -> None:
        told(next(read), of)
        outcomes.add(arm, number, draw, seed, result)

    return see


def folder_for(sweep: Sweep) -> Path:
    """<output>/sweep/<name>-<digits of all points>."""
    parts = [point.question.fingerprint() for point in sweep.points]
    return folder_of(sweep.first, "sweep", [parts, sweep.first.outcomes, list(sweep.keys)])


def design_table(sweep: Sweep) -> pd.DataFrame:
    """design.csv: point, one column a swept key."""
    rows = [
        {"point": each.number, **{key: shown(value) for key, value in each.values.items()}}
        for each in sweep.points
    ]
    return pd.DataFrame(rows)


def _write(found: Study, folder: Path, record: Record, told: Told) -> None:
    sweep = found.sweep
    write_table(design_table(sweep), folder / "design.csv")
    write_table(found.summary, folder / "summary.csv")
    if len(found.packages):
        write_table(found.packages, folder / "packages.csv")
    if len(found.packages_by_group):
        write_table(found.packages_by_group, folder / "packages_by_group.csv")
    drawings = draw_all(found, told)
    write_drawings(drawings, folder, sweep.first.png == "yes")
    more = {
        "design": {"keys": list(sweep.keys), "points": len(sweep.points)},
        "draws_left_out": found.left_out,
    }
    runs = found.runs
    write_failed(folder, runs.failures)
    counts = {"asked": len(runs.keys), "failed": len(runs.failures)}
    record.with_more({"runs": counts, **more}).write(folder)
    (folder / "report.html").write_text(render(found, drawings), encoding="utf-8")
