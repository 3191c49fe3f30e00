"""What classes and functions are at this moment, told as a text that is the same in every process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cached_property, partial
from types import CodeType, FunctionType, MethodType, ModuleType
from typing import Any

import numpy as np

from poverty_nodes.scenarios.code.bytecode import code_text, globals_of, imported_in, texts_in

_PLAIN = (bool, int, float, complex, str, bytes, type(None), type(...), range, slice)
_OF_A_CLASS = frozenset(
    {
        *("__dict__", "__weakref__", "__doc__", "__module__", "__annotations__", "__annotate__"),
        *("__abstractmethods__", "_abc_impl", "__signature__", "__parameters__", "__orig_bases__"),
        *("__firstlineno__", "__static_attributes__", "__slotnames__", "__annotate_func__"),
        *("__class_vars__", "__private_attributes__", "model_config", "model_fields"),
    }
)
"""What Python and Pydantic write on a class by themselves, and what says nothing of what the class does."""
_OF_PYDANTIC = "__pydantic_"
_VALUES = ("datetime", "decimal", "fractions", "pathlib", "re")
"""Modules of Python whose objects are values that their text tells."""


class Present:
    """Walks through objects, as far as they lead through somebody's own modules, and notes what it meets.

    `is_own` tells of a module, by its name, whether it is somebody's own, and `is_ours` whether it is the project's.
    `modules` are the own ones that were met, `texts` all texts, among which names of files may be.
    """

    def __init__(self, is_own: Callable[[str], bool], is_ours: Callable[[str], bool]) -> None:
        """Nothing was met yet."""
        self._is_own, self._is_ours = is_own, is_ours
        self._lines: list[str] = []
        self._met: dict[
            int, tuple[int, object]
        ] = {}  # with the object, so that its number stays its own
        self._within: set[int] = set()
        self.modules: set[str] = set()
        self.texts: set[str] = set()
        self.is_any = False

    def digest(self) -> str:
        """Sixty-four digits of all that was told."""
        return hashlib.sha256("\n".join(self._lines).encode()).hexdigest()

    def tell(self, value: object) -> None:
        """Note an object and what it is made of."""
        if isinstance(value, _PLAIN):
            if isinstance(value, str):
                self.texts.add(value)
            self._say(type(value).__name__, repr(value))
        elif isinstance(value, type | FunctionType):
            if id(value) in self._met:
                self._say("again", str(self._met[id(value)][0]))
                return
            self._met[id(value)] = len(self._met), value
            self._class(value) if isinstance(value, type) else self._function(value)
        elif id(value) in self._within:
            self._say("within", "itself")
        else:
            self._within.add(id(value))
            self._data(value)
            self._within.discard(id(value))

    def _data(self, value: object) -> None:
        if isinstance(value, ModuleType):
            self._module(value.__name__)
        elif isinstance(value, np.ndarray | np.generic):
            self._say("array", f"{value.dtype} {value.shape} {value.tobytes().hex()}")
        elif isinstance(value, Mapping):
            self._all(
                "mapping", [each for pair in sorted(value.items(), key=repr) for each in pair]
            )
        elif isinstance(value, tuple | list):
            self._all(type(value).__name__, value)
        elif isinstance(value, set | frozenset):
            self._all("set", sorted(value, key=repr))
        else:
            self._object(value)

    def _object(self, value: Any) -> None:
        """An object by its parts if they say what it does, and an instance by its class and what it holds."""
        if isinstance(value, CodeType):
            self._say("code", code_text(value))
        elif isinstance(value, staticmethod | classmethod | MethodType):
            self._all("method", [value.__func__, getattr(value, "__self__", None)])
        elif isinstance(value, property):
            self._all("property", [value.fget, value.fset, value.fdel])
        elif isinstance(value, partial):
            self._all("partial", [value.func, value.args, value.keywords])
        elif isinstance(value, cached_property):
            self.tell(value.func)
        elif isinstance(inner := _inside(value), FunctionType):
            self.tell(inner)
        elif isinstance(value, Enum):
            self._say("enum", f"{type(value).__qualname__} {value.name}")
        else:
            self._instance(value)

    def _instance(self, value: object) -> None:
        self.tell(type(value))
        module = type(value).__module__
        if module.partition(".")[0] in _VALUES:
            self._say("value", repr(value))
            self.texts.add(str(value))
        if not (self._is_own(module) or self._is_ours(module)):
            return  # what libraries' objects hold may differ from one process to the next
        held = dict(getattr(value, "__dict__", {}))
        held |= getattr(value, "__pydantic_private__", None) or {}
        self.tell({name: each for name, each in held.items() if not name.startswith("__")})

    def _class(self, kind: type) -> None:
        own = [each for each in kind.__mro__ if self._is_own(each.__module__)]
        self._say("class", f"{'' if own else kind.__module__} {kind.__qualname__}")
        for each in own:
            self._own(each.__module__)
            self._say("of", " ".join(base.__qualname__ for base in each.__bases__))
            for name, value in sorted(vars(each).items()):
                if name not in _OF_A_CLASS and not name.startswith(_OF_PYDANTIC):
                    self._say("attribute", name)
                    self.tell(value)

    def _function(self, function: FunctionType) -> None:
        module = function.__module__ or ""
        self._say("function", function.__qualname__)
        if not self._is_own(module):
            return
        self._own(module)
        self._say("code", code_text(function.__code__))
        self.texts |= texts_in(function.__code__)
        self._all("defaults", [function.__defaults__, function.__kwdefaults__])
        for cell in function.__closure__ or ():
            self.tell(_content(cell))
        for name in imported_in(function.__code__):
            self._module(name)
        for name in globals_of(function.__code__):
            if name in function.__globals__:
                self._say("global", name)
                self.tell(function.__globals__[name])

    def _module(self, name: str) -> None:
        if self._is_own(name):
            self._own(name)
        self._say("module", name)

    def _own(self, module: str) -> None:
        self.is_any = True
        self.modules.add(module)

    def _all(self, kind: str, values: Iterable[object]) -> None:
        listed = list(values)
        self._say(kind, str(len(listed)))
        for each in listed:
            self.tell(each)

    def _say(self, kind: str, text: str) -> None:
        self._lines.append(f"{kind} {text}")


def _inside(value: object) -> object:
    """The function of Python in what Numba has compiled, or in what keeps a function's answers."""
    return getattr(value, "py_func", None) or getattr(value, "__wrapped__", None)


def _content(cell: Any) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # a name that is not bound yet
        return None
