"""The artefacts that a claim is tried against, each as another laboratory for the same measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from poverty_nodes.experiments.evidence.harness.laboratory import Laboratory
from poverty_nodes.experiments.evidence.harness.setting import Setting
from poverty_nodes.experiments.evidence.registered.files import content
from poverty_nodes.model.lives import POPULATIONS


@dataclass(frozen=True)
class Artefact:
    """Something that should not matter; `what` says what is done differently."""

    name: str
    what: str

    def within(self, laboratory: Laboratory) -> Laboratory:
        """Return the laboratory with the change."""
        return _WITHIN[self.name](laboratory)


def artefacts() -> list[Artefact]:
    """Those that were registered."""
    return [Artefact(**each) for each in content("artefacts")["artefacts"]]


def _arranged(key: str) -> Callable[[Laboratory], Laboratory]:
    return lambda laboratory: laboratory.at(*laboratory.settings, Setting("artefact", "", key, 1.0))


def _other_draws(laboratory: Laboratory) -> Laboratory:
    """Other lives of the same base populations."""
    return replace(laboratory, seeds=[seed + POPULATIONS for seed in laboratory.seeds])


def _other_people(laboratory: Laboratory) -> Laboratory:
    """Base populations that no other run of the validation uses."""
    last = max(laboratory.seeds)
    return replace(laboratory, seeds=[seed + last for seed in laboratory.seeds])


_WITHIN: Mapping[str, Callable[[Laboratory], Laboratory]] = {
    "order of rows": _arranged("rows"),
    "other draws": _other_draws,
    "half the scale": lambda laboratory: replace(laboratory, agents=laboratory.agents // 2),
    "twice the scale": lambda laboratory: replace(laboratory, agents=laboratory.agents * 2),
    "order of phases": _arranged("phases"),
    "half the types": _arranged("types"),
    "other people": _other_people,
}
