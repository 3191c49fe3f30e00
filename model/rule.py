"""`@rule`: how an economic rule becomes machine code.

A rule or a phase is an ordinary Python function of scalars and records. `@rule` compiles it with Numba the
first time it is called; with NUMBA_DISABLE_JIT=1 it stays plain Python, so that a debugger can step through.
Compiled code is kept on disk (model/compiling/kept_code.py), where several processes fill it before the first run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numba
import numpy as np

from poverty_nodes.model.compiling.misspelt_field import telling

F = TypeVar("F", bound=Callable[..., object])


def rule(function: F) -> F:
    """Compile a pure function of scalars, records and arrays; releases the interpreter while it runs.

    A rule is given what it works on and makes no array. So the compiler need not count references to tables (`_nrt`):
    those counts, synchronised between threads at every turn of a loop, took half of the time of the search for posts. A
    function that makes arrays is a `making_rule`; a `rule` that does is refused.
    """
    return _once(numba.njit(nogil=True, error_model="numpy", _nrt=False)(function))


def inner_rule(function: F) -> F:
    """Compile a part of a loop that stands apart for readability only: its code is put in where it is called.

    A call hands over every array of a record of arrays as seven numbers or more, once a seeker or a worker; in the
    search for posts that cost a fifth of its time.
    """
    return _once(
        numba.njit(nogil=True, error_model="numpy", _nrt=False, forceinline=True)(function)
    )


def making_rule(function: F) -> F:
    """Compile a function that makes arrays, as `rule` does otherwise; call it once a phase, not once an agent."""
    return _once(numba.njit(nogil=True, error_model="numpy")(function))


def wrapping_rule(function: F) -> F:
    """Compile a rule whose whole numbers are meant to wrap around; as plain Python it does not warn of that.

    NumPy keeps such a setting for each thread, so that it has to be made where the numbers are, not once a program.
    """
    if numba.config.DISABLE_JIT:
        return np.errstate(over="ignore")(function)
    return rule(function)


def _once(compiled: F) -> F:
    """Compile a rule once an installation, and once for whole numbers, not again for each in a caller's text.

    Numba takes `uniform_pair(key, firm.id, 2)` for a call with the type "the number 2": each stream and each kind of
    post made a copy of its own, a fifth of all compiled functions. Constants are put in when the copies are inlined.
    """
    if not numba.config.DISABLE_JIT:
        from poverty_nodes.model.compiling.kept_code import keep_on_disk

        keep_on_disk(compiled)
        compiled._compile_for_args = telling(compiled._compile_for_args)  # type: ignore[attr-defined]
        template = compiled.get_call_template  # type: ignore[attr-defined]

        def of_types(args: Sequence[object], kws: Mapping[str, object]) -> object:
            plain = {name: numba.types.unliteral(each) for name, each in kws.items()}
            return template(tuple(numba.types.unliteral(each) for each in args), plain)

        compiled.get_call_template = of_types  # type: ignore[attr-defined]
    return compiled
