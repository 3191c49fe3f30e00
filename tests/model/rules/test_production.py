"""Output, sales and labour demand hold together: the plan is the best that the firm can do."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import approx_fprime

from poverty_nodes.model.rules.production import (
    desired_capital,
    final_output,
    made_at_cost,
    next_transitory_productivity,
    own_output,
    own_price,
    planned_sales,
    revenue,
    with_inputs,
    work_done_in_time,
)

RATIO = st.floats(0.3, 3.0)
ELASTICITY = st.floats(2.0, 15.0)
LABOUR = st.floats(0.4, 0.84)
PUTOUT = st.floats(0.0, 0.8)
INPUTS = st.floats(0.0, 0.7)


@given(productive=RATIO, labour=RATIO, elasticity=LABOUR)
def test_output_grows_with_labour_at_its_elasticity(
    productive: float, labour: float, elasticity: float
) -> None:
    slope = math.log(
        own_output(productive, 1.01 * labour, elasticity)
        / own_output(productive, labour, elasticity)
    ) / math.log(1.01)
    assert slope == pytest.approx(elasticity)


def test_nobody_at_work_makes_nothing() -> None:
    assert own_output(1.0, 0.0, 0.8) == 0.0
    assert own_output(1.0, -1.0, 0.8) == 0.0


@given(price=RATIO, demand=RATIO, output=RATIO, elasticity=ELASTICITY)
def test_sales_are_price_times_volume(
    price: float, demand: float, output: float, elasticity: float
) -> None:
    sales = revenue(1000.0, price, demand, output, elasticity)
    assert sales == pytest.approx(1000.0 * own_price(price, demand, output, elasticity) * output)


@given(output=RATIO, elasticity=ELASTICITY)
def test_demand_answers_the_firms_own_price_at_its_elasticity(
    output: float, elasticity: float
) -> None:
    assert own_price(1.0, 1.0, output, elasticity) ** -elasticity == pytest.approx(output)


@pytest.mark.parametrize(("demand", "output"), [(0.0, 1.0), (1.0, 0.0), (-1.0, 1.0)])
def test_without_demand_or_output_there_are_no_sales(demand: float, output: float) -> None:
    assert revenue(1000.0, 1.0, demand, output, 6.0) == 0.0


@given(own=RATIO, putout=RATIO, share=PUTOUT)
def test_the_product_lies_between_what_is_made_and_what_is_put_out(
    own: float, putout: float, share: float
) -> None:
    low, high = sorted((own, putout))
    made = final_output(own, putout, share)
    assert min(low, own) - 1e-12 <= made <= max(high, own) + 1e-12


@given(own=RATIO, putout=RATIO, share=PUTOUT)
def test_own_hands_make_the_whole_of_so_much_less_when_nobody_takes_work(
    own: float, putout: float, share: float
) -> None:
    made = work_done_in_time(own, putout, share)
    assert made == max(final_output(own, putout, share), (1.0 - share) * own)
    assert work_done_in_time(own, 0.0, share) == (1.0 - share) * own


def test_a_product_that_needs_subcontractors_cannot_do_without_them() -> None:
    assert final_output(1.0, 0.0, 0.3) == 0.0
    assert final_output(0.0, 1.0, 0.3) == 0.0
    assert final_output(1.1, 0.0, 0.0) == 1.1


@given(
    price=RATIO, demand=RATIO, productive=RATIO, whole=RATIO, wage=RATIO, work=RATIO, share=PUTOUT,
    input_price=RATIO, input_share=INPUTS, elasticity=ELASTICITY, labour_elasticity=LABOUR,
)  # fmt: skip
def test_planned_sales_are_the_sales_of_the_plan(
    price: float,
    demand: float,
    productive: float,
    whole: float,
    wage: float,
    work: float,
    share: float,
    input_price: float,
    input_share: float,
    elasticity: float,
    labour_elasticity: float,
) -> None:
    """Hiring r/w, putting out r/v and buying r/u makes and sells exactly r: it is a solution."""
    at_cost = made_at_cost(
        productive, whole, wage, work, share, input_price, input_share, labour_elasticity
    )
    r = planned_sales(price, demand, at_cost, share, input_share, elasticity, labour_elasticity)
    own = own_output(productive, r / wage, labour_elasticity)
    made = whole * final_output(own, r / work, share)
    product = made ** (1.0 - input_share) * (r / input_price) ** input_share
    assert revenue(1.0, price, demand, product, elasticity) == pytest.approx(r)
    assert with_inputs(made, price, demand, input_price, input_share, elasticity) == pytest.approx(
        product
    )


@pytest.mark.parametrize(
    ("demand", "wage", "work", "share", "input_price", "input_share"),
    [
        (1.0, 1.0, 1.0, 0.0, 1.0, 0.0),
        (1.3, 1.1, 1.0, 0.0, 1.2, 0.5),
        (0.8, 0.9, 1.2, 0.4, 1.0, 0.4),
        (1.5, 1.3, 0.7, 0.7, 0.8, 0.3),
    ],
)
def test_no_other_plan_earns_more(
    demand: float,
    wage: float,
    work: float,
    share: float,
    input_price: float,
    input_share: float,
) -> None:
    """Profit over labour, work put out and inputs, each costed at its calibrated share of sales."""
    elasticity, labour_elasticity, productive = 6.0, 0.8, 1.1
    curve, added = 1.0 - 1.0 / elasticity, 1.0 - input_share
    shares = (
        curve * added * labour_elasticity * (1.0 - share), curve * added * share,
        curve * input_share,
    )  # fmt: skip

    def loss(logs: NDArray[np.float64]) -> float:
        labour, volume, inputs = (math.exp(each) for each in logs)
        made = final_output(own_output(productive, labour, labour_elasticity), volume, share)
        cost = shares[0] * wage * labour + shares[1] * work * volume
        cost += shares[2] * input_price * inputs
        product = made**added * inputs**input_share
        return float(cost - revenue(1.0, 1.0, demand, product, elasticity))

    at_cost = made_at_cost(
        productive, 1.0, wage, work, share, input_price, input_share, labour_elasticity
    )
    r = planned_sales(1.0, demand, at_cost, share, input_share, elasticity, labour_elasticity)
    plan = np.log([r / wage, r / work, r / input_price])
    assert loss(plan) < 0.0
    slopes = approx_fprime(plan, loss, 1e-7)
    assert slopes == pytest.approx(np.zeros(3), abs=1e-5)
    for step in (-0.3, -0.05, 0.05, 0.3):
        for which in range(3):
            other = plan.copy()
            other[which] += step
            assert loss(other) >= loss(plan)


def test_a_firm_without_orders_plans_nothing_and_makes_nothing() -> None:
    made = made_at_cost(1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.4, 0.8)
    assert planned_sales(1.0, 0.0, made, 0.0, 0.4, 6.0, 0.8) == 0.0
    assert with_inputs(1.0, 1.0, 0.0, 1.0, 0.4, 6.0) == 0.0
    assert with_inputs(0.0, 1.0, 1.0, 1.0, 0.4, 6.0) == 0.0


@given(work=RATIO, demand=RATIO, price=RATIO, share=INPUTS, elasticity=ELASTICITY)
def test_inputs_cost_their_share_of_sales_whatever_their_price(
    work: float, demand: float, price: float, share: float, elasticity: float
) -> None:
    """Output y = x^(1-h) q^h bought at u: u q is r, that is h of sales at the calibrated share."""
    made = with_inputs(work, 1.0, demand, price, share, elasticity)
    sold = revenue(1.0, 1.0, demand, made, elasticity)
    assert work ** (1.0 - share) * (sold / price) ** share == pytest.approx(made)


@given(work=RATIO, demand=RATIO)
def test_a_product_without_inputs_is_the_work_in_it(work: float, demand: float) -> None:
    assert with_inputs(work, 1.0, demand, 2.0, 0.0, 6.0) == pytest.approx(work)


def test_capital_follows_sales_and_a_loan_buys_more_as_long_as_it_is_owed() -> None:
    assert desired_capital(1000.0, 0.9, 0.0) == pytest.approx(900.0)
    assert desired_capital(1000.0, 0.9, 250.0) == pytest.approx(1150.0)


def test_a_passing_shock_has_the_variance_that_its_docstring_says() -> None:
    persistence, spread, variance = 0.9, 0.05, 0.0
    for _ in range(500):  # the variance of the rule's own recursion, with luck of variance 1
        variance = (
            next_transitory_productivity(0.0, persistence, spread, 1.0) ** 2
            + persistence**2 * variance
        )
    assert variance == pytest.approx(spread**2 / (1 - persistence**2))
