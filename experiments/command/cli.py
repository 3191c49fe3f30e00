"""The command `poverty-nodes VERB [key=value ...]`: finds the verb and hands it the rest."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module

from poverty_nodes.experiments.command import streams, verbs
from poverty_nodes.experiments.command.help import on_verb, overview
from poverty_nodes.experiments.command.slow_start import told_if_slow
from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.experiments.question.grammar import quoted
from poverty_nodes.experiments.runs.store.store_error import StoreError, StoreWarning
from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name

QUESTION_WRONG, NOT_WRITTEN, INTERRUPTED = 2, 1, 130
OPTIONS = ("--help", "-h", "--version", "--cfg", "--dry-run")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return the exit status: no traceback for a mistake of the user.

    `arguments` are those of the process if none are given.
    """
    streams.tolerant()
    try:
        if arguments is None:
            with told_if_slow():
                status = _answered(sys.argv[1:])
        else:
            status = _answered(list(arguments))
        streams.finish()
    except BrokenPipeError:  # the reader of our output, such as `head`, has had enough
        streams.silence()
        return 0
    except OSError as error:
        if error.errno not in streams.FULL or error.filename is not None:
            raise
        streams.silence()
        print(f"The output could not be written: {error.strerror}.", file=sys.stderr)
        return NOT_WRITTEN
    return status


def _answered(arguments: list[str]) -> int:
    try:
        with _store_warnings_as_notes():
            return _dispatch(arguments)
    except QuestionError as error:
        print(error, file=sys.stderr)
        return QUESTION_WRONG
    except StoreError as error:
        print(Problem("store", str(error)), file=sys.stderr)
        return QUESTION_WRONG
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED


@contextmanager
def _store_warnings_as_notes() -> Iterator[None]:
    """Say what was left aside as a sentence; Python's own way names a line of ours besides."""
    with warnings.catch_warnings():
        shown = warnings.showwarning

        def show(message: Warning | str, category: type[Warning], *more: object) -> None:
            if issubclass(category, StoreWarning):
                print(f"note: {message}", file=sys.stderr)
            else:
                shown(message, category, *more)  # type: ignore[arg-type]

        warnings.showwarning = show  # type: ignore[assignment]
        yield


def _dispatch(arguments: list[str]) -> int:
    arguments = _options_as_settings(arguments)
    options = [each for each in arguments if each.startswith("-")]
    tokens = [each for each in arguments if not each.startswith("-")]
    if "--version" in options:
        print(f"poverty-nodes {_version()}")
        return 0
    named = bool(tokens) and _is_word(tokens[0])
    name = tokens.pop(0) if named else verbs.DEFAULT
    if {"--help", "-h"} & set(options) and (not named or name in verbs.NAMES):
        return _help(name if named else None)
    own = load_verb(name).options if name in verbs.NAMES else {}
    problems = [_unknown_option(each, (*OPTIONS, *own)) for each in options if each not in OPTIONS]
    if name not in verbs.NAMES:
        raise QuestionError([_unknown_verb(name), *problems, *_also_wrong(name, tokens)])
    verb = load_verb(name)
    request, more = _request(verb, tokens, options)
    problems += more
    if problems:
        raise QuestionError([*problems, *_also_wrong(name, tokens)])
    return verb.execute(request)


def _options_as_settings(arguments: list[str]) -> list[str]:
    """Write a verb's own options as settings: `--from a b` becomes `from=[a,b]`, `--map=m` becomes `map=m`."""
    named = next((each for each in arguments if not each.startswith("-")), "")
    options = load_verb(named).options if named in verbs.NAMES else {}
    read: list[str] = []
    at = 0
    while at < len(arguments):
        option, equals, text = arguments[at].partition("=")
        at += 1
        if option not in options:
            read.append(arguments[at - 1])
            continue
        values = [text] if equals else []
        while not equals and at < len(arguments) and _is_value(arguments[at]):
            values.append(arguments[at])
            at += 1
        read.append(f"{options[option]}={values[0] if len(values) == 1 else _list(values)}")
    return read


def _is_value(argument: str) -> bool:
    return not argument.startswith("-") and "=" not in argument


def _list(values: list[str]) -> str:
    return f"[{','.join(quoted(each) for each in values)}]"


def _request(verb: Verb, tokens: list[str], options: list[str]) -> tuple[Request, list[Problem]]:
    """Take the options that every verb knows out of the tokens."""
    asked = [each for each in tokens if each.startswith("format=")]
    form = asked[-1].removeprefix("format=") if asked else verb.formats[0]
    words = tuple(each for each in tokens if _is_word(each))
    settings = tuple(each for each in tokens if each not in asked and not _is_word(each))
    request = Request(words, settings, form, "--cfg" in options, "--dry-run" in options)
    if form in verb.formats:
        return request, []
    accepted, nearest = " or ".join(verb.formats), nearest_name(form, verb.formats)
    return request, [
        Problem("command line: format", f"there is no format '{form}'", accepted, nearest)
    ]


def _is_word(token: str) -> bool:
    """Whether a token is a word, and not a setting: key=value, +key=value, ~key."""
    return "=" not in token and not token.startswith(("+", "~"))


def load_verb(name: str) -> Verb:
    """Import one verb, a file of verbs/; KeyError if there is none of this name."""
    if name not in verbs.NAMES:
        raise KeyError(name)
    verb: Verb = import_module(f"{verbs.__name__}.{name}").VERB
    return verb


def _help(name: str | None) -> int:
    if name is None:
        print(overview(tuple(load_verb(each) for each in verbs.NAMES)))
    else:
        print(on_verb(load_verb(name)))
    return 0


def _unknown_verb(name: str) -> Problem:
    nearest, accepted = nearest_name(name, verbs.NAMES), ", ".join(verbs.NAMES)
    where = "command line"
    return Problem(where, f"there is no verb '{name}'", accepted, nearest, "poverty-nodes --help")


def _unknown_option(option: str, known: Sequence[str]) -> Problem:
    accepted, nearest = ", ".join(known), nearest_name(option, known)
    return Problem("command line", f"there is no option '{option}'", accepted, nearest)


def _also_wrong(name: str, tokens: list[str]) -> tuple[Problem, ...]:
    """Return what else is wrong with a question whose verb or options are."""
    if (name if name in verbs.NAMES else nearest_name(name, verbs.NAMES)) not in ("compare", "run"):
        return ()
    from poverty_nodes.experiments.question.checked_question import ask

    try:
        ask([each for each in tokens if not each.startswith("format=")])
    except QuestionError as error:
        return error.problems
    return ()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("poverty-nodes")
    except PackageNotFoundError:  # run from a source tree that is not installed
        return "(not installed)"
