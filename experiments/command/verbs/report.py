"""report: a finished comparison's tables, figures and page, written again from kept runs; or a folder verified."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from poverty_nodes.experiments.answer.first_time import compile_rules_once
from poverty_nodes.experiments.command.help import rows, schema_keys
from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.experiments.question.question_file import FILE, shown
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.scenarios.errors import Problem, QuestionError

VERIFY = "verify"
"""The word before a folder that is to be verified and not written again."""
DONE, NOT_AS_IT_WAS = 0, 1


def _execute(request: Request) -> int:
    if request.words[:1] == (VERIFY,):
        return _verified(request)
    from poverty_nodes.experiments.command.execute import put

    folder = folder_of(request.words)
    known = [each.split("=")[0] for each in request.settings]
    wrong = [each for each in known if each not in ("store", "workers", "output")]
    if wrong:
        accepted = "store=, workers=, output=, format="
        message = "would make it another question"
        remedy = f"poverty-nodes compare question={folder / FILE} and the key"
        where = [f"command line: {each}" for each in wrong]
        raise QuestionError([Problem(each, message, accepted, "", remedy) for each in where])
    settings = [f"question={folder / FILE}", *request.settings]
    if "output" not in known:
        settings.append(f"output={folder.absolute().parent.parent}")
    return put(
        "compare", Request((), tuple(settings), request.format, request.cfg, request.dry_run)
    )


def _verified(request: Request) -> int:
    """Compare every file with its hash and some runs, made again, with their digits; 1 if anything is not as it was."""
    from poverty_nodes.experiments.question.checked_request import read
    from poverty_nodes.experiments.question.record_request import Order
    from poverty_nodes.experiments.record.verification import checked_files, checked_runs
    from poverty_nodes.experiments.record.verification_words import verified

    order = read(Order, request.settings, request.words[1:])
    if request.cfg:
        print(shown("report", order.as_mapping(), request.format))
        return DONE
    folder, progress = Path(order.folder), Progress()
    files = checked_files(folder)
    sample = 0 if request.dry_run else order.sample
    if sample:
        compile_rules_once(progress)
    runs = checked_runs(folder, sample, order.seed, order.workers, progress)
    words, is_as_it_was = verified(files, runs, folder)
    if request.format == "json":
        print(json.dumps([asdict(each) for each in (*files, *runs)], indent=2))
    print(words, file=sys.stderr if request.format == "json" else sys.stdout)
    return DONE if is_as_it_was else NOT_AS_IT_WAS


def _details() -> str:
    from poverty_nodes.experiments.question.record_request import Order

    return "\n".join(["Keys of report verify:", *rows(schema_keys(Order, Order.WORDS))])


def folder_of(words: tuple[str, ...]) -> Path:
    """The folder of a finished question; QuestionError if none is named or it holds no question."""
    where, accepted = "command line", "the folder of a finished comparison: outputs/compare/NAME"
    if len(words) != 1:
        raise QuestionError([Problem(where, "report takes one folder", accepted)])
    folder = Path(words[0])
    if folder.name in (FILE, "report.html"):
        folder = folder.parent
    if not (folder / FILE).is_file():
        raise QuestionError([Problem(where, f"there is no {FILE} in '{folder}'", accepted)])
    return folder


VERB = Verb(
    name="report",
    summary="write a finished comparison again from kept runs, or verify an answer's folder",
    usage="poverty-nodes report [verify] FOLDER [key=value ...]",
    examples=(
        ("report outputs/compare/NAME", "in its own folder, with the tables and figures of today"),
        ("report outputs/compare/NAME output=elsewhere", "in another folder"),
        ("report outputs/compare/NAME --dry-run", "how many runs it rests on"),
        (
            "report verify outputs/compare/NAME",
            "is every file as it was written, and are five of its runs, made again, the same?",
        ),
    ),
    execute=_execute,
    details=_details,
)
