"""From what a user typed after a verb of few keys to its request, or to all that is wrong with it at once.

Such a verb has a schema of its own (asked.py); nothing is composed with conf/ as for a question.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from poverty_nodes.experiments.question.asked import Asked
from poverty_nodes.experiments.question.checked_question import for_verb, settings_of_text
from poverty_nodes.experiments.question.checked_values import checked
from poverty_nodes.experiments.question.composition import Content, lay_over, who_set
from poverty_nodes.experiments.question.settings import (
    COMMAND_LINE,
    Setting,
    read_settings,
    typed_twice,
)
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name

Request = TypeVar("Request", bound=Asked)


def read(schema: type[Request], tokens: Sequence[str], words: Sequence[str] = ()) -> Request:
    """Read what a verb of few keys is asked: its words and its key=value tokens.

    Raises QuestionError with everything that is wrong at once.
    """
    named = [Setting(*each, COMMAND_LINE) for each in zip(schema.WORDS, words, strict=False)]
    more = words[len(schema.WORDS) :]
    problems = [Problem(f"{COMMAND_LINE}: {each}", "is one word too many") for each in more]
    settings, of_words = read_settings(tokens)
    return _checked(schema, [*named, *settings], [*problems, *of_words])


def read_yaml(schema: type[Request], text: str) -> Request:
    """Read what `to_yaml` of such a request wrote; QuestionError with everything that is wrong with it."""
    return _checked(schema, settings_of_text(text), [])


def _checked(
    schema: type[Request], settings: Sequence[Setting], problems: Sequence[Problem]
) -> Request:
    """From settings to keys and values, from these to the record, and the record against the world."""
    settings, of_verb = for_verb(settings, schema.VERB)
    known = [each for each in settings if each.key.split(".")[0] in schema.key_names()]
    unknown = [_no_key(schema, each) for each in settings if each not in known]
    content: Content = {}
    of_keys = lay_over(content, known)

    def origin(key: str) -> str:
        return who_set(key, known) or COMMAND_LINE

    request, of_values = checked(schema, content, "", origin)
    of_world = schema.of_the_world(content, origin)
    found = [*problems, *of_verb, *typed_twice(settings), *unknown, *of_keys, *of_values, *of_world]
    in_the_way = None if found or request is None else request.in_the_way()
    if in_the_way:
        found.append(in_the_way)
    if found or request is None:
        raise QuestionError(found)
    return request


def _no_key(schema: type[Asked], setting: Setting) -> Problem:
    keys, message = schema.key_names(), f"is not a key of {schema.VERB}"
    return Problem(setting.where, message, ", ".join(keys), nearest_name(setting.key, keys))
