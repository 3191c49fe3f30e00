"""What agents, their attributes and their sets ask of the model that they belong to (model/cluster.py)."""

from __future__ import annotations

from random import Random
from typing import Protocol

import mesa
import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.state import State, Table


class Agent(Protocol):
    """A row of one of the tables, as its attributes see it."""

    @property
    def model(self) -> Economy:
        """The model that it belongs to."""

    @property
    def row(self) -> int:
        """Where it stands in its table."""

    def record(self) -> Table:
        """The table in which it stands; LookupError if it is no more."""


class Economy(Protocol):
    """One economy and whoever is in it."""

    random: Random
    state: State
    line: float

    @property
    def month(self) -> int:
        """The month that was closed last."""

    @property
    def firms(self) -> Table:
        """The records of firms."""

    @property
    def workers(self) -> Table:
        """The records of adults."""

    @property
    def households(self) -> Table:
        """The records of households."""

    @property
    def buyers(self) -> Table:
        """The records of buyers."""

    @property
    def places(self) -> Table:
        """The records of the cluster and of its comparator."""

    @property
    def agent_types(self) -> list[type[mesa.Agent]]:
        """The kinds of agents, in the order of their numbers."""

    def table(self, name: str) -> Table:
        """A table by its name."""

    def view(self, table: str, row: int) -> mesa.Agent | None:
        """The agent in a row of a table; None for -1 and for one that is no more."""

    def set_of(self, table: str, rows: NDArray[np.intp]) -> mesa.agent.AgentSet:
        """The agents in some rows of a table."""

    def own(self, candidate: object) -> mesa.Agent | None:
        """The candidate if it is an agent of this model, None for anything else."""

    def deregister_agent(self, agent: object) -> None:
        """Refused: agents leave by a rule."""
