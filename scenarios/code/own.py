"""A hash of code that somebody brings: classes of policies, shocks and scenarios, and functions, from elsewhere.

Three things are in it: the text of the files that they are made of, with all that those import, what the objects are
at this moment, such as a class made in a loop or a number set on it, and what stands in files of data that they name.
What the project itself is made of has a hash of its own and is passed over.
"""

from __future__ import annotations

import hashlib
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import Self

from poverty_nodes.scenarios.code.closure import Reached, Scanned, library_version, reached, scanned
from poverty_nodes.scenarios.code.data_files import content_of, literals, named_files
from poverty_nodes.scenarios.code.present import Present

_MAIN = ("__main__", "__mp_main__")
_INSTALLED = {"site-packages", "dist-packages"}
_texts: dict[Path, tuple[ModuleSpec | None, Scanned]] = {}
_names: dict[Path, tuple[ModuleSpec | None, frozenset[str]]] = {}


def own_code(things: Iterable[object], covered: Reached) -> str:
    """Sixty-four digits of the code of `things` that is not `covered` yet; an empty text if all of it is.

    The same code has the same digits in any process and folder. Texts are read again only when a module is loaded anew.
    """
    return Own.of(things, covered).digits()


@dataclass(frozen=True)
class Own:
    """What was found of somebody's own code: what the objects are, the texts, the libraries, and files of data."""

    present: str
    texts: str
    libraries: tuple[str, ...]
    files: Mapping[Path, str]
    """Each with the text that names it."""

    @classmethod
    def of(cls, things: Iterable[object], covered: Reached) -> Self:
        """Look through things, but for what is `covered`."""
        given = list(things)
        homes = {name for each in given for name in _homes(each, covered)}
        if all(name in covered for name in homes):
            return cls("", "", (), {})
        tops = {name.partition(".")[0] for name in homes}
        present = Present(lambda name: _is_own(name, covered, tops), covered.__contains__)
        for each in given:
            present.tell(each)
        if not present.is_any:
            return cls("", "", (), {})
        paths: set[Path] = set()

        def text(module: str, path: Path) -> Scanned:
            paths.add(path)
            return _text(module, path)

        modules = present.modules - {*_MAIN}
        code = reached(modules, lambda name: _path(name, covered, tops), text)
        names = present.texts.union(*map(_literals, paths))
        libraries = tuple(_versions(code.libraries))
        files = named_files(names, _folders(paths))
        return cls(present.digest(), code.digest(), libraries, files)

    def digits(self) -> str:
        """Sixty-four digits of all of it; an empty text if there is none."""
        return _hash([self.present, *self._fixed()]) if self.present else ""

    def fixed_digits(self) -> str:
        """The same without what objects are at this moment, which runs may change: what is the same all day long."""
        return _hash(self._fixed()) if self.present else ""

    def _fixed(self) -> list[str]:
        data = sorted(f"{name} {content_of(path)}" for path, name in self.files.items())
        return [self.texts, *self.libraries, *data]


def _hash(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _literals(path: Path) -> frozenset[str]:
    spec = _texts[path][0]
    if path not in _names or _names[path][0] is not spec:
        _names[path] = spec, literals(path.read_text(encoding="utf-8", errors="replace"))
    return _names[path][1]


def _folders(paths: Iterable[Path]) -> set[Path]:
    """Where names of files may be meant to begin: where the program runs, the user's own, those of the modules."""
    main = getattr(sys.modules.get("__main__"), "__file__", None)
    places = [*paths, *([Path(main)] if main else [])]
    above = {parent for each in places for parent in each.absolute().parents[:2]}
    return {Path.cwd(), *above}


def _homes(thing: object, covered: Reached) -> Iterator[str]:
    """Where the classes and functions that were given come from, but for what libraries have added to them."""
    if isinstance(thing, FunctionType):
        yield thing.__module__
        return
    if not isinstance(thing, type):
        yield getattr(thing, "__module__", None) or type(thing).__module__
        thing = type(thing)
    for each in thing.__mro__:
        if each is thing or any(above.__module__ in covered for above in each.__mro__):
            yield each.__module__


def _is_own(module: str, covered: Reached, tops: set[str]) -> bool:
    if module in covered:
        return False
    return (
        module in _MAIN or not _is_library(module) or module.partition(".")[0] in tops - _standard()
    )


@cache
def _is_library(module: str) -> bool:
    """Whether a module comes with Python or was installed."""
    top = module.partition(".")[0]
    if top in _standard():
        return True
    path = _source(module) or _source(top)
    if path is None:
        # Built in, compiled or of many folders; what is not even loaded was made by hand.
        return top in sys.modules and getattr(sys.modules[top], "__spec__", None) is not None
    return bool(_INSTALLED & {*path.parts}) or path.is_relative_to(sysconfig.get_paths()["stdlib"])


def _standard() -> frozenset[str]:
    return sys.stdlib_module_names | {"builtins"}


def _path(module: str, covered: Reached, tops: set[str]) -> Path | None:
    """Where the text of a module lies if it is somebody's own."""
    if module in covered or not _is_own(module, covered, tops):
        return None
    return _source(module)


def _source(module: str) -> Path | None:
    """Where the text of a module lies; of modules that are not loaded none is loaded to find out."""
    if module in sys.modules:
        file = getattr(sys.modules[module], "__file__", None)
        return Path(file) if file and file.endswith(".py") else None
    top, *below = module.split(".")
    try:
        spec = find_spec(top)
    except (ImportError, ValueError):
        return None
    if spec is None:
        return None
    if not below:
        return Path(spec.origin) if spec.origin and spec.origin.endswith(".py") else None
    places = [Path(each, *below) for each in spec.submodule_search_locations or ()]
    candidates = [
        each for at in places for each in (at / "__init__.py", at.with_name(f"{at.name}.py"))
    ]
    return next((each for each in candidates if each.is_file()), None)


def _text(module: str, path: Path) -> Scanned:
    """What is in a file; a module that is loaded is what its file was then, until it is loaded anew."""
    spec = getattr(sys.modules.get(module), "__spec__", None)
    if path not in _texts or spec is None or _texts[path][0] is not spec:
        _texts[path] = spec, scanned(path)
    return _texts[path][1]


def _versions(libraries: frozenset[str]) -> Iterator[str]:
    for name in sorted(libraries - _standard()):
        yield f"{name} {library_version(name)}"
