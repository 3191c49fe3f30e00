"""From a request to an exit status, for the verbs that answer a question."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

from poverty_nodes.experiments.answer.answer import answer
from poverty_nodes.experiments.command.execute import execute_question
from poverty_nodes.experiments.command.summarise import DONE
from poverty_nodes.experiments.command.verb import Request
from poverty_nodes.experiments.question.doubtful import notes_on
from poverty_nodes.experiments.question.parse import ask
from poverty_nodes.experiments.question.price import price
from poverty_nodes.experiments.question.question import Question
from poverty_nodes.experiments.question.question_file import shown

if TYPE_CHECKING:
    from poverty_nodes.experiments.uncertainty.price import Cost


def put(verb: Literal["compare", "run"], request: Request) -> int:
    """Check the question; print it (--cfg), price it (--dry-run) or answer it; the exit status."""
    question = ask([*request.words, *request.settings], verb)
    for note in notes_on(question):
        print(f"note: {note}", file=sys.stderr)
    if request.cfg:
        print(shown(verb, question.as_mapping(), request.format))
        return DONE
    if request.dry_run:
        cost = price(question) if not question.draws else _with_draws(question)
        print(json.dumps(asdict(cost), indent=2) if request.format == "json" else cost)
        return DONE
    return execute_question(question, lambda: answer(question), request.format)


def _with_draws(question: Question) -> Cost:
    from poverty_nodes.experiments.uncertainty.price import cost_with_draws

    return cost_with_draws(question)
