"""Micro-loans reach those who are offered and want one; firms invest what their cash allows."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.model.ledger import (
    INVESTMENT,
    MICRO_LOANS,
    MICRO_TO_HOUSEHOLD,
    USED_MACHINES,
    new_flows,
)
from poverty_nodes.model.phases.finance import investment
from poverty_nodes.model.population.service_queue import ServiceQueue
from tests.model.village import (
    FEMALE,
    OWNER,
    Row,
    Table,
    firms,
    households,
    instruments,
    parameters,
    places,
    workers,
)

LOAN = {
    "micro_open": 1,
    "micro_amount": 500.0,
    "micro_rate": 0.02,
    "micro_months": 12.0,
    "micro_take_up": 1.0,
}


class Round:
    """One month of lending: the firms, the owners' households, the funds and the payments."""

    def __init__(
        self, *given: Row, owners: Row | None = None, can: float = np.inf, **instrument: float
    ):
        n = len(given)
        self.firms = firms(*given, own_rate=0.05)
        self.firms["owner"] = self.firms["household"] = np.arange(n)
        people = workers(*[{"employer": f, "post": OWNER, **(owners or {})} for f in range(n)])
        self.homes, self.flows = households(*[{}] * n), new_flows()
        self.places = places({}, {})
        self.funds: NDArray[np.float64] = np.array([can, 0.0])
        self.lend(people, np.ones(n, np.int8), instruments(**{**LOAN, **instrument}))

    def lend(self, people: Table, eligible: NDArray[np.int8], instrument: Table) -> None:
        """Serve the firms in the order of their rows."""
        queue = ServiceQueue(np.arange(len(self.firms)), eligible, self.funds)
        p = parameters(women_loan_diverted=0.4)
        investment.lend(
            self.firms, people, self.homes, self.places, p, instrument, queue, 1, self.flows
        )

    @property
    def borrowed(self) -> list[bool]:
        """Who holds a loan."""
        return [bool(debt > 0.0) for debt in self.firms["micro_debt"]]


def test_a_loan_is_invested_but_for_what_the_household_consumes() -> None:
    month = Round({"cash": 70.0}, micro_consumed=0.3)
    firm = month.firms[0]
    assert (firm.micro_debt, firm.micro_months, firm.micro_taken) == (500.0, 12, 1)
    assert (firm.capital, firm.cash) == (pytest.approx(1350.0), pytest.approx(70.0))
    assert month.homes["income"][0] == pytest.approx(150.0)
    assert month.flows[MICRO_LOANS] == month.flows[INVESTMENT] == pytest.approx(350.0)
    assert month.flows[MICRO_TO_HOUSEHOLD] == pytest.approx(150.0)
    assert month.funds[1] == 1.0


def test_part_of_a_womans_loan_goes_to_the_households_other_uses() -> None:
    month = Round({}, owners={"gender": FEMALE}, micro_consumed=0.3)
    assert month.homes["income"][0] == pytest.approx(500.0 * (0.3 + 0.7 * 0.4))


def test_the_grace_is_added_to_the_instalments() -> None:
    assert Round({}, micro_grace=2.0).firms["micro_months"][0] == 14


@pytest.mark.parametrize(
    "firm",
    [
        {"alive": 0},
        {"micro_debt": 100.0},
        {"micro_taken": -1},
        {"own_rate": 0.01},
        {"base_revenue": 80.0},
    ],
    ids=["closed", "has a loan", "has defaulted", "has cheaper money", "too small"],
)
def test_who_gets_no_loan(firm: Row) -> None:
    month = Round(firm)
    assert month.funds[1] == 0.0
    assert not month.flows.any()


def test_who_is_not_reached_out_to_gets_no_loan() -> None:
    month = Round({}, {}, can=0.0)
    people = workers(*[{"employer": f, "post": OWNER} for f in range(2)])
    month.funds[0] = 9.0
    month.lend(people, np.array([0, 1], np.int8), instruments(**LOAN))
    assert month.borrowed == [False, True]


def test_no_more_loans_are_made_than_the_programme_can_pay_for() -> None:
    month = Round({}, {}, {}, can=2.7)
    assert month.borrowed == [True, True, False]
    assert month.funds.tolist() == [pytest.approx(0.7), 2.0]


def test_a_closed_window_lends_nothing() -> None:
    assert Round({}, micro_open=0).borrowed == [False]


