"""Everything that one run holds: the tables of agents, the instruments, the month's payments and workspace."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model import instruments
from poverty_nodes.model.ledger import new_flows
from poverty_nodes.model.policies.enacted import Enacted
from poverty_nodes.model.population.firm_types import FirmTypes
from poverty_nodes.model.population.relation import no_relations
from poverty_nodes.model.shocks.base import Shock

Table = NDArray[np.void]
KINDS = 4
"""Kinds of hired posts: skilled regular, regular, casual, homework (positions 1-4 of POST)."""


@dataclass
class Workspace:
    """Arrays that phases share; allocated once a run, meaningless between phases.

    `target`, `staff` and `vacancy` have shape (firms, 4), one column a kind of hired post. `ring_key`, `ring_firm`,
    `ring_kind` (nodes,) is the ring of vacancies, by place (`ring_start`, places + 1). `offers` (firms,) is what each
    firm offers this month. The first rows of `seekers` (workers,) are the people who look for a post this month.
    `post_scale` (places, 4) and `pace_scale` (places, 3, 3) are results of the stationary solver: posts opened for each
    one wanted, and the world's pace of upgrading, by tier and kind of step, relative to that of firms of the base
    month. `types` (types,) are the firms of the base month, by place (`type_start`, places + 1); `type_weight` is how
    likely each is to close, `openings` how many of it have closed and not been founded again. `at_work` and `outside`
    are the employment index: rows of workers in a hired post, and of those without any; `stayed` is the firm of each of
    the first after quits. All three lie in `employment_lists`, which is as long as the table of workers. `access` has
    shape (places, 4, 2, 2): chance that an offer of a kind reaches a person by gender and group.
    """

    target: NDArray[np.int32]
    staff: NDArray[np.int32]
    vacancy: NDArray[np.int32]
    ring_key: NDArray[np.float64]
    ring_firm: NDArray[np.int32]
    ring_kind: NDArray[np.int8]
    ring_start: NDArray[np.int64]
    access: NDArray[np.float64]
    post_scale: NDArray[np.float64]
    pace_scale: NDArray[np.float64]
    pool: NDArray[np.float64]
    weight: NDArray[np.float64]
    offers: Table
    seekers: Table
    worker_start: NDArray[np.int64]
    worker_order: NDArray[np.int32]
    hires: NDArray[np.int64]
    types: Table
    type_start: NDArray[np.int64]
    type_weight: NDArray[np.float64]
    openings: NDArray[np.int32]
    employment_lists: NDArray[np.int32] = field(
        default_factory=lambda: np.zeros((3, 0), dtype=np.int32)
    )
    at_work: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    outside: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, dtype=np.int32))
    stayed: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, dtype=np.int32))

    @property
    def firm_types(self) -> FirmTypes:
        """The types that entrants copy."""
        return FirmTypes(self.types, self.type_start, self.type_weight, self.openings)


@dataclass
class State:
    """One economy at the end of a month. Rows of a table are agents; `month` counts from 0, the base month.

    `line` is the question's poverty line, dollars a person and month (4.20 a day if nothing is said): a policy may ask
    who is poor.
    """

    firms: Table
    workers: Table
    households: Table
    buyers: Table
    places: Table
    parameters: Table
    setting: Table
    workspace: Workspace
    seed: int
    month: int = 0
    instruments: Table = field(init=False)
    relations: Table = field(init=False)
    flows: NDArray[np.float64] = field(default_factory=new_flows)
    accounts: Enacted = field(default_factory=Enacted)
    shocks: tuple[Shock, ...] = ()
    line: float = 127.75
    queue: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    scale: float = 1.0
    fund: float = 0.0
    conservation: float = 0.0

    def __post_init__(self) -> None:
        self.instruments = instruments.neutral(len(self.places))
        self.relations = no_relations(len(self.firms))

    @property
    def nbytes(self) -> int:
        """Bytes of all tables and of the workspace."""
        arrays = [each for owner in (self, self.workspace) for each in vars(owner).values()]
        total = sum(each.nbytes for each in arrays if isinstance(each, np.ndarray))
        in_lists = (self.workspace.at_work, self.workspace.outside, self.workspace.stayed)
        return total - sum(each.nbytes for each in in_lists)

    def stocks(self) -> dict[str, float]:
        """Money held by each sector in the model, in dollars."""
        return {
            "firms": float(self.firms["cash"].sum()),
            "households": float(self.households["savings"].sum()),
            "association": float(self.places["fund"].sum()),
            "services": float(self.places["services_income"].sum()),
            "programme": self.fund,
        }
