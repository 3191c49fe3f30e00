"""The firm's books: profit, loans served, the owner's draw, and what a standard costs."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import (
    CONTRIBUTIONS,
    INTEREST,
    LOANS,
    MICRO_INTEREST,
    MICRO_REPAID,
    OWNER_DRAWS,
    PENALTIES,
    REORGANISATION,
    REPAID,
    new_flows,
)
from poverty_nodes.model.phases.finance import firm_accounts
from tests.model.village import (
    OWNER,
    Row,
    Table,
    firms,
    households,
    instruments,
    parameters,
    setting,
    workers,
)

TERMS = {"cash_target": 0.5, "cash_speed": 0.2, "repayment_speed": 0.25}
"""A firm that sells for 1000 a month wants 500 in cash."""


class Books:
    """One firm's month closed: the firm, its owner's household, the payments and the losses."""

    def __init__(self, firm: Row, instrument: Table | None = None, **given: float) -> None:
        self.firms = firms({"owner": 0, "household": 0, "investment": 0.0, **firm})
        self.owner = workers({"post": OWNER, "employer": 0})
        self.homes, self.flows, self.lost = households({}), new_flows(), np.zeros(2)
        before = self.firms["cash"][0]
        firm_accounts.close_month(
            self.firms,
            self.owner,
            self.homes,
            parameters(**{**TERMS, **given}),
            setting(input_share=0.4),
            instruments() if instrument is None else instrument,
            1,
            self.flows,
            self.lost,
        )
        f, paid = self.firms[0], self.flows
        trade = f.revenue - f.inputs - f.putout_cost - f.wage_bill - firm.get("severance", 0.0)
        out = paid[OWNER_DRAWS] + paid[INTEREST] + paid[REPAID] - paid[LOANS]
        out += paid[CONTRIBUTIONS] + paid[PENALTIES] + paid[REORGANISATION]
        out += paid[MICRO_INTEREST] + paid[MICRO_REPAID]
        assert f.cash == pytest.approx(before + trade - out)
        assert f.cash >= 0.0
        assert f.debt >= 0.0


def test_profit_at_the_cash_target_is_drawn_by_the_owner() -> None:
    month = Books({"cash": 500.0, "inputs": 300.0, "putout_cost": 100.0, "wage_bill": 400.0})
    assert month.firms["profit"][0] == pytest.approx(200.0)
    assert month.flows[OWNER_DRAWS] == pytest.approx(200.0)
    assert month.firms["cash"][0] == pytest.approx(500.0)
    assert month.homes["income"][0] == pytest.approx(200.0)
    assert month.owner["earnings"][0] == pytest.approx(200.0)


def test_what_was_invested_is_not_drawn() -> None:
    month = Books({"cash": 450.0, "investment": 50.0, "inputs": 800.0})
    assert month.flows[OWNER_DRAWS] == pytest.approx(150.0)
    assert month.firms["cash"][0] == pytest.approx(500.0)


def test_a_share_of_cash_beyond_the_target_is_paid_out_and_a_gap_is_rebuilt() -> None:
    rich = Books({"cash": 600.0, "inputs": 800.0})
    assert rich.flows[OWNER_DRAWS] == pytest.approx(200.0 + 0.2 * 100.0)
    poor = Books({"cash": 400.0, "inputs": 800.0})
    assert poor.flows[OWNER_DRAWS] == pytest.approx(200.0 - 0.2 * 100.0)


def test_severance_is_paid_once() -> None:
    month = Books({"cash": 500.0, "inputs": 700.0, "severance": 100.0})
    assert month.firms["profit"][0] == pytest.approx(200.0)
    assert month.firms["severance"][0] == 0.0


def test_a_gap_in_cash_is_lent_and_never_negative() -> None:
    month = Books({"cash": 100.0, "wage_bill": 1250.0})
    assert month.flows[LOANS] == pytest.approx(150.0)
    assert (month.firms["cash"][0], month.firms["debt"][0]) == (0.0, pytest.approx(150.0))
    assert month.flows[OWNER_DRAWS] == 0.0


def test_debt_bears_the_firms_own_interest_and_is_repaid_from_spare_cash() -> None:
    month = Books({"cash": 500.0, "debt": 300.0, "own_rate": 0.02, "inputs": 694.0})
    assert month.flows[INTEREST] == pytest.approx(6.0)
    spare = 500.0 + 306.0 - 6.0 - 250.0
    assert month.flows[REPAID] == pytest.approx(0.25 * spare)
    assert month.firms["debt"][0] == pytest.approx(300.0 - 0.25 * spare)


def test_no_more_is_repaid_than_is_owed() -> None:
    month = Books({"cash": 5000.0, "debt": 3.0})
    assert month.flows[REPAID] == pytest.approx(3.0)
    assert month.firms["debt"][0] == 0.0


def test_a_closed_firm_has_no_books() -> None:
    month = Books({"alive": 0, "cash": 0.0, "revenue": 0.0, "debt": 0.0})
    assert not month.flows.any()


def test_a_micro_loan_is_served_with_interest_and_an_instalment() -> None:
    instrument = instruments(micro_rate=0.02, micro_months=12.0)
    month = Books({"cash": 500.0, "micro_debt": 600.0, "micro_months": 6}, instrument)
    assert month.flows[MICRO_INTEREST] == pytest.approx(12.0)
    assert month.flows[MICRO_REPAID] == pytest.approx(100.0)
    assert month.firms["micro_debt"][0] == pytest.approx(500.0)
    assert month.firms["micro_months"][0] == 5
    assert not month.lost.any()


def test_an_owner_draws_what_is_left_after_the_instalment() -> None:
    instrument = instruments(micro_rate=0.02, micro_months=12.0)
    firm = {"cash": 500.0, "micro_debt": 600.0, "micro_months": 6, "inputs": 800.0}
    month = Books(firm, instrument)
    assert month.flows[OWNER_DRAWS] == pytest.approx(200.0 - 112.0)
    assert month.firms["cash"][0] == pytest.approx(500.0)


def test_in_the_grace_interest_is_paid_and_no_instalment() -> None:
    instrument = instruments(micro_rate=0.02, micro_months=12.0, micro_grace=2.0)
    month = Books({"cash": 500.0, "micro_debt": 600.0, "micro_months": 14}, instrument)
    assert month.flows[MICRO_INTEREST] == pytest.approx(12.0)
    assert month.flows[MICRO_REPAID] == 0.0
    assert month.firms["micro_months"][0] == 13


def test_the_last_instalment_ends_the_loan() -> None:
    month = Books(
        {"cash": 500.0, "micro_debt": 50.0, "micro_months": 1}, instruments(micro_months=12.0)
    )
    assert month.flows[MICRO_REPAID] == pytest.approx(50.0)
    assert (month.firms["micro_debt"][0], month.firms["micro_months"][0]) == (0.0, 0)


def test_a_borrower_who_cannot_pay_pays_what_she_has_and_gets_no_second_loan() -> None:
    instrument = instruments(micro_rate=0.02, micro_months=12.0)
    firm = {"cash": 40.0, "micro_debt": 600.0, "micro_months": 6, "inputs": 1000.0}
    month = Books(firm, instrument)
    assert month.flows[MICRO_INTEREST] == pytest.approx(12.0)
    assert month.flows[MICRO_REPAID] == pytest.approx(28.0)
    assert month.lost.tolist() == [pytest.approx(572.0), 1.0]
    assert (month.firms["micro_debt"][0], month.firms["micro_taken"][0]) == (0.0, -1)


def test_a_standard_costs_contributions_on_covered_pay() -> None:
    shares = {"share_regular": 0.5, "share_casual": 0.3, "share_homework": 0.2}
    instrument = instruments(floor=50.0, contribution=0.1, casual_covered=1)
    month = Books(
        {"cash": 500.0, "monitored": 1, "evasion": 1, "wage_bill": 400.0, **shares}, instrument
    )
    assert month.flows[CONTRIBUTIONS] == pytest.approx(0.1 * 0.8 * 400.0)
    assert month.flows[PENALTIES] == month.flows[REORGANISATION] == 0.0


def test_evading_costs_reorganisation_and_a_fine() -> None:
    firm = {"cash": 500.0, "monitored": 1, "evasion": 2, "casual_shift": 0.5, "gap_regular": 50.0}
    month = Books(
        {**firm, "wage_bill": 400.0}, instruments(floor=50.0, penalty=0.2),
        reorganisation_cost=0.05, reorganisation_spread=0.0,
    )  # fmt: skip
    assert month.flows[PENALTIES] == pytest.approx(10.0)
    assert month.flows[REORGANISATION] == pytest.approx(20.0)


@pytest.mark.parametrize("instrument", [{}, {"floor": 50.0, "contribution": 0.1}])
def test_a_firm_that_is_not_inspected_pays_nothing_for_a_standard(
    instrument: dict[str, float],
) -> None:
    month = Books({"cash": 500.0, "monitored": 0, "wage_bill": 400.0}, instruments(**instrument))
    assert month.flows[[CONTRIBUTIONS, PENALTIES, REORGANISATION]].tolist() == [0.0, 0.0, 0.0]


def test_the_premium_follows_the_ratio_of_sales_to_wages() -> None:
    firm = {"cash": 500.0, "wage_bill": 200.0, "base_wage_bill": 400.0}
    month = Books(firm, rent_sharing=0.1)
    assert month.firms["profit_ratio"][0] == pytest.approx(1.0 + 0.1 * 1.0)
    assert month.firms["premium"][0] == pytest.approx(1.0 + 0.1 * 0.1 * 0.1)
    assert month.firms["age"][0] == 121


def test_a_tied_supplier_pays_the_rate_of_an_advance_on_the_part_that_its_buyer_advances() -> None:
    firm = {"cash": 500.0, "debt": 1000.0, "own_rate": 0.04, "export_share": 0.8}
    terms = {"advance_months": 0.5, "advance_rate": 0.01}
    tied = Books({**firm, "buyer": 0}, **terms).flows[INTEREST]
    free = Books(firm, **terms).flows[INTEREST]
    assert (tied, free) == (pytest.approx(4.0 + 24.0), pytest.approx(40.0))
    off = Books({**firm, "buyer": 0}, advance_months=0.0).flows[INTEREST]
    assert off == pytest.approx(40.0)


def test_what_sales_leave_over_is_noticed_slowly() -> None:
    """At base 1000 x 0.6 - 400 = 200 are left; now 1000 - 400 - 500 = 100."""
    month = Books({"cash": 500.0, "inputs": 400.0, "wage_bill": 500.0})
    assert month.firms["left_over"][0] == pytest.approx(1.0 + 0.1 * (0.5 - 1.0))


def test_a_firm_whose_product_became_better_raises_pay() -> None:
    better = Books({"cash": 500.0, "quality": 0.9}, quality_pay=0.15, rent_sharing=0.0)
    assert better.firms["premium"][0] > 1.0
    without = Books({"cash": 500.0, "quality": 0.9}, quality_pay=0.0, rent_sharing=0.0)
    assert without.firms["premium"][0] == pytest.approx(1.0)
