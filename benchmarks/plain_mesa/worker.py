"""Workers as objects that hold their firm and their household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.plain_mesa.record import KINDS, OWNER, Record
from poverty_nodes.model.rules import agglomeration, hiring, wages
from poverty_nodes.model.rules.upgrading import machine_access

if TYPE_CHECKING:
    from benchmarks.plain_mesa.firm import Firm


class Worker(Record):
    """An adult: in a post, owner of a firm, or outside the sector."""

    def consider_quitting(self) -> None:
        """Leave at the rate of the contract."""
        if 0 < self.post < OWNER:
            rate = getattr(self.model.p, f"quit_{KINDS[self.post - 1]}")
            if self.model.random.random() < rate:
                self.leave()
            else:
                self.tenure += 1

    def leave(self) -> None:
        """Outside the sector from now on."""
        self.employer.staff[self.post - 1].remove(self)
        self.employer, self.post, self.tenure, self.wage = None, 0, 0, 0.0

    def look_for_post(self) -> None:
        """Look at some vacancies and take the best offer that beats what there is."""
        model, p = self.model, self.model.p
        if self.post == OWNER:
            return
        if model.random.random() >= (p.search_employed if self.post else p.search_outside):
            return
        place = model.places[self.place]
        if self.post:
            best = (1.0 + p.gain_to_move) * self.worth(self.wage, self.fit, self.post == 4)
        else:
            best = place.outside_pay * self.outside_factor
        chosen = None
        seen = agglomeration.contacts(p.base_contacts, place.density)
        for _ in range(int(seen) + (model.random.random() < seen % 1.0)):
            vacancies = model.vacancies[self.place]
            if not vacancies:
                break
            firm, kind = model.random.choice(vacancies)
            if firm is self.employer or (kind == 0 and self.skill == 0):
                continue
            chance = model.access_now[self.place][kind, self.gender, self.social_group]
            if kind < 2:
                let = machine_access(p.machine_gap, firm.process_level + firm.product_level)
                chance *= min(let if self.gender else 1.0 / let, 1.0)
            if model.random.random() >= chance:
                continue
            fit = model.random.gauss(0.0, 1.0)
            pay = self.pay_at(firm, kind)
            worth = self.worth(pay, fit, kind == 3)
            if worth > best:
                best, chosen = worth, (firm, kind, fit, pay)
        if chosen:
            self.take(*chosen)

    def worth(self, pay: float, fit: float, at_home: bool) -> float:
        """What an offer is worth to this person."""
        p = self.model.p
        return hiring.offer_worth(pay, fit, p.fit_effect, self.care, at_home, p.care_cost)

    def pay_at(self, firm: Firm, kind: int) -> float:
        """Pay of this person in a post of a firm."""
        setting = self.model.setting
        reference = getattr(self.model.places[self.place], f"wage_{KINDS[kind]}")
        return wages.personal_wage(
            reference,
            firm.premium,
            self.ability,
            setting.wage_spread,
            self.gender,
            setting.gender_gap,
        )

    def take(self, firm: Firm, kind: int, fit: float, pay: float) -> None:
        """Begin in a post."""
        if self.post:
            self.employer.staff[self.post - 1].remove(self)
        self.employer, self.post, self.tenure, self.fit, self.wage = firm, kind + 1, 0, fit, pay
        firm.staff[kind].append(self)
        if len(firm.staff[kind]) >= firm.target[kind]:
            place = self.model.vacancies[self.place]
            self.model.vacancies[self.place] = [v for v in place if v != (firm, kind)]

    def be_paid(self) -> None:
        """The month's wage into the household."""
        if 0 < self.post < OWNER:
            pay = self.pay_at(self.employer, self.post - 1)
            self.wage = 0.0 if self.sick > 0 and self.post > 2 else pay
            self.earnings = self.wage
            self.employer.wage_bill += self.wage
            self.household.income += self.wage

    def live_outside(self) -> None:
        """Income outside the sector."""
        if self.post == 0:
            self.earnings = self.model.places[self.place].outside_pay * self.outside_factor
            self.household.income += self.earnings
