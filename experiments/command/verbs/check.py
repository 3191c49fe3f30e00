"""check: is this question well posed, and what will each component reach and cost?"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from poverty_nodes.experiments.answer.first_time import prepare
from poverty_nodes.experiments.command.help import question_keys
from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.experiments.output.terminal_table import as_csv, as_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.question.question_file import question_text
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.scenarios.errors import QuestionError

if TYPE_CHECKING:
    from poverty_nodes.experiments.output.terminal_table import Row
    from poverty_nodes.experiments.question.question import Question


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.question.checked_question import ask
    from poverty_nodes.experiments.question.whole_question import notes_on

    question = ask([*request.words, *request.settings], "compare")
    if request.cfg:
        print(question_text("check", question.as_mapping()).rstrip())
        return 0
    if request.dry_run:
        print("one seed's first months, once for each component: seconds")
        return 0
    for note in notes_on(question):
        print(f"note: {note}", file=sys.stderr)
    record = Record.of("check", question.as_mapping(how=False))
    rows = _pre_checked(question)
    folder = _published(question, rows, record.with_more({"seed": question.first_seed}))
    if request.format == "json":
        files = [str(folder / name) for name in ("check.csv", "report.html")]
        print(json.dumps({"outputs": files, "components": rows}, indent=2))
    else:
        print(_as_text(rows, folder))
    return 0


def _pre_checked(question: Question) -> list[Row]:
    from poverty_nodes.experiments.answer.pre_check import pre_check
    from poverty_nodes.experiments.answer.pre_check_rows import rows_of
    from poverty_nodes.experiments.question.memory import economy_of, of_small_economies, shortage

    if not question.policies:
        return []
    side_by_side = len(question.policies) + 1
    needed = of_small_economies([economy_of(question)], side_by_side)
    remedy = "a smaller scale, or fewer components at once"
    problem = shortage(f"scale={question.share:g}", "the components side by side", needed, remedy)
    if problem:
        raise QuestionError([problem])
    progress = Progress()
    prepare(question.to_scenarios()["without"], progress)
    doing = "living through the first months, with each component and without"
    with progress.parts(doing) as told:
        scale, components = pre_check(question, told)
    return rows_of(question, scale, components)


def _published(question: Question, rows: list[Row], record: Record) -> Path:
    """Write check.csv and the page beside the question; returns the folder."""
    from poverty_nodes.experiments.answer.pre_check_page import render
    from poverty_nodes.experiments.answer.pre_check_rows import COLUMNS

    folder = Path(question.output) / "check" / question.folder().name
    with whole_folder(folder) as unfinished:
        table = as_csv(rows) if rows else ",".join(COLUMNS)
        (unfinished / "check.csv").write_text(f"{table}\n", encoding="utf-8")
        (unfinished / "report.html").write_text(render(question, rows), encoding="utf-8")
        record.write(unfinished)
    return folder


def _as_text(rows: list[Row], folder: Path) -> str:
    """A table of each component as a terminal has room for it, then what is to be said of the components."""
    from poverty_nodes.experiments.answer.pre_check_page import answer_of
    from poverty_nodes.experiments.command.summarise import closing
    from poverty_nodes.experiments.report.labels import capital, policy_label

    shown: dict[str, list[Row]] = {}
    for row in rows:
        first = bool(row["message"])
        # Places on the chain have long names and are many: they stand on the page and in check.csv.
        if first or (row["eligible"] and not str(row["group"]).startswith("node=")):
            shown.setdefault(str(row["component"]), []).append(_narrow(row, first))
    tables = [
        text
        for component, found in shown.items()
        for text in ("", capital(policy_label(component)), as_table(found))
    ]
    outputs = [folder, folder / "check.csv"]
    return "\n".join(
        [*tables, closing("\n".join(answer_of(rows)), outputs, folder / "report.html")]
    )


def _narrow(row: Row, first: bool) -> Row:
    from poverty_nodes.experiments.report.labels import group_label

    cost = f"{float(str(row['cost'])):,.0f}" if first else ""
    return {
        "in the first month at full strength": row["group"]
        if first
        else group_label(str(row["group"])),
        "eligible": f"{row['eligible']:,}",
        "reached": f"{row['reached']:,}",
        "$/month": cost,
        "first felt": row["first_month"] if first else "",
        "bites": row["bites"] if first else "",
    }


def _details() -> str:
    return question_keys()


VERB = Verb(
    name="check",
    summary="is this question well posed; what will each component reach and cost?",
    usage="poverty-nodes check [key=value ...]",
    examples=(
        (
            "check 'policy=[micro_credit,labour_standards]'",
            "whom each component reaches, and its cost",
        ),
        ("check policy=[effluent_plant]", "a component that does nothing in the default cluster"),
        ("check policy=[effluent_plant] shock=[closure_order]", "and where it does"),
        ("check 'policy=[market_linkage,procurement]' budget=1000000", "under one budget"),
    ),
    execute=_execute,
    details=_details,
)
