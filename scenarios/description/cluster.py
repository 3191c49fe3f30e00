"""A real cluster as it is known: seven sections of estimates, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from poverty_nodes.scenarios.description.estimate import KINDS, TO_REPLACE, Estimate
from poverty_nodes.scenarios.description.facts import Facts
from poverty_nodes.scenarios.description.groups import Part
from poverty_nodes.scenarios.description.sections import (
    BuyerDescription,
    Chain,
    Firms,
    Households,
    Identity,
    Money,
    Places,
    Workers,
)


class ClusterDescription(Part):
    """A real cluster: every number an estimate with value, range, unit, year, kind and source.

    A leaf is read as `cluster.firms.mean_workers.exporter.value`. Made by `load_cluster`, which
    also checks what must hold between sections (scenarios/description/coherence.py).
    """

    cluster: Identity
    money: Money
    firms: Firms
    workers: Workers
    households: Households
    chain: Chain
    places: Places
    features: Facts | None = None

    def estimates(self) -> Iterator[tuple[str, Estimate]]:
        """Yield (dotted key, estimate) for every number, in the order of the sections."""
        for section in type(self).model_fields:
            yield from _estimates_in(section, getattr(self, section))

    def numbers(self) -> list[object]:
        """All that a description says in numbers and codes: values, years, and the buyers' governance."""
        estimates = [(key, estimate.value, estimate.year) for key, estimate in self.estimates()]
        return [estimates, [buyer.governance for buyer in self.chain.buyers]]

    def to_replace(self) -> list[str]:
        """The keys of the numbers that are still those of another place."""
        return [key for key, estimate in self.estimates() if TO_REPLACE in estimate.note]

    def provenance(self) -> dict[str, float]:
        """Return the shares of measured, derived and assumed numbers; they sum to 1."""
        kinds: list[str] = [estimate.kind for _, estimate in self.estimates()]
        return {kind: kinds.count(kind) / len(kinds) for kind in KINDS}


def _estimates_in(key: str, part: object) -> Iterator[tuple[str, Estimate]]:
    """Walk a part of a description; texts and plain numbers in it are no estimates."""
    if isinstance(part, Estimate):
        yield key, part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _estimates_in(f"{key}.{name}", getattr(part, name))
    elif isinstance(part, dict):
        for name, below in part.items():
            yield from _estimates_in(f"{key}.{name}", below)
    elif isinstance(part, tuple):
        for below in part:
            if isinstance(below, BuyerDescription):
                yield from _estimates_in(f"{key}.{below.id}", below)
