"""What a model's DataCollector collects: five figures by default, and reporters by name that can be pickled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mesa import DataCollector

from poverty_nodes.model.face.economy import Economy
from poverty_nodes.model.face.view import View, unknown

Reporter = str | Callable[..., object] | list[object]
Reporters = Mapping[str, Reporter]


@dataclass(frozen=True)
class Attribute:
    """Reads one attribute of an agent; None where its kind has none. Mesa's own reader cannot be pickled."""

    name: str

    def __call__(self, agent: View) -> object:
        """The value for one agent."""
        return getattr(agent, self.name, None)


def headcount(model: Economy) -> float:
    """P0 of the cluster: share of people in households below the scenario's line."""
    here = model.households["place"] == 0
    size = model.households["size"][here]
    poor = model.households["consumption"][here] < model.line * size
    return float(size[poor].sum() / size.sum())


def mean_welfare(model: Economy) -> float:
    """Mean consumption a person in the cluster, dollars a month."""
    here = model.households["place"] == 0
    return float(model.households["consumption"][here].sum() / model.households["size"][here].sum())


def mean_earnings(model: Economy) -> float:
    """Mean earnings of an adult of the cluster, in the sector or not, dollars a month."""
    return float(model.workers["earnings"][model.workers["place"] == 0].mean())


def firms_at_work(model: Economy) -> float:
    """Firms in business in the cluster, at the real scale."""
    return float(model.places["firms"][0]) / model.state.scale


def employment(model: Economy) -> float:
    """People with a post in the cluster's sector, owners not counted, at the real scale."""
    return float(model.places["employment"][0]) / model.state.scale


DEFAULTS: Reporters = {
    "P0": headcount,
    "mean_welfare": mean_welfare,
    "earnings": mean_earnings,
    "firms": firms_at_work,
    "employment": employment,
}
"""Collected each month when no model reporters are given, under the names of model/measures/catalogue.py."""


def collector(
    kinds: tuple[type[View], ...],
    model_reporters: Reporters | None,
    agent_reporters: Reporters | None,
    agenttype_reporters: Mapping[type[View], Reporters] | None,
) -> DataCollector:
    """A DataCollector; AttributeError for the name of an attribute that no agent asked has."""
    by_type = {
        kind: by_name(reporters, [kind]) for kind, reporters in (agenttype_reporters or {}).items()
    }
    return DataCollector(
        model_reporters=dict(DEFAULTS if model_reporters is None else model_reporters),
        agent_reporters=by_name(agent_reporters or {}, kinds),
        agenttype_reporters=by_type,
    )


def by_name(reporters: Reporters, kinds: Iterable[type[View]]) -> dict[str, Reporter]:
    """The reporters, with names of attributes checked and made readers that can be pickled."""
    return {
        name: attribute(reporter, list(kinds)) if isinstance(reporter, str) else reporter
        for name, reporter in reporters.items()
    }


def attribute(name: str, kinds: list[type[View]]) -> Attribute:
    """The reader of an attribute that some kind has."""
    if not any(name in dir(kind) for kind in kinds):
        raise AttributeError(
            " and ".join(unknown(kind, name, "has no attribute") for kind in kinds)
        )
    return Attribute(name)
