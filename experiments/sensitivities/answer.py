"""The answer to a sensitivity analysis: indices, the design, pictures, a page with the reading in words."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from poverty_nodes.experiments.answer.answer import Answer
from poverty_nodes.experiments.output.answer_files import listed
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.report.figures.files import write_drawings
from poverty_nodes.experiments.runs.progress import Progress, Told
from poverty_nodes.experiments.sensitivities.analysis import Sensitivity, analysis
from poverty_nodes.experiments.sensitivities.order import Order
from poverty_nodes.experiments.sensitivities.page import render
from poverty_nodes.experiments.sensitivities.panels import draw_all
from poverty_nodes.experiments.sensitivities.tree import Leaf, failing_boxes
from poverty_nodes.experiments.sensitivities.words import name_of, plainly, reading
from poverty_nodes.experiments.uncertainty.publish import folder_of, write_failed


def answer(order: Order, progress: Progress | None = None) -> Answer:
    """Make the runs that are missing and write the folder. After Ctrl-C the same analysis goes on from the store."""
    progress = progress or Progress()
    record = Record.of("sensitivity", order.as_mapping(how=False))
    found = analysis(order, progress)
    folder = folder_for(order)
    drawing = progress.parts("writing the indices", "pictures")
    with drawing as told, whole_folder(folder) as unfinished:
        _write(found, unfinished, record, told)
    failed = len(found.failures)
    return Answer(
        "\n".join([plainly(found), *(each for each in reading(found) if _belongs(each))]),
        listed(folder),
        folder / "report.html",
        found.runs,
        failed,
    )


def _belongs(sentence: str) -> bool:
    """Whether a sentence of the reading belongs to the answer at the terminal; all stand on the page."""
    return " left out " in sentence or sentence.startswith(("Nothing", "Morris"))


def folder_for(order: Order) -> Path:
    """<output>/sensitivity/<name>-<digits of the question and its design>."""
    question = order.question
    decided = [question.fingerprint(), question.outcomes, order.design()]
    return folder_of(question, "sensitivity", decided)


def design_table(found: Sensitivity) -> pd.DataFrame:
    """design.csv: row, block, seed, the value of each factor, then each outcome of the row."""
    values = [found.factors.values(row) for row in found.design.places]
    table = pd.DataFrame(values)
    table.insert(0, "seed", found.design.seeds)
    table.insert(0, "block", found.design.blocks)
    table.insert(0, "row", np.arange(len(found.design)))
    for column, target in enumerate(found.targets):
        table[target.name] = found.outcomes[:, column]
    return table


def failing(found: Sensitivity) -> list[Leaf]:
    """Where in input space rows have no outcome."""
    failed = np.asarray(~np.isfinite(found.outcomes).all(axis=1))
    if not failed.any():
        return []
    numeric = [i for i, each in enumerate(found.factors.varied) if not each.choices]
    names = [name_of(found.factors.varied[i].key) for i in numeric]
    values = np.array(
        [
            [float(found.factors.varied[i].distribution.quantile(row[i])) for i in numeric]
            for row in found.design.places
        ]
    )
    return failing_boxes(names, values, failed)


def _write(found: Sensitivity, folder: Path, record: Record, told: Told) -> None:
    order = found.order
    write_table(found.indices, folder / "indices.csv")
    write_table(design_table(found), folder / "design.csv")
    if len(found.screening):
        write_table(found.screening, folder / "screening.csv")
    if "blocks" in found.convergence:
        write_table(found.convergence, folder / "convergence.csv")
    drawings = draw_all(found, told)
    write_drawings(drawings, folder, order.question.png == "yes")
    write_failed(folder, found.failures)
    counts = {"asked": found.runs, "failed": len(found.failures)}
    of_analysis = {
        "sensitivity": order.design(),
        "stopped": found.reason,
        "dropped": found.dropped,
    }
    record.with_more({"runs": counts, **of_analysis}).write(folder)
    boxes = failing(found)
    page = render(found, drawings, boxes)
    (folder / "report.html").write_text(page, encoding="utf-8")
