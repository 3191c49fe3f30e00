"""Records every person at the months of the waves, and to whom the programme was offered and whom it reached."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.experiments.evaluation.panel.assigned import AssignedEnrolment
from poverty_nodes.experiments.runs.simulate import Observer
from poverty_nodes.experiments.runs.sound import sound
from poverty_nodes.model.measures.outreach import Outreach
from poverty_nodes.model.policies.delivery.account import Account
from poverty_nodes.model.population.standing import contracts_of, tiers_of
from poverty_nodes.model.result import RunResult
from poverty_nodes.model.state import State

Columns = dict[str, NDArray[np.generic]]
NOBODY = -1.0
"""The lot of a person to whom the programme is not offered."""


class PersonPanel(Observer[RunResult]):
    """Keeps a row for each adult of month 0, in both places.

    Columns of month 0 say who a person is; `welfare_M`, `earnings_M`, `post_M` and `there_M` of each wave M what has
    become of the person. `there` is 0 where an heir has taken the row over. `eligible` and `reached` hold for any
    month. `readiness` and `queue` are the lots by which a single programme admits, drawn for those eligible in its
    first month (`NOBODY` elsewhere, and where a rule or several policies admit). `part` is the part of the take-up at
    which a study lets a person in, 1 where it has no hand in it.
    """

    def __init__(self, waves: Sequence[int]) -> None:
        self._waves = tuple(waves)

    def begin(self, state: State) -> None:
        """Keep month 0."""
        w, h = state.workers, state.households
        adults = len(w)
        self._outreach = Outreach(state)
        self._conservation = 0.0
        weight = (h["size"] / h["adults"])[w["household"]] / state.scale
        self._columns: Columns = {
            "id": w["id"].copy(),
            "household": w["household"].copy(),
            "firm": w["employer"].copy(),
            **{
                name: w[name].copy()
                for name in ("gender", "skill", "social_group", "migrant", "place", "age")
            },
            "contract": contracts_of(w),
            "tier": tiers_of(w, state.firms),
            "weight": weight.astype(np.float32),
            "income": (h["income"] / h["size"])[w["household"]].astype(np.float32),
            "readiness": np.full(adults, NOBODY, dtype=np.float32),
            "queue": np.full(adults, NOBODY, dtype=np.float32),
        }
        self._columns["part"] = np.ones(adults, dtype=np.float32)
        self._single = len(state.accounts) == 1
        for account in state.accounts.values():
            if isinstance(account.enrolment, AssignedEnrolment):
                unit = _units_of(state, account.policy.targets)
                part = np.where(unit >= 0, account.enrolment.part[unit], 0.0)
                self._columns["part"] = part.astype(np.float32)
        self._keep(state)

    def observe(self, state: State) -> None:
        """Add whom the programme reached in the month that has closed; keep the month if it is a wave."""
        self._outreach.observe(state)
        self._conservation = state.conservation
        if self._single:
            account = next(iter(state.accounts.values()))
            if account.first_month == state.month and account.policy.serves == "programme":
                self._note_lots(state, account)
        if state.month in self._waves:
            self._keep(state)

    def result(self) -> RunResult:
        """The columns, with no measures by month."""
        adults = len(self._columns["id"])
        for name in ("eligible", "reached"):
            found = np.zeros(adults, dtype=np.bool_)
            for each in getattr(self._outreach, name).values():
                found |= each
            self._columns[name] = found
        return sound(
            RunResult(
                months=np.array(self._waves, dtype=np.int32),
                measures=(),
                groups=(),
                values=np.zeros((len(self._waves), 0, 0)),
                people=self._columns,
                conservation=self._conservation,
            )
        )

    def _keep(self, state: State) -> None:
        w, h = state.workers, state.households
        welfare = (h["consumption"] / h["size"])[w["household"]]
        month = state.month
        self._columns |= {
            f"welfare_{month}": welfare.astype(np.float32),
            f"earnings_{month}": w["earnings"].astype(np.float32),
            f"post_{month}": w["post"].copy(),
            f"there_{month}": w["id"] == self._columns["id"],
        }

    def _note_lots(self, state: State, account: Account) -> None:
        """The lots of those who could join when the programme opened; a person has that of her unit."""
        unit = _units_of(state, account.policy.targets)
        enrolment = account.enrolment
        open_to = (unit >= 0) & (enrolment.eligible[unit] == 1)
        open_to &= state.workers["id"] == self._columns["id"]
        for name in ("readiness", "queue"):
            column = self._columns[name]
            column[open_to] = getattr(enrolment, name)[unit[open_to]]


def _units_of(state: State, kind: str) -> NDArray[np.int64]:
    """The row of the unit of each adult (workers,): the adult, the household or the firm; -1 for none."""
    w = state.workers
    if kind == "person":
        return np.arange(len(w))
    return w["household" if kind == "household" else "employer"].astype(np.int64)
