"""What a verb is: a name, a line on what it answers, examples, and what it does with a request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Request:
    """The command line after the verb, with the options that every verb knows taken out."""

    words: tuple[str, ...] = ()
    """What stands there besides key=value: `clusters` in `list clusters`."""
    settings: tuple[str, ...] = ()
    """The key=value tokens, as typed."""
    format: str = ""
    """How to print the result: one of the verb's formats, the first unless another is asked for."""
    cfg: bool = False
    dry_run: bool = False


@dataclass(frozen=True)
class Verb:
    """One verb of the command."""

    name: str
    summary: str
    """The question that it answers, in a line."""
    usage: str
    examples: tuple[tuple[str, str], ...]
    """Command lines without `poverty-nodes`, each with what it does."""
    execute: Callable[[Request], int]
    """Does it and returns the exit status; raises QuestionError if the request is wrong."""
    details: Callable[[], str] = lambda: ""
    """More for --help: what can be set or listed."""
    formats: tuple[str, ...] = ("text", "json")
    options: Mapping[str, str] = field(default_factory=dict)
    """Options of its own that take values, each with the key that it stands for: `--map FILE` is `map=FILE`."""
