"""The answer to a sensitivity analysis: indices, the design, pictures, a page with the reading in words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from experiments.answer import Answer
from experiments.csv_table import write_table
from experiments.ensemble.page import Section, page
from experiments.ensemble.publish import listed, write_drawings, write_failed
from experiments.record.provenance import code_version
from experiments.record.record import Record
from experiments.report.figures.sheet import Drawing
from experiments.runs.progress import Progress
from experiments.sensitivities.analysis import Sensitivity, analysis
from experiments.sensitivities.factors import CHANCE
from experiments.sensitivities.figures import draw_all
from experiments.sensitivities.order import Order
from experiments.sensitivities.tree import Leaf, failing_boxes
from experiments.sensitivities.words import reading
from experiments.whole_folder import whole_folder


def answer(order: Order, progress: Progress | None = None) -> Answer:
    """Make the runs that are missing and write the folder. After Ctrl-C the same analysis goes on from the store."""
    progress = progress or Progress()
    record = Record.of("sensitivity", order.question_of(how=False))
    found = analysis(order, progress)
    folder = folder_of(order)
    with progress.stage("writing the indices"), whole_folder(folder) as unfinished:
        _write(found, unfinished, record)
    failed = len(found.failures)
    return Answer(
        "\n".join(reading(found)), listed(folder), folder / "report.html", found.runs, failed
    )


def folder_of(order: Order) -> Path:
    """<output>/sensitivity/<name>-<fingerprint>."""
    question = order.question
    decided = [question.fingerprint(), question.outcomes, order.as_mapping()]
    digest = hashlib.sha256(json.dumps(decided, default=str).encode()).hexdigest()[:10]
    return (
        Path(question.output)
        / "sensitivity"
        / f"{question.name or question.as_filed.cluster.id}-{digest}"
    )


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
    names = [found.factors.varied[i].key for i in numeric]
    values = np.array(
        [
            [float(found.factors.varied[i].distribution.quantile(row[i])) for i in numeric]
            for row in found.design.places
        ]
    )
    return failing_boxes(names, values, failed)


def _write(found: Sensitivity, folder: Path, record: Record) -> None:
    order = found.order
    write_table(found.indices, folder / "indices.csv")
    write_table(design_table(found), folder / "design.csv")
    if len(found.screening):
        write_table(found.screening, folder / "screening.csv")
    if "blocks" in found.convergence:
        write_table(found.convergence, folder / "convergence.csv")
    drawings = draw_all(found)
    write_drawings(drawings, folder)
    write_failed(folder, found.failures)
    counts = {"asked": found.runs, "failed": len(found.failures)}
    of_analysis = {"sensitivity": order.as_mapping(), "stopped": found.reason, "dropped": found.dropped}
    record.with_more({"runs": counts, **of_analysis}).write(folder)
    boxes = failing(found)
    title = f"What drives the outcomes: {order.question.as_filed.cluster.title}"
    text = page(title, reading(found), _sections(found, drawings, boxes))
    (folder / "report.html").write_text(text, encoding="utf-8")


def _sections(
    found: Sensitivity, drawings: Sequence[Drawing], boxes: Sequence[Leaf]
) -> list[Section]:
    order = found.order
    ranges = pd.DataFrame(
        [
            {"factor": each.name, "kind": each.kind, "varied": name, "drawn from": text}
            for each in order.factors.factors
            for name, text in order.as_mapping()["factors"][each.name]["members"].items()  # type: ignore[index]
        ]
    )
    question = order.question
    how = (
        f"{found.method}, {found.blocks:,} blocks, {len(found.design):,} rows, {found.runs:,} runs asked for; "
        f"{question.months} months, scale {question.share:g}, seeds from {question.first_seed}, "
        f"code {code_version()[:12]}. Outcomes are means of the last {min(question.window, question.months)} months."
    )
    blocks = (
        "In a Sobol block the first point and all points that change one factor of it share a seed; one more point "
        "changes the seed alone. So chance is a factor with a share of its own, and a factor that nothing depends on "
        "comes out at exactly 0. Factors add up over the ranges below: another range is another answer."
    )
    drives = found.indices[found.indices["factor"] != CHANCE]
    sections: list[Section] = [
        ("Pictures", drawings),
        ("What was varied, and over which range", [ranges]),
        ("All indices", [found.indices if len(found.indices) <= 400 else drives.head(400)]),
        ("How it was done", [how, blocks]),
    ]
    if boxes:
        sections.insert(1, ("Where runs fail", [str(each) + "." for each in boxes]))
    return sections
