"""The kinds of agents: firms, workers, households and buyers, with what follows from their records."""

from __future__ import annotations

import numpy as np

from poverty_nodes.model.face.agent_set import RowSet
from poverty_nodes.model.face.columns import Label, Link
from poverty_nodes.model.face.view import View
from poverty_nodes.model.measures.groups import node_label
from poverty_nodes.model.population import buyer, firm, household, worker
from poverty_nodes.model.population.codes import CONTRACT, CONTRACT_OF_POST, GENDER, POST, TIER

OWNER = POST.index("owner")
CONTRACTS = tuple(CONTRACT[code] for code in CONTRACT_OF_POST)
_of_worker = {field.name: field for field in worker.FIELDS}


class Firm(View, table="firms", number=0, fields=firm.FIELDS):
    """An exporter, subcontractor or specialist; its fields are those of model/population/firm.py."""

    __slots__ = ()
    ending = "has closed"

    @property
    def workers(self) -> RowSet:
        """Those who hold a post in it, home workers included and its owner not."""
        workers, row = self.model.workers, self.here()
        rows = np.flatnonzero((workers["employer"] == row) & (workers["post"] != OWNER))
        return self.model.set_of("workers", rows)


class Worker(View, table="workers", number=1, fields=worker.FIELDS):
    """An adult of working age, in the sector or outside; its fields are those of model/population/worker.py."""

    __slots__ = ()
    ending = "has retired"

    contract = Label(_of_worker["post"], "contract", CONTRACTS)
    firm = Link(_of_worker["employer"], "firm", "firms")

    @property
    def tier(self) -> int:
        """Tier of the firm worked for or owned; 0 outside the sector."""
        employer: int = self.model.workers["employer"].item(self.here())
        return self.model.firms["tier"].item(employer) if employer >= 0 else 0

    @property
    def node(self) -> str:
        """The place of work on the value chain: "subcontractor|homework|female"."""
        gender = GENDER[self.model.workers["gender"].item(self.here())]
        return node_label(TIER[self.tier], self.contract, gender)


class Household(View, table="households", number=2, fields=household.FIELDS):
    """People who pool income; its fields are those of model/population/household.py."""

    __slots__ = ()

    @property
    def members(self) -> RowSet:
        """Its adults of working age; children and old people are counted in `size` only."""
        record = self.model.households[self.here()]
        first = int(record["first_worker"])
        return self.model.set_of("workers", np.arange(first, first + int(record["adults"])))

    @property
    def welfare(self) -> float:
        """Consumption a person, dollars a month: what the poverty measures read."""
        record = self.model.households[self.here()]
        return float(record["consumption"] / record["size"])

    @property
    def poor(self) -> bool:
        """Whether welfare is below the scenario's poverty line."""
        return self.welfare < self.model.line


class Buyer(View, table="buyers", number=3, fields=buyer.FIELDS):
    """A buyer of the place's final product; its fields are those of model/population/buyer.py."""

    __slots__ = ()

    @property
    def suppliers(self) -> RowSet:
        """The exporters whose main buyer it is."""
        return self.model.set_of("firms", np.flatnonzero(self.model.firms["buyer"] == self.here()))


KINDS: tuple[type[View], ...] = (Firm, Worker, Household, Buyer)
"""All kinds, in the order of their numbers."""
