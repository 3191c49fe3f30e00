"""One number of an experiment set otherwise: of a description, a shock, a policy, an act, or the model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from poverty_nodes.experiments.evidence.harness.world import World

Kind = Literal["description", "shock", "policy", "act", "parameter", "artefact"]


@dataclass(frozen=True)
class Setting:
    """`key` of what is named `of` is `value`.

    `of` is the id of a cluster, the name of a shock or policy, the class of an act, or nothing for a parameter that is
    switched at month 0, and for an arrangement that should not matter. A world that has no such thing is left as it is.
    """

    kind: Kind
    of: str
    key: str
    value: float

    def within(self, world: World) -> World:
        """Return the world with the number as it is set here.

        >>> Setting("parameter", "", "learning", 0.0).within(World("a_town", 12)).switched
        (('learning', 0.0),)
        """
        return _WITHIN[self.kind](self, world)

    def words(self) -> str:
        """Return a short text of what is set.

        >>> Setting("shock", "buyers_standard", "cost", 3000.0).words()
        'buyers_standard cost=3000'
        """
        return f"{self.of} {self.key}={self.value:g}".strip()


@dataclass(frozen=True)
class Reach:
    """The range of a number that is not known: a verdict has to hold at both ends as well."""

    kind: Kind
    of: str
    key: str
    low: float
    high: float
    why: str
    """Where the range is from."""

    def ends(self) -> tuple[Setting, Setting]:
        """Return the number at its low and at its high end."""
        low, high = (Setting(self.kind, self.of, self.key, each) for each in (self.low, self.high))
        return low, high


def _description(setting: Setting, world: World) -> World:
    own = {key for key, _ in world.changes}
    if world.cluster != setting.of or setting.key in own:  # what an experiment is about stays
        return world
    return replace(world, changes=(*world.changes, (setting.key, setting.value)))


def _shock(setting: Setting, world: World) -> World:
    return replace(world, shocks=tuple(_with_term(each, setting) for each in world.shocks))


def _policy(setting: Setting, world: World) -> World:
    return replace(world, policies=tuple(_with_term(each, setting) for each in world.policies))


def _with_term(each: Any, setting: Setting) -> Any:
    if each.name != setting.of:
        return each
    return type(each).model_validate({**each.model_dump(), setting.key: setting.value})


def _act(setting: Setting, world: World) -> World:
    def set_in(each: Any) -> Any:
        named = type(each).__name__ == setting.of
        return replace(each, **{setting.key: setting.value}) if named else each

    prepare, guide = (tuple(map(set_in, acts)) for acts in (world.prepare, world.guide))
    return replace(world, prepare=prepare, guide=guide)


def _parameter(setting: Setting, world: World) -> World:
    kept = tuple(each for each in world.switched if each[0] != setting.key)
    return replace(world, switched=(*kept, (setting.key, setting.value)))


def _artefact(setting: Setting, world: World) -> World:
    return replace(world, arranged=(*world.arranged, setting.key))


_WITHIN: dict[Kind, Callable[[Setting, World], World]] = {
    "description": _description,
    "shock": _shock,
    "policy": _policy,
    "act": _act,
    "parameter": _parameter,
    "artefact": _artefact,
}
