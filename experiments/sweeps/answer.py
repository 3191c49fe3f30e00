"""The answer to a sweep: runs, tables, pictures and a page, in a folder that appears whole."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from poverty_nodes.experiments.answer.answer import Answer
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.sweeps.figures import draw_all
from poverty_nodes.experiments.sweeps.packages_figure import draw_packages
from poverty_nodes.experiments.sweeps.page import render
from poverty_nodes.experiments.sweeps.panels import draw_panels
from poverty_nodes.experiments.sweeps.reading import (
    compares_packages,
    packages_ranked,
    plainly,
    point_names,
    sentences,
)
from poverty_nodes.experiments.sweeps.study import Study, read, shown, study
from poverty_nodes.experiments.sweeps.sweep import Sweep
from poverty_nodes.experiments.uncertainty.publish import (
    folder_of,
    listed,
    write_drawings,
    write_failed,
)
from poverty_nodes.experiments.uncertainty.readings import OutcomesFile
from poverty_nodes.experiments.uncertainty.worlds import left_out_words


def answer(sweep: Sweep, progress: Progress | None = None) -> Answer:
    """Make the runs that are missing and write the folder. After Ctrl-C the same sweep goes on from the store."""
    progress = progress or Progress()
    record, folder = Record.of("sweep", sweep.as_mapping(how=False)), folder_for(sweep)
    runs, left_out = study(sweep, progress)
    with progress.stage("reading the runs"), whole_folder(folder) as unfinished:
        with OutcomesFile(unfinished / "outcomes.parquet") as outcomes:
            found = read(sweep, runs, left_out, outcomes.add)
        _write(found, unfinished, record)
    headline = "\n".join(packages_ranked(found) or [plainly(found), sentences(found)[0]])
    missing = left_out_words(left_out.values(), sweep.first.draws)
    counts = len(runs.keys), len(runs.failures)
    return Answer(headline, listed(folder), folder / "report.html", *counts, missing)


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


def _write(found: Study, folder: Path, record: Record) -> None:
    sweep = found.sweep
    write_table(design_table(sweep), folder / "design.csv")
    write_table(found.summary, folder / "summary.csv")
    drawings = draw_all(found)
    if len(found.packages):
        write_table(found.packages, folder / "packages.csv")
    if compares_packages(found):
        seeds = len(found.readings.seeds)
        drawings = [draw_packages(found.packages, point_names(found), seeds), *drawings]
    write_drawings([draw_panels(found), *drawings], folder)
    more = {
        "design": {"keys": list(sweep.keys), "points": len(sweep.points)},
        "draws_left_out": found.left_out,
    }
    runs = found.runs
    write_failed(folder, runs.failures)
    counts = {"asked": len(runs.keys), "failed": len(runs.failures)}
    record.with_more({"runs": counts, **more}).write(folder)
    (folder / "report.html").write_text(render(found, drawings), encoding="utf-8")
