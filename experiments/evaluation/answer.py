"""The answer to an evaluation and its folder: truths, estimates, diagnosis, figures, page, record."""

from __future__ import annotations

import json
from pathlib import Path

from poverty_nodes.experiments.answer.answer import Answer
from poverty_nodes.experiments.evaluation.diagnosis.tables import estimates_table
from poverty_nodes.experiments.evaluation.evaluated import Evaluated, evaluate
from poverty_nodes.experiments.evaluation.order import Order
from poverty_nodes.experiments.evaluation.report.figures import draw_all
from poverty_nodes.experiments.evaluation.report.page import answer_of, render
from poverty_nodes.experiments.evaluation.report.plan import as_markdown, plan_of
from poverty_nodes.experiments.evaluation.report.questionnaire import questionnaire
from poverty_nodes.experiments.evaluation.sheets.written import write_sheets
from poverty_nodes.experiments.output.answer_files import listed
from poverty_nodes.experiments.output.crate import hash_of
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.report.figures.files import write_drawings
from poverty_nodes.experiments.runs.progress import Progress, Told
from poverty_nodes.experiments.uncertainty.publish import folder_of, write_failed


def answer(order: Order, progress: Progress | None = None) -> Answer:
    """Make the runs that are missing and write the folder; the same evaluation goes on from the store."""
    progress = progress or Progress()
    record = Record.of("evaluate", order.as_mapping(how=False))
    found = evaluate(order, progress)
    folder = folder_for(order)
    drawing = progress.parts("writing the page", "pictures")
    with drawing as told, whole_folder(folder) as unfinished:
        _write(found, unfinished, record, told)
    asked, failed = len(found.runs.keys), len(found.runs.failures)
    return Answer(
        "\n".join(answer_of(found)), listed(folder), folder / "report.html", asked, failed
    )


def folder_for(order: Order) -> Path:
    """<output>/evaluate/<name>-<digits of the question and its study>."""
    question = order.question
    decided = [question.fingerprint(), order.study.model_dump(mode="json", exclude={"title"})]
    return folder_of(question, "evaluate", decided)


def _write(found: Evaluated, folder: Path, record: Record, told: Told) -> None:
    for name, table in (
        ("truth", found.truth),
        ("errors", found.errors),
        ("inference", found.inference),
        ("designs", found.designs),
        *([] if found.comparators.empty else [("comparators", found.comparators)]),
        *([] if found.data.empty else [("data", found.data)]),
        ("questionnaire", questionnaire(found.order.study)),
        ("estimates", estimates_table(found.trials, found.seeds)),
    ):
        write_table(table, folder / f"{name}.csv")
    plan = plan_of(found)
    (folder / "plan.md").write_text(as_markdown(plan), encoding="utf-8")
    text = json.dumps(plan, indent=2, ensure_ascii=False)
    (folder / "plan.json").write_text(f"{text}\n", encoding="utf-8")
    if found.order.study.sheets is not None:
        write_sheets(found.order, found.order.study.sheets, folder / "sheets")
    drawings = draw_all(found, told)
    write_drawings(drawings, folder, found.order.question.png == "yes")
    write_failed(folder, found.runs.failures)
    keys = [[label, seed, key] for (label, _, seed), key in found.runs.keys.items()]
    counts = {"asked": len(keys), "failed": len(found.runs.failures), "keys": keys}
    data = {name: hash_of(Path(name)) for name in found.order.study.data}
    of_data = {"data": data} if data else {}
    record.with_more({"runs": counts, "seeds": list(found.seeds), **of_data}).write(folder)
    (folder / "report.html").write_text(render(found, drawings), encoding="utf-8")
