"""The verbs of the command, one file each; `compare` is meant when none is given."""

from __future__ import annotations

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
