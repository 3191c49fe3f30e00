"""store: what is kept, whether it is still true, what can go."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, TextIO

from poverty_nodes.experiments.command.help import rows, schema_keys
from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.experiments.output.terminal_table import as_text
from poverty_nodes.experiments.question.question_file import shown
from poverty_nodes.experiments.runs.progress import Progress

if TYPE_CHECKING:
    from poverty_nodes.experiments.output.terminal_table import Row
    from poverty_nodes.experiments.question.store_request import Order
    from poverty_nodes.experiments.runs.store.garbage_collection import Piece

DONE, NOT_AS_IT_WAS = 0, 1
ROWS_SHOWN = 30


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.question.checked_request import read
    from poverty_nodes.experiments.question.store_request import Order

    order = read(Order, request.settings, request.words)
    if request.cfg:
        print(shown("store", order.as_mapping(), request.format))
        return DONE
    if request.dry_run:
        order = order.model_copy(
            update={"yes": False, "sample": 0}
        )  # `list`, `retry` and `gc` change nothing then
        print(f"{order.act}: nothing is made and nothing removed", file=sys.stderr)
    if order.act == "retry":
        return _retry(order, request.format, request.dry_run)
    return {"list": _list, "verify": _verify, "gc": _gc}[order.act](order, request.format)


def _list(order: Order, form: str) -> int:
    from poverty_nodes.experiments.runs.store.contents import contents

    found = contents(order.folder, ROWS_SHOWN if form == "text" else None)
    _show(found.rows, form)
    print(f"{order.folder}: {found}", file=_words(form))
    if form == "text" and found.scenarios > len(found.rows):
        print(f"The {len(found.rows)} scenarios with the most runs are shown; all: format=csv")
    return DONE


def _verify(order: Order, form: str) -> int:
    from poverty_nodes.experiments.runs.store.disk import Store
    from poverty_nodes.experiments.runs.store.verification_words import verified
    from poverty_nodes.experiments.runs.store.verify import SAME, verify

    store = Store(order.folder, sets_aside=False)
    with warnings.catch_warnings(action="ignore"):  # the closing words name what is damaged
        found = verify(store, order.sample, order.seed, order.workers, Progress())
    unlike = [each for each in found if each.verdict != SAME]
    _show(
        [{"id": each.key[:10], **asdict(each)} for each in (unlike if form == "text" else found)],
        form,
    )
    words, is_as_it_was = verified(found, store.left_aside)
    print(words, file=_words(form))
    return DONE if is_as_it_was else NOT_AS_IT_WAS


def _retry(order: Order, form: str, is_dry: bool) -> int:
    from poverty_nodes.experiments.runs.store.garbage_collection import remove
    from poverty_nodes.experiments.runs.store.retry import find_failed

    failed = find_failed(order.folder)
    _show(failed.rows(), form)
    number = len(failed.outcomes)
    runs = f"{number:,} failed run{'' if number == 1 else 's'}"
    if not number:
        print("No run of this version of the model has failed", file=_words(form))
    elif is_dry:
        print(f"{runs} would be forgotten", file=_words(form))
    else:
        remove(failed.pieces)
        print(f"{runs} forgotten: the questions that asked make them again", file=_words(form))
    return DONE


def _gc(order: Order, form: str) -> int:
    from poverty_nodes.experiments.runs.store.garbage_collection import find_garbage, remove

    pieces = find_garbage(order.folder)
    _show(_summed(pieces), form)
    if not pieces:
        print("Nothing can go: every file can be read and counts", file=_words(form))
    elif order.yes:
        print(f"{remove(pieces) / 1e6:,.1f} MB are free now", file=_words(form))
    else:
        megabytes = sum(piece.bytes for piece in pieces) / 1e6
        again = f"poverty-nodes store gc store={order.store} yes=true"
        print(
            f"{megabytes:,.1f} MB would be free; nothing was removed. To remove: {again}",
            file=_words(form),
        )
    _mention_failed(order, form)
    return DONE


def _mention_failed(order: Order, form: str) -> None:
    from poverty_nodes.experiments.runs.store.retry import find_failed

    number = len(find_failed(order.folder).outcomes)
    if number:
        again = f"poverty-nodes store retry store={order.store}"
        words = f"{number:,} failed run{' is' if number == 1 else 's are'} kept. To have them made again: {again}"
        print(words, file=_words(form))


def _summed(pieces: Sequence[Piece]) -> list[Row]:
    """A row a reason."""
    reasons = dict.fromkeys(piece.reason for piece in pieces)
    by_reason = {reason: [each for each in pieces if each.reason == reason] for reason in reasons}
    return [
        {
            "id": reason,
            "files": len(each),
            "megabytes": round(sum(piece.bytes for piece in each) / 1e6, 3),
        }
        for reason, each in by_reason.items()
    ]


def _show(rows: Sequence[Row], form: str) -> None:
    if form == "json":
        print(json.dumps([dict(row) for row in rows], indent=2))
    elif rows:
        print(as_text(rows, "table" if form == "text" else form))


def _words(form: str) -> TextIO:
    """Where sentences go: beside the table for people, out of the way of a program's."""
    return sys.stdout if form == "text" else sys.stderr


def _details() -> str:
    from poverty_nodes.experiments.question.store_request import Order

    return "\n".join(["Keys:", *rows(schema_keys(Order, Order.WORDS))])


VERB = Verb(
    name="store",
    summary="what runs are kept, are they still what the model says, and what can go?",
    usage="poverty-nodes store [list|verify|retry|gc] [key=value ...]",
    examples=(
        ("store", "a line for each scenario of which runs are kept"),
        ("store verify sample=50", "make fifty of them again and compare every bit"),
        ("store retry", "forget the runs that failed, so that they are made again"),
        ("store gc", "what can go: other versions of the model, damaged and doubled runs"),
        ("store gc yes=true", "remove it"),
    ),
    execute=_execute,
    details=_details,
    formats=("text", "csv", "json"),
)
