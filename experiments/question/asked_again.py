"""A question file that is asked again: by the verb that it was asked by, with what only that verb knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from poverty_nodes.experiments.question.question_file import VERB, read_question_file
from poverty_nodes.experiments.question.settings import COMMAND_LINE, Setting, read_token
from poverty_nodes.scenarios.errors import Problem, QuestionError

ALIKE = ("compare", "run", "check")
"""Verbs whose questions have the same keys: each takes the file of another."""
BUILT_ON_THEM = ("sweep", "sensitivity")
"""Verbs that take such a file too; what only they know stands below a key of their own name."""


def for_verb(settings: Sequence[Setting], verb: str) -> tuple[list[Setting], list[Problem]]:
    """The settings of the keys that all verbs of the kind share; a file of another kind is a problem."""
    filed = [each for each in settings if each.origin != COMMAND_LINE]
    asked = next((str(each.value) for each in filed if each.key == VERB), verb)
    takes = {verb, *(ALIKE if verb in (*ALIKE, *BUILT_ON_THEM) else ())}
    if asked not in takes:
        origin = next(each.origin for each in filed if each.key == VERB)
        message, accepted = f"is a question of {asked}", f"one of {', '.join(sorted(takes))}"
        remedy = f"poverty-nodes {asked} question={origin}"
        rest = [each for each in settings if each.origin == COMMAND_LINE]
        return rest, [Problem(f"{origin}: {VERB}", message, accepted, remedy=remedy)]
    own = (VERB, *(each for each in BUILT_ON_THEM if each == verb))
    return [
        each
        for each in settings
        if each.origin == COMMAND_LINE or each.key.split(".")[0] not in own
    ], []


def own_section(tokens: Sequence[str], verb: str) -> tuple[object, str]:
    """What stands below the verb's own key in the question file that the tokens name, and the place to blame.

    None where no file is named or it has no such key; a file that cannot be read is told of where it is composed.
    """
    read = [read_token(each) for each in tokens if each.startswith("question=")]
    files = [each for each in read if isinstance(each, Setting) and each.value is not None]
    if not files:
        return None, ""
    path = Path(str(files[-1].value))
    try:
        return read_question_file(path).get(verb), f"{path}: {verb}"
    except QuestionError:
        return None, ""
