"""What can be named: the classes of the model itself, and those that installed packages offer by an entry point.

A package offers one in its metadata, under the name by which it is asked for:

    [project.entry-points."poverty_nodes.policies"]
    transport_voucher = "my_policies:TransportVoucher"

Whoever installs a package trusts its code. A question cannot bring code: it holds names, and a name stands for what was
installed, whoever wrote the question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar

T = TypeVar("T")


class OutsideError(ImportError):
    """An offer of a package that cannot be used; the message says which package, and why."""


class Registry(Mapping[str, T], Generic[T]):
    """Classes by name, in the order in which tables show them: first the model's own, then those of packages by
    alphabet.

    The names in packages are known from their metadata; a package is loaded when one is asked for, OutsideError if that
    fails.
    """

    def __init__(
        self,
        group: str,
        word: str,
        built_in: Mapping[str, T],
        faults: Callable[[str, object], list[str]],
    ) -> None:
        """`group` of entry points, the `word` for one, and what is wrong with one that is offered under a name."""
        self.group, self.word, self.built_in = group, word, dict(built_in)
        self._faults = faults
        self._loaded: dict[str, T] = {}

    @cached_property
    def offered(self) -> Mapping[str, tuple[EntryPoint, ...]]:
        """The entry points of installed packages by name: more than one where packages offer the same."""
        found: dict[str, tuple[EntryPoint, ...]] = {}
        for each in sorted(
            entry_points(group=self.group), key=lambda point: (point.name, point.value)
        ):
            if each.value not in {other.value for other in found.get(each.name, ())}:
                found[each.name] = (*found.get(each.name, ()), each)
        return found

    @property
    def from_outside(self) -> tuple[str, ...]:
        """The names that only packages offer."""
        return tuple(name for name in self.offered if name not in self.built_in)

    def __getitem__(self, name: str) -> T:
        """The class of this name; KeyError if there is none, OutsideError if one of a package cannot be used."""
        points = self.offered.get(name, ())
        if not points:
            return self.built_in[name]
        if name not in self._loaded:
            self._loaded[name] = self._load(name, points)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        """All names."""
        return iter([*self.built_in, *self.from_outside])

    def __len__(self) -> int:
        """How many there are."""
        return len(self.built_in) + len(self.from_outside)

    def __contains__(self, name: object) -> bool:
        """Whether there is one of this name; none is loaded to find out."""
        return name in self.built_in or name in self.offered

    def fault(self, name: str) -> str:
        """Why what a package offers under a name cannot be used; empty if it can, or if none offers it."""
        if name not in self.offered:
            return ""
        try:
            self[name]
        except OutsideError as error:
            return str(error)
        return ""

    def name_of(self, thing: object) -> str | None:
        """The name by which something is found here; None if it is not."""
        return next((name for name in self if not self.fault(name) and self[name] is thing), None)

    def _load(self, name: str, points: tuple[EntryPoint, ...]) -> T:
        owners = " and ".join(sorted({_owner(each) for each in points}))
        about = f"the {self.word} '{name}' of {owners}"
        if name in self.built_in:
            raise OutsideError(
                f"{about} has the name of one of the model's own: remove one of the two"
            )
        if len(points) > 1:
            raise OutsideError(f"{about} is offered more than once: remove one of them")
        try:
            found: T = points[0].load()
        except Exception as error:
            raise OutsideError(
                f"{about} cannot be loaded: {type(error).__name__}: {error}"
            ) from error
        if faults := self._faults(name, found):
            raise OutsideError(f"{about} does not fit: {'; '.join(faults)}")
        return found


def _owner(point: EntryPoint) -> str:
    return f"the package {point.dist.name}" if point.dist else point.module
