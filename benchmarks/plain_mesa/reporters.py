"""What the DataCollector takes down each month."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from benchmarks.plain_mesa.firm import Firm
from benchmarks.plain_mesa.household import Household
from benchmarks.plain_mesa.record import OWNER
from benchmarks.plain_mesa.worker import Worker
from poverty_nodes.model.measures.gaps import gap_ratio, watts_gap

if TYPE_CHECKING:
    from benchmarks.plain_mesa.model import PlainModel


def _poverty(model: PlainModel, term: Callable[[float, float], float]) -> float:
    homes = [h for h in model.agents_by_type[Household] if h.place == 0]
    people = sum(h.size for h in homes)
    return float(sum(h.size * term(h.welfare, model.line) for h in homes) / people)


def _gini(model: PlainModel) -> float:
    homes = [h for h in model.agents_by_type[Household] if h.place == 0]
    homes.sort(key=lambda h: h.welfare)
    people, welfare = sum(h.size for h in homes), sum(h.size * h.welfare for h in homes)
    below = area = 0.0
    for h in homes:
        area += h.size * (below + 0.5 * h.size * h.welfare)
        below += h.size * h.welfare
    return float(1.0 - 2.0 * area / (people * welfare))


REPORTERS = {
    "P0": lambda m: _poverty(m, lambda y, z: float(y < z)),
    "P1": lambda m: _poverty(m, gap_ratio),
    "watts": lambda m: _poverty(m, lambda y, z: watts_gap(y, z, 0.01)),
    "gini": _gini,
    "employment": lambda m: sum(
        0 < w.post < OWNER for w in m.agents_by_type[Worker] if w.place == 0
    ),
    "wages": lambda m: sum(w.wage for w in m.agents_by_type[Worker] if w.place == 0),
    "sales": lambda m: sum(f.revenue for f in m.agents_by_type[Firm] if f.place == 0),
}
