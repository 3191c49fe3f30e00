"""How to start a module of this installation in a process of its own, wherever it lies."""

from __future__ import annotations

import json
import sys

_PROGRAM = (
    "import json, runpy, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "runpy.run_module(sys.argv[2], run_name='__main__')"
)


def module_command(module: str) -> list[str]:
    """The command that runs a module as a program, with the search path of this process.

    The path is an argument and not in PYTHONPATH, where a folder with the separator in its name (`:`, or `;` on
    Windows) would be two.
    """
    return [sys.executable, "-c", _PROGRAM, json.dumps(sys.path), module]
