"""The files that some modules reach by their imports, and by those of what they import, to the end.

Texts are searched for import statements, and for names that are fetched late, and not parsed: two hundred files take a
tenth of the time. What looks like an import inside a string counts too; that a file too many is in a hash does no harm.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path
from typing import NamedTuple

Find = Callable[[str], Path | None]
"""Where the source of a module lies; None if it is none of ours, or there is no such module."""

ROOT = Path(__file__).parents[2]
_NAME = "poverty_nodes"
_PACKAGE = "__init__.py"


@dataclass(frozen=True)
class Scanned:
    """What counts of a source file: the hash of its text, and which modules the text names."""

    digest: str
    named: Named


@dataclass(frozen=True)
class Reached:
    """Modules with what stands in their files, in order of name, and the libraries beyond them."""

    files: Mapping[str, Scanned]
    libraries: frozenset[str]

    def __contains__(self, module: str) -> bool:
        """Whether a module is among them."""
        return module in self.files

    def digest(self) -> str:
        """Sixty-four digits of all the texts, whatever the folder they lie in."""
        lines = [f"{name} {each.digest}\n" for name, each in self.files.items()]
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def reached(modules: Iterable[str], find: Find, scan: Callable[[str, Path], Scanned]) -> Reached:
    """Follow imports from `modules`; those that `find` does not know are libraries."""
    files: dict[str, Scanned] = {}
    packages: set[str] = set()
    libraries: set[str] = set()
    asked: list[Asked] = [(each, ()) for each in modules]
    done: set[Asked] = set()
    while asked:
        module, names = request = asked.pop()
        if request in done:
            continue
        done.add(request)
        for name in _with_packages(module):
            if name in files:
                continue
            path = find(name)
            if path is None:
                libraries.add(name.partition(".")[0])
                break
            files[name] = scan(name, path)
            packages |= {name} if path.name == _PACKAGE else set()
            asked += _absolute(files[name].named.imports, name, name in packages)
        else:
            asked += _taken(module, names, files, packages, find)
    return Reached(dict(sorted(files.items())), frozenset(libraries - {*files}))


@lru_cache(maxsize=8)
def reached_here(*modules: str) -> Reached:
    """The files of this project that some of its modules reach; read once in a process."""
    return reached(modules, within(ROOT), lambda _, path: scanned_once(path))


def within(root: Path) -> Find:
    """Find modules below a folder."""

    @cache
    def find(module: str) -> Path | None:
        below = (
            module.removeprefix(_NAME).lstrip(".") if module.partition(".")[0] == _NAME else module
        )
        # In a checkout the rooms lie beside the folder of the package, installed within it.
        place = root / below.replace(".", "/") if below else root / _NAME
        candidates = [place / _PACKAGE, place.with_name(f"{place.name}.py")]
        candidates += [] if below else [root / _PACKAGE]
        return next((each for each in candidates if each.is_file()), None)

    return find


def scanned(path: Path) -> Scanned:
    """Read a source file; line ends of another system make no difference."""
    content = path.read_bytes().replace(b"\r\n", b"\n")
    return Scanned(
        hashlib.sha256(content).hexdigest(), named_in(content.decode("utf-8", "replace"))
    )


scanned_once = cache(scanned)


def _with_packages(module: str) -> Iterator[str]:
    """A module after the packages that are imported with it: a, a.b, a.b.c."""
    parts = module.split(".")
    yield from (".".join(parts[: end + 1]) for end in range(len(parts)))


def _absolute(imports: Iterable[Asked], module: str, is_package: bool) -> Iterator[Asked]:
    """Names from where a module stands (..sizes) as names from the top."""
    for name, names in imports:
        below = name.lstrip(".")
        points = len(name) - len(below)
        if points:
            parts = module.split(".")
            above = parts[: len(parts) - points + is_package]
            yield ".".join([*above, below] if below else above), names
        else:
            yield name, names


def _taken(
    module: str,
    names: tuple[str, ...],
    files: Mapping[str, Scanned],
    packages: set[str],
    find: Find,
) -> Iterator[Asked]:
    """What taking names from a module brings: modules below it, and what it fetches only when asked."""
    is_package = module in packages
    below = [name for name in names if is_package and find(f"{module}.{name}")]
    yield from ((f"{module}.{name}", ()) for name in below)
    if len(below) < len(names) and files[module].named.is_lazy:
        yield from _absolute(files[module].named.late, module, is_package)


@cache
def library_version(name: str) -> str:
    """The version of what was installed under a name; of several parts all; an empty text if there is none.

    What Python finds twice, as a project that is installed and stands on the search path as well, counts once.
    """
    try:
        return version(name)
    except (
        PackageNotFoundError
    ):  # as yaml, which is of PyYAML: to look through all that is there takes longer
        parts = sorted({*packages_distributions().get(name, ())})
        return " ".join(version(each) for each in parts)


_WORD = re.compile(r"import\b")
_BEGINS = re.compile(r"(?:^|[:;])[ \t]*(?:from[ \t]*(\.*[ \t]*[\w.]*)[ \t]*)?$")
_CHECKING = re.compile(
    r"^([ \t]*)if (?:\w+\.)?TYPE_CHECKING:[^\n]*\n(?:\1[ \t]+[^\n]*(?:\n|\Z)|[ \t]*\n)*",
    re.MULTILINE,
)
_TEXT = re.compile(r"""["']([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)["']""")
_FETCHES = "\ndef __getattr__("
_LOADS = re.compile(r"\b(?:import_module|__import__)\(")

Asked = tuple[str, tuple[str, ...]]
"""A module, with leading points if it is named from where the text stands, and the names that are taken from it."""


class Named(NamedTuple):
    """What a text imports, at its top or within functions, and what it fetches when a name is asked of it."""

    imports: tuple[Asked, ...]
    late: tuple[Asked, ...] = ()
    is_lazy: bool = False
    """Whether names can be asked of it that it fetches then (`__getattr__` of a module)."""


def named_in(text: str) -> Named:
    """Search a text; blocks that only a type checker reads are left out, unless names are fetched late.

    >>> named_in("import a as b, c").imports
    (('a', ()), ('c', ()))
    >>> named_in("def f():\\n    from . import one, two as three").imports
    (('.', ('one', 'two')),)
    """
    text = text.replace("\\\n", " ")
    is_lazy = _FETCHES in text
    at_once = _CHECKING.sub("\n", text) if "TYPE_CHECKING:" in text else text
    loaded: tuple[Asked, ...] = ()
    if is_lazy or _LOADS.search(text):
        loaded = tuple((name, ()) for name in _TEXT.findall(text))
    if is_lazy:
        return Named(tuple(_statements(at_once)), (*_statements(text), *loaded), True)
    return Named((*_statements(at_once), *loaded))


def _statements(text: str) -> Iterator[Asked]:
    for found in _WORD.finditer(text):
        begin, end = found.span()
        before = _BEGINS.search(text[text.rfind("\n", 0, begin) + 1 : begin])
        if before is None:
            continue
        names = tuple(_first_words(_listed(text, end)))
        if before[1] is None:
            yield from ((name, ()) for name in names)
        else:
            yield before[1].replace(" ", ""), names


def _listed(text: str, begin: int) -> str:
    """What stands after the word: to the end of the line or of the statement, or to the closing bracket."""
    line, begin = _line(text, begin)
    listed = line.partition(";")[0]
    if not line.lstrip().startswith("("):
        return listed
    while ")" not in line and begin < len(text):
        line, begin = _line(text, begin)
        listed += " " + line
    return listed.strip(" \t(").partition(")")[0]


def _line(text: str, begin: int) -> tuple[str, int]:
    """The rest of a line without its comment, and where the next one begins."""
    end = text.find("\n", begin)
    end = len(text) if end < 0 else end
    return text[begin:end].partition("#")[0], end + 1


def _first_words(listed: str) -> Iterator[str]:
    """The names of a list such as "one, two as three"."""
    for each in listed.split(","):
        words = each.split()
        if words:
            yield words[0]
