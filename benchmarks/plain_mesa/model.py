"""The model of a Mesa user: the shared month, agent by agent."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import mesa
import numpy as np
from numpy.typing import NDArray

from benchmarks.plain_mesa.buyer import Buyer
from benchmarks.plain_mesa.firm import Firm
from benchmarks.plain_mesa.household import Household
from benchmarks.plain_mesa.record import KINDS, OWNER, Record
from benchmarks.plain_mesa.reporters import REPORTERS
from benchmarks.plain_mesa.worker import Worker
from poverty_nodes.model.instruments import neutral
from poverty_nodes.model.phases.labour import labour_demand
from poverty_nodes.model.rules import hiring, production, wages

Table = NDArray[np.void]
POSTS = ("skilled", "regular", "casual", "casual")
"""How posts that stay empty are counted, by kind."""


def plain(row: np.void) -> SimpleNamespace:
    """Python numbers in place of a row of a table: quicker to read one at a time."""
    return SimpleNamespace(**{name: row[name].item() for name in row.dtype.names})


class PlainModel(mesa.Model):  # type: ignore[misc]
    """The shared month, agent by agent."""

    def __init__(self, tables: dict[str, Table], line: float, seed: int) -> None:
        """`tables` holds month 0: the tables of a state, and access, post_scale and dither."""
        super().__init__(seed=seed)
        self.p, self.setting = plain(tables["parameters"][0]), plain(tables["setting"][0])
        self.instrument, self.month, self.line = plain(neutral()[0]), 0, line
        self.access, self.post_scale = tables["access"], tables["post_scale"]
        self.places = [Record(self, row) for row in tables["places"]]
        buyers = [Buyer(self, row) for row in tables["buyers"]]
        homes = [Household(self, row) for row in tables["households"]]
        firms = [Firm(self, row) for row in tables["firms"]]
        people = [Worker(self, row) for row in tables["workers"]]
        for firm, dither in zip(firms, tables["dither"], strict=True):
            firm.buyer = buyers[firm.buyer] if firm.buyer >= 0 else None
            firm.patron = firms[firm.patron] if firm.patron >= 0 else None
            firm.owner, firm.household = people[firm.owner], homes[firm.household]
            firm.staff, firm.dither = [[], [], [], []], [float(d) for d in dither]
        for worker in people:
            worker.household = homes[worker.household]
            worker.employer = firms[worker.employer] if worker.employer >= 0 else None
            if 0 < worker.post < OWNER:
                worker.employer.staff[worker.post - 1].append(worker)
        for firm in firms:
            if not firm.alive:
                firm.remove()
        self.datacollector = mesa.DataCollector(model_reporters=REPORTERS)

    def step(self) -> None:
        """One month."""
        self.month += 1
        firms, people = self.agents_by_type[Firm], self.agents_by_type[Worker]
        homes = self.agents_by_type[Household]
        exporters = firms.select(lambda f: f.tier == 1)
        suppliers = firms.select(lambda f: f.tier != 1)
        homes.do("begin")
        self.trade_begins()
        self.agents_by_type[Buyer].do("order").do("choose")
        exporters.shuffle_do("face_demand")
        for place in self.places:
            if place.base_putout > 0.0:
                place.putout /= place.base_putout
        suppliers.shuffle_do("face_derived_demand")
        people.shuffle_do("consider_quitting")
        firms.shuffle_do("plan_posts")
        firms.shuffle_do("lay_off")
        self.widen_access()
        people.shuffle_do("look_for_post")
        self.notice_unfilled(firms)
        self.move_wages(people)
        firms.shuffle_do("produce")
        for filled, place in zip(self.filled, self.places, strict=True):
            wanted = place.base_putout * place.putout
            volume = production.bundle(place.putout_filled, *filled, self.p.demand_elasticity)
            place.putout_filled = volume / wanted if wanted > 0.0 else 1.0
        exporters.shuffle_do("deliver")
        firms.shuffle_do("sell")
        self.buy_inputs(firms)
        people.shuffle_do("be_paid")
        firms.shuffle_do("close_books")
        self.share_services(people)
        people.shuffle_do("live_outside")
        homes.shuffle_do("consume")
        self.datacollector.collect(self)

    def trade_begins(self) -> None:
        """Sums of the month start at nothing."""
        self.vacancies: list[list[Any]] = [[] for _ in self.places]
        names = ("export", "local", "putout", "input")
        self.sums = [{name: [0.0, 0.0] for name in names} for _ in self.places]
        self.filled = [[0.0, 0.0] for _ in self.places]
        for place in self.places:
            place.putout = place.putout_filled = 0.0

    def widen_access(self) -> None:
        """Offers reach more people where posts stay empty."""
        self.access_now = []
        for code, place in enumerate(self.places):
            chances = self.access[code].copy()
            for cell in np.ndindex(*chances.shape):
                kind = POSTS[cell[0]]
                now, base = (
                    getattr(place, f"unfilled_{kind}"),
                    getattr(place, f"base_unfilled_{kind}"),
                )
                chances[cell] = hiring.access_with_vacancies(
                    chances[cell], now, base, self.p.scarcity_access
                )
            self.access_now.append(chances)

    def notice_unfilled(self, firms: mesa.agent.AgentSet) -> None:
        """A slow average of the share of posts that stay empty."""
        for code, place in enumerate(self.places):
            here = [f for f in firms if f.place == code]
            for name in ("skilled", "regular", "casual"):
                kinds = [k for k in range(4) if POSTS[k] == name]
                wanted = sum(f.target[k] for f in here for k in kinds)
                empty = sum(max(f.target[k] - len(f.staff[k]), 0) for f in here for k in kinds)
                now = getattr(place, f"unfilled_{name}")
                share = empty / max(wanted, 1.0)
                setattr(place, f"unfilled_{name}", now + self.p.vacancy_memory * (share - now))

    def move_wages(self, people: mesa.agent.AgentSet) -> None:
        """Reference wages follow the wage curve."""
        p = self.p
        for code, place in enumerate(self.places):
            here = [w for w in people if w.place == code]
            at_work = sum(0 < w.post < OWNER for w in here)
            place.slack = 1.0 - at_work / len(here)
            for kind in KINDS[:3]:
                base = getattr(place, f"base_wage_{kind}")
                goal = wages.wage_target(base, place.slack, place.base_slack, p.wage_curve)
                post = POSTS[KINDS.index(kind)]
                empty, usual = (
                    getattr(place, f"unfilled_{post}"),
                    getattr(place, f"base_unfilled_{post}"),
                )
                goal *= wages.scarcity_factor(empty, usual, p.scarcity_pay)
                now = getattr(place, f"wage_{kind}")
                setattr(place, f"wage_{kind}", now + p.wage_speed * (goal - now))
            place.wage_homework = self.setting.homework_ratio * place.wage_casual

    def buy_inputs(self, firms: mesa.agent.AgentSet) -> None:
        """Price indices notice the month, and specialists sell to the others."""
        for code, place in enumerate(self.places):
            for name, (total, base) in self.sums[code].items():
                if base > 0.0:
                    now = getattr(place, f"price_{name}")
                    mean = (total / base) ** (1.0 / (1.0 - self.p.demand_elasticity))
                    setattr(place, f"price_{name}", now + self.p.price_speed * (mean - now))
            here = [f for f in firms if f.place == code]
            place.pool = sum(f.revenue for f in here if f.tier == 2)
            sold = sum(f.revenue for f in here if f.tier == 3)
            needs = sum(f.inputs for f in here if f.tier != 3)
            volume = 0.0
            for f in here:
                if f.tier != 3 and needs > 0.0:
                    f.inputs = max(f.inputs, sold * f.inputs / needs)
                    volume += f.inputs / labour_demand.unit_inputs(
                        f, place, self.instrument, self.p
                    )
            place.inputs = volume / place.base_inputs if place.base_inputs > 0.0 else 1.0

    def share_services(self, people: mesa.agent.AgentSet) -> None:
        """The local services is shared by those outside the sector."""
        for code, place in enumerate(self.places):
            weight = sum(w.outside_factor for w in people if w.post == 0 and w.place == code)
            if weight > 0.0:
                place.outside_pay = place.outside_world + place.services_income / weight
                place.services_income = 0.0