def test_a_higher_take_up_adds_borrowers_and_swaps_none() -> None:
    few, many = (np.array(Round(*[{}] * 400, micro_take_up=u).borrowed) for u in (0.2, 0.5))
    assert np.mean(few) == pytest.approx(0.2, abs=0.06)
    assert np.mean(many) == pytest.approx(0.5, abs=0.06)
    assert np.all(many >= few)


INVEST = {"depreciation": 0.01, "investment_speed": 0.1, "cash_target": 0.5}


def invested(**firm: float) -> tuple[np.record, float]:
    """A firm after it has invested, and what the books say it spent."""
    table, flows = firms({"cash": 500.0, **firm}), new_flows()
    investment.invest(table, places({}, {}), parameters(**INVEST), instruments(), flows)
    return table[0], float(flows[INVESTMENT])


def test_at_base_what_is_worn_out_is_replaced() -> None:
    firm, spent = invested()
    assert spent == firm.investment == pytest.approx(10.0)
    assert (firm.capital, firm.cash) == (pytest.approx(1000.0), pytest.approx(490.0))


def test_a_tenth_of_the_gap_to_desired_capital_is_closed() -> None:
    firm, spent = invested(revenue=1200.0)
    assert spent == pytest.approx(10.0 + 0.1 * 200.0)
    assert firm.capital == pytest.approx(1020.0)


def test_a_loan_that_is_owed_keeps_the_capital_it_bought() -> None:
    firm, spent = invested(capital=1300.0, micro_debt=300.0)
    assert spent == pytest.approx(13.0)
    assert firm.capital == pytest.approx(1300.0)


def test_what_the_household_consumed_of_a_loan_buys_no_capital() -> None:
    instrument = instruments(micro_consumed=0.4)
    table, flows = firms({"cash": 500.0, "capital": 1180.0, "micro_debt": 300.0}), new_flows()
    investment.invest(table, places({}, {}), parameters(**INVEST), instrument, flows)
    assert flows[INVESTMENT] == pytest.approx(11.8)


def test_no_firm_invests_what_it_needs_to_run() -> None:
    """Half of the target of 500 stays in the local services."""
    assert invested(cash=255.0)[1] == pytest.approx(5.0)
    firm, spent = invested(cash=240.0)
    assert spent == 0.0
    assert firm.capital == pytest.approx(990.0)


def test_a_firm_with_too_much_capital_lets_it_wear_out() -> None:
    firm, spent = invested(revenue=500.0)
    assert spent == 0.0
    assert firm.capital == pytest.approx(990.0)


def test_borrowers_of_a_place_who_are_served_together_answer_for_each_other() -> None:
    here, there = {"cash": 70.0, "place": 0}, {"cash": 70.0, "place": 1}
    month = Round(here, there, here, here, there, micro_group=2.0)
    assert month.firms["micro_group"].tolist() == [1, 2, 1, 3, 2]
    assert month.places["micro_served"].tolist() == [3.0, 2.0]


def test_borrowers_are_in_no_group_unless_the_terms_say_so() -> None:
    assert Round({"cash": 70.0}, {"cash": 70.0}).firms["micro_group"].tolist() == [0, 0]


def bought_used(used: float) -> tuple[Table, Table, list[float]]:
    """Two firms that invest 10 and 30, with so many used machines on offer; dollars for new ones and for used ones."""
    small, large = {"cash": 500.0}, {"cash": 500.0, "revenue": 1200.0}
    table, place, flows = firms(small, large), places({"used_machines": used}), new_flows()
    investment.invest(
        table, place, parameters(**INVEST, capital_recovered=0.5), instruments(), flows
    )
    return table, place, flows[[INVESTMENT, USED_MACHINES]].tolist()


def test_used_machines_are_bought_first_at_what_their_sellers_got() -> None:
    table, place, paid = bought_used(20.0)
    assert paid == [pytest.approx(20.0), pytest.approx(10.0)]
    assert table["capital"].tolist() == [pytest.approx(1000.0), pytest.approx(1020.0)]
    assert table["cash"].tolist() == [pytest.approx(492.5), pytest.approx(477.5)]
    assert place["used_machines"][0] == 0.0


def test_machines_that_nobody_buys_leave_the_place() -> None:
    _, place, paid = bought_used(900.0)
    assert paid == [0.0, pytest.approx(20.0)]
    assert place["used_machines"][0] == 0.0
