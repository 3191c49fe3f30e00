"""`ClusterModel`: the economy as a `mesa.Model`, for whoever knows Mesa's tools or wants to change one rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, SupportsIndex

import mesa
import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.advance import Startable, Started, months_of
from poverty_nodes.model.books import naming_the_phase
from poverty_nodes.model.face.agent_set import RowSet
from poverty_nodes.model.face.members import Members
from poverty_nodes.model.face.not_a_scenario import no_scenario
from poverty_nodes.model.face.reporting import Reporters, collector
from poverty_nodes.model.face.seed import one_seed
from poverty_nodes.model.face.view import View
from poverty_nodes.model.face.views import KINDS
from poverty_nodes.model.month import Month
from poverty_nodes.model.state import State, Table


class ClusterModel(Month, mesa.Model):  # type: ignore[misc]  # Mesa has no types
    """One economy, stepped month by month; both a `Month`, whose phases can be overridden, and a `mesa.Model`.

    `seed` (or Mesa's newer `rng`) is a whole number, 1 if not given; a run is a function of scenario and seed.
    The DataCollector collects month 0 and every month after it; without `model_reporters` five figures
    (`model.face.reporting.DEFAULTS`), with an empty mapping none. `running` turns False with the scenario's
    last month; the model can be stepped on all the same.

    `firms`, `workers`, `households`, `buyers` and `places` are the tables themselves, closed firms included:
    what is written there, or through an agent, is what the next month starts from.
    """

    own_views: ClassVar[tuple[type[View], ...]] = ()
    """Subclasses of Firm, Worker, Household or Buyer with methods of your own, to be used in their place."""

    def __init__(
        self,
        scenario: Startable,
        seed: SupportsIndex | str | None = None,
        rng: SupportsIndex | str | None = None,
        *,
        model_reporters: Reporters | None = None,
        agent_reporters: Reporters | None = None,
        agenttype_reporters: Mapping[type[View], Reporters] | None = None,
    ) -> None:
        if not hasattr(scenario, "line_monthly"):
            raise TypeError(no_scenario(scenario))
        number = self._number = one_seed(seed, rng)
        super().__init__(seed=number)
        own = {view.table: view for view in self.own_views}
        self._kinds = tuple(own.get(kind.table, kind) for kind in KINDS)
        self.scenario, self.line = scenario, scenario.line_monthly()
        self.state = scenario.start(number)
        self.time = 0.0
        self.running = self.month < scenario.months
        self.datacollector = collector(
            self._kinds, model_reporters, agent_reporters, agenttype_reporters
        )
        self.datacollector.collect(self)

    def step(self) -> None:
        """Advance by one month and collect."""
        with naming_the_phase(self, lambda: self.scenario.start(self._number)):
            next(months_of(self.state, self, self.month + 1))
        self.time = float(self.month)
        self.running = self.month < self.scenario.months
        self.datacollector.collect(self)

    @classmethod
    def started(cls, scenario: Startable, seed: int) -> Started:
        """The economy of a scenario at month 0 in a model of this class, which collects nothing."""
        return cls(scenario, seed=seed, model_reporters={}).as_started()

    def as_started(self) -> Started:
        """This model's economy, to be advanced by its steps."""
        return Started(self, self.state, _Stepped(self))

    @property
    def month(self) -> int:
        """The month that was closed last; 0 is the base month."""
        return self.state.month

    @property
    def firms(self) -> Table:
        """The records of firms; those with `alive` 0 have closed."""
        return self.state.firms

    @property
    def workers(self) -> Table:
        """The records of adults."""
        return self.state.workers

    @property
    def households(self) -> Table:
        """The records of households."""
        return self.state.households

    @property
    def buyers(self) -> Table:
        """The records of buyers."""
        return self.state.buyers

    @property
    def places(self) -> Table:
        """The records of the cluster and of the dispersed place that it is compared with."""
        return self.state.places

    def table(self, name: str) -> Table:
        """A table by its name."""
        table: Table = getattr(self.state, name)
        return table

    @property
    def agents(self) -> RowSet:
        """All agents that there are now, whatever their kind."""
        return RowSet(self, self._kinds)

    @property
    def agent_types(self) -> list[type[View]]:
        """The kinds of agents, in the order of their numbers."""
        return list(self._kinds)

    @property
    def agents_by_type(self) -> dict[type[View], RowSet]:
        """The agents of each kind."""
        return {kind: RowSet(self, (kind,)) for kind in self._kinds}

    def kind_of(self, table: str) -> type[View]:
        """The kind of agent whose records a table holds."""
        return next(kind for kind in self._kinds if kind.table == table)

    def view(self, table: str, row: int) -> View | None:
        """The agent in a row of a table; None for -1 and for one that is no more."""
        if row < 0:
            return None
        view = self.kind_of(table)(self, row, self.table(table)["id"].item(row))
        return None if view.gone else view

    def set_of(self, table: str, rows: NDArray[np.intp]) -> RowSet:
        """The agents in some rows of a table."""
        return RowSet(self, Members.at(self, self.kind_of(table), rows).remaining())

    def own(self, candidate: object) -> View | None:
        """The candidate if it is a view of this model, None for anything else."""
        return candidate if isinstance(candidate, View) and candidate.model is self else None

    def register_agent(self, agent: object) -> None:
        """Refused: agents are rows of the tables. Keep agents of another sort in a list of your own."""
        raise NotImplementedError(
            "a ClusterModel makes its agents itself: they are rows of its tables; "
            "keep agents of another sort in a list of your own and step them in `step`"
        )

    def deregister_agent(self, agent: object) -> None:
        """Refused: agents leave by a rule that settles their money, jobs and debts."""
        raise NotImplementedError(
            "an agent leaves a ClusterModel by a rule that settles its money, jobs and debts: "
            "see Month.demography"
        )


class _Stepped:
    """Advances the economy of a model by the model's own step, which a subclass may have extended."""

    def __init__(self, model: ClusterModel) -> None:
        self._model = model

    def advance(self, state: State) -> None:
        """Step the model; the state is its own."""
        self._model.step()
