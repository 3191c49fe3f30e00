"""From a request to an exit status, for verbs that answer a question: check, print, price, or answer and close.

An answer that is stopped on the way ends in words, not in a traceback.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from poverty_nodes.experiments.answer.answer import Answer, answer
from poverty_nodes.experiments.answer.first_time import compile_rules_once
from poverty_nodes.experiments.command.summarise import DONE, INTERRUPTED, close
from poverty_nodes.experiments.command.verb import Request
from poverty_nodes.experiments.question.asked_packages import ask_packages
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.memory import memory_problem
from poverty_nodes.experiments.question.price import Price, price
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.question_file import shown
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.slices import SliceDone
from poverty_nodes.scenarios.errors import Problem, QuestionError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from poverty_nodes.experiments.question.packages import Packages
    from poverty_nodes.experiments.uncertainty.price import Cost


def put(verb: Literal["compare", "run"], request: Request) -> int:
    """Check the question; print it (--cfg), price it (--dry-run) or answer it; the exit status."""
    question = ask([*request.words, *request.settings], verb)
    mapping, cost = question.as_mapping, lambda: _cost(question)
    if only_shown(request, verb, notes_on(question), mapping, cost):
        return DONE
    return execute_question(question, lambda: answer(question), request.format)


def put_side_by_side(request: Request) -> int:
    """The same for packages that are set beside each other."""
    asked = ask_packages([*request.words, *request.settings])
    questions = list(asked.questions.values())
    notes = dict.fromkeys(note for each in questions for note in notes_on(each))

    def cost() -> Price | Cost:
        own = price(asked.first, worlds=len(questions) + 1)
        return _with_draws_of(asked, own) if asked.first.draws else own

    if only_shown(request, asked.VERB, notes, asked.as_mapping, cost):
        return DONE
    from poverty_nodes.experiments.side_by_side.answer import answer as answer_side_by_side

    return execute_question(asked.first, lambda: answer_side_by_side(asked), request.format)


def _with_draws_of(asked: Packages, own: Price) -> Cost:
    from poverty_nodes.experiments.side_by_side.draws import drawn_scenarios
    from poverty_nodes.experiments.uncertainty.price import cost_of, together

    return together(own, cost_of(asked.first, drawn_scenarios(asked)[0]))


def only_shown(
    request: Request,
    verb: str,
    notes: Iterable[object],
    mapping: Callable[[], Mapping[str, object]],
    cost: Callable[[], DataclassInstance],
) -> bool:
    """Print notes, then the question (--cfg) or its price (--dry-run); whether that was all that was asked for."""
    for note in notes:
        print(f"note: {note}", file=sys.stderr)
    if request.cfg:
        print(shown(verb, mapping(), request.format))
    elif request.dry_run:
        found = cost()
        print(json.dumps(asdict(found), indent=2) if request.format == "json" else found)
    return request.cfg or request.dry_run


def _cost(question: Question) -> Price | Cost:
    cost = price(question) if not question.draws else _with_draws(question)
    return _with_what_it_hangs_on(cost, question) if question.says_what_it_hangs_on else cost


def _with_what_it_hangs_on(cost: Price | Cost, question: Question) -> Cost:
    from poverty_nodes.experiments.hangs_on.price import with_what_it_hangs_on

    return with_what_it_hangs_on(cost, question)


def _with_draws(question: Question) -> Cost:
    from poverty_nodes.experiments.uncertainty.price import cost_with_draws

    return cost_with_draws(question)


def execute_question(
    question: Question, answer: Callable[[], Answer], form: str, points: Sequence[Question] = ()
) -> int:
    """The exit status after the closing summary; QuestionError if there is nobody to make the runs.

    `points` are the questions of a design, of which the largest has to fit into memory.
    """
    from poverty_nodes.experiments.runs.executors.computing import Means, computing
    from poverty_nodes.experiments.runs.executors.executors import ExecutorError

    problem = memory_problem(question, *points)
    if problem:
        raise QuestionError([problem])
    try:
        compile_rules_once(Progress())
        with computing(Means.of(**question.compute.model_dump())):
            return close(answer(), form)
    except SliceDone as done:
        print(done)
        return DONE
    except ExecutorError as error:
        raise QuestionError([Problem("compute", str(error))]) from error
    except MemoryError as error:
        raise QuestionError([_out_of_memory(question)]) from error
    except KeyboardInterrupt:
        print(f"\nStopped. {_what_is_kept(Path(question.store))}", file=sys.stderr)
        return INTERRUPTED


def _out_of_memory(question: Question) -> Problem:
    return Problem(
        "memory",
        "there was not enough of it to go on; finished runs are kept",
        remedy=f"a smaller scale than {question.share:g}, or workers=1, then the same command again",
    )


def _what_is_kept(store: Path) -> str:
    """What is kept of a stopped question; a store is made with the first finished run."""
    if any(store.glob("part-*.parquet")):
        return f"Finished runs are kept in {store}; the same command goes on from there."
    return "No run was finished, so that none is kept; the same command begins anew."
