"""The texts of --help, put together from the verbs, the schemas and the default question."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from poverty_nodes.experiments.command.verb import Verb

if TYPE_CHECKING:
    from pydantic import BaseModel

    from poverty_nodes.experiments.question.accepted_values import Key

_OPTIONS = (
    ("--help", "this; after a verb, more on it with examples"),
    ("--cfg", "print the resolved question as YAML, which question=FILE takes back"),
    ("--dry-run", "say how many runs, minutes and megabytes it would take, and run nothing"),
    ("--version", "print the version"),
    ("format=json", "the closing summary, or a list, for scripts"),
)
_STATUS = (
    "Exit status: 0 done, 1 done with failed runs, 2 the question is wrong, 130 stopped by Ctrl-C."
)


def overview(verbs: tuple[Verb, ...]) -> str:
    """The help of the command as a whole."""
    lines = [
        "poverty-nodes: who gains and who loses when policies meet an industrial cluster.",
        "",
        "    poverty-nodes [VERB] [key=value ...] [--help] [--cfg] [--dry-run]",
        "",
        "Verbs (compare when none is given):",
        *rows([(verb.name, verb.summary) for verb in verbs]),
        "",
        "Options:",
        *rows(_OPTIONS),
        "",
        "Examples:",
        *(line for verb in verbs for line in _examples(verb)[:4]),
        "",
        _STATUS,
    ]
    return "\n".join(lines)


def on_verb(verb: Verb) -> str:
    """The help of one verb."""
    details = verb.details()
    lines = [f"{verb.name}: {verb.summary}", "", f"    {verb.usage}", ""]
    lines += ["Examples:", *_examples(verb), ""]
    lines += [details, ""] if details else []
    lines += ["Options:", *rows(_OPTIONS), "", _STATUS]
    return "\n".join(lines)


def question_keys() -> str:
    """The keys of a question: what each takes and means, and its default."""
    from poverty_nodes.experiments.question.accepted_values import keys_of
    from poverty_nodes.experiments.question.composition import default_question
    from poverty_nodes.experiments.question.question import Question

    known = default_question()
    keys = [
        (f"{key.name}=", f"{key.description}: {key.accepted} [{_plain(known[key.name])}]")
        for key in keys_of(Question)
        if key.name in known
    ]
    keys[1:1] = [
        ("policy=", "the package, a list: 'policy=[a,b]', policy=[] for none; see `list policies`"),
        ("policy.NAME.KEY=", "the terms of a policy, such as take_up or budget; see `list terms`"),
        ("shock=", "what happens in both worlds, a list: 'shock=[a,b]' [none]; see `list shocks`"),
        ("shock.NAME.KEY=", "the sizes of a shock, its start and duration; see `list terms`"),
    ]
    keys += [
        ("compute=", "who makes the runs: local (threads), processes, serial, dask [local]"),
        (
            "compute.KEY=",
            "address (of a Dask scheduler), workers, slice (3/16: a part, for array jobs)",
        ),
        ("experiment=", "a named set of choices to start from; see `list experiments`"),
        ("question=", "a file of keys to start from: what --cfg printed, or question.yaml"),
    ]
    return "\n".join(["Keys, with what is meant when nothing is said:", *rows(keys)])


def schema_keys(schema: type[BaseModel], hidden: Collection[str] = ()) -> list[tuple[str, str]]:
    """The keys of a schema except those `hidden`: what each means and takes, and its default."""
    from poverty_nodes.experiments.question.accepted_values import keys_of

    return [
        (f"{key.name}=", f"{key.description}: {key.accepted}{_meant(key)}")
        for key in keys_of(schema)
        if key.name not in hidden
    ]


def _meant(key: Key) -> str:
    """The default of a key, if the schema has a fixed one."""
    return f" [{_plain(key.default)}]" if key.has_default and key.default != {} else ""


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "none"
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else str(value)


def _examples(verb: Verb) -> list[str]:
    return [
        line
        for words, meaning in verb.examples
        for line in (f"    # {meaning}", f"    poverty-nodes {words}".rstrip())
    ]


def rows(pairs: Sequence[tuple[str, str]], width: int = 96) -> list[str]:
    """Lay out two columns as indented lines; the second column is wrapped."""
    left = max(len(name) for name, _ in pairs) + 4
    return [
        line
        for name, text in pairs
        for line in textwrap.wrap(
            text,
            width,
            initial_indent=f"  {name}".ljust(left),
            subsequent_indent=" " * left,
        )
    ]
