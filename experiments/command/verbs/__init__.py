"""The verbs of the command, one file each; `compare` is meant when none is given."""

from __future__ import annotations

from importlib import import_module

from poverty_nodes.experiments.command.verb import Verb

NAMES = (
    "compare",
    "run",
    "sweep",
    "sensitivity",
    "evaluate",
    "identify",
    "check",
    "report",
    "list",
    "new",
    "validate",
    "store",
)
"""The verbs, in the order of the help; each is a file of this folder that holds a `VERB`."""

DEFAULT = "compare"


def load_verb(name: str) -> Verb:
    """Import one verb; KeyError if there is none of this name."""
    if name not in NAMES:
        raise KeyError(name)
    verb: Verb = import_module(f"poverty_nodes.experiments.command.verbs.{name}").VERB
    return verb
