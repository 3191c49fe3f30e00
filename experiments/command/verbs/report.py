"""report: the tables, figures and page of a finished comparison, written again from the runs that were kept."""

from __future__ import annotations

from pathlib import Path

from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.scenarios.errors import Problem, QuestionError

FILE = "question.yaml"


def _execute(request: Request) -> int:
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
    summary="write a finished comparison's tables, figures and page again, from kept runs",
    usage="poverty-nodes report FOLDER [store=DIR] [output=DIR]",
    examples=(
        ("report outputs/compare/NAME", "in its own folder, with the tables and figures of today"),
        ("report outputs/compare/NAME output=elsewhere", "in another folder"),
        ("report outputs/compare/NAME --dry-run", "how many runs it rests on"),
    ),
    execute=_execute,
)
