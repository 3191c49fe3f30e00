"""Work done by compiled code on behalf of a process that runs the rules as plain Python.

With NUMBA_DISABLE_JIT=1 a debugger steps through the months of a run. The base month before them takes a thousand
months of the stationary solver and a hundred of its own, minutes in plain Python: a process of its own makes it by
compiled code, which gives the same economy.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

from poverty_nodes.model.compiling.same_path import module_command
from poverty_nodes.scenarios.errors import QuestionError

P = ParamSpec("P")
T = TypeVar("T")


def is_plain() -> bool:
    """Whether the rules of this process are plain Python."""
    return bool(numba.config.DISABLE_JIT)


def by_compiled_code(function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
    """What a function at the top of a module gives, from a process with compiled rules if this one has none.

    QuestionError as the function raises it; whatever else goes wrong there is left to plain Python here.
    """
    if not is_plain():
        return function(*arguments, **named)
    done = subprocess.run(
        module_command("poverty_nodes.scenarios.base_month.compiled_process"),
        input=pickle.dumps((function, arguments, named)),
        stdout=subprocess.PIPE,
        check=False,
        env={**os.environ, "NUMBA_DISABLE_JIT": "0"},
    )
    if done.returncode != 0:
        return function(*arguments, **named)
    answer = pickle.loads(done.stdout)
    if isinstance(answer, QuestionError):
        raise answer
    return cast(T, answer)


def main() -> None:
    """Do what stands on the standard input and write what comes out."""
    function, arguments, named = pickle.load(sys.stdin.buffer)
    try:
        answer: object = function(*arguments, **named)
    except QuestionError as error:
        answer = error
    sys.stdout.buffer.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    main()
