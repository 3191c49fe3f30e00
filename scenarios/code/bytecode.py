"""What a compiled function of Python says, without where it stands."""

from __future__ import annotations

import dis
from functools import lru_cache
from types import CodeType

_KEPT = 4096


@lru_cache(maxsize=_KEPT)
def code_text(code: CodeType) -> str:
    """Instructions, constants and names; neither lines nor files, so that a comment or a move changes nothing."""
    constants = " ".join(_constant(each) for each in code.co_consts)
    names = (*code.co_names, *code.co_varnames, *code.co_freevars, *code.co_cellvars)
    arguments = (code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags)
    return f"{code.co_name} {arguments} {code.co_code.hex()} [{constants}] {' '.join(names)}"


@lru_cache(maxsize=_KEPT)
def globals_of(code: CodeType) -> tuple[str, ...]:
    """The names that a function looks up, those of functions within it too."""
    return tuple(sorted({name for each in _nested(code) for name in each.co_names}))


@lru_cache(maxsize=_KEPT)
def imported_in(code: CodeType) -> tuple[str, ...]:
    """The modules that a function imports when it is called; those named by leading points are in its file's text."""
    found = {
        str(step.argval)
        for each in _nested(code)
        for step in dis.get_instructions(each)
        if step.opname == "IMPORT_NAME" and step.argval
    }
    return tuple(sorted(found))


@lru_cache(maxsize=_KEPT)
def texts_in(code: CodeType) -> frozenset[str]:
    """The texts among the constants of a function and of those within it."""
    return frozenset(
        text for each in _nested(code) for one in each.co_consts for text in _texts(one)
    )


def _texts(constant: object) -> list[str]:
    if isinstance(constant, tuple | frozenset):
        return [text for each in constant for text in _texts(each)]
    return [constant] if isinstance(constant, str) else []


def _nested(code: CodeType) -> list[CodeType]:
    inner = [each for each in code.co_consts if isinstance(each, CodeType)]
    return [code, *(deeper for each in inner for deeper in _nested(each))]


def _constant(value: object) -> str:
    if isinstance(value, CodeType):
        return f"({code_text(value)})"
    if isinstance(value, tuple):
        return f"({', '.join(_constant(each) for each in value)})"
    if isinstance(value, frozenset):  # its order depends on the process
        return f"{{{' '.join(sorted(_constant(each) for each in value))}}}"
    return repr(value)
