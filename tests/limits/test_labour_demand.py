"""Labour demand has the elasticities of its closed form, whatever the parameters."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.phases.labour import labour_demand
from poverty_nodes.model.rules.production import made_at_cost, planned_sales
from tests.model.village import Table, firms, instruments, parameters, places, setting

SMALL = 1e-6
ELASTICITY = st.floats(3.0, 15.0)
LABOUR = st.floats(0.65, 0.84)
INPUTS = st.floats(0.0, 0.7)
PUTOUT = st.floats(0.0, 0.6)


def heads(elasticity: float, labour: float, inputs: float, **firm: float) -> float:
    """Posts wanted, of a firm whose owner's own work is nothing beside that of its hundred hands."""
    rows: Table = firms(
        {
            **{"base_heads": 100.0, "base_labour": 100.0, "owner_labour": 0.0},
            **{"steady_heads": 100.0, **firm},
        }
    )
    labour_demand.plan_posts(
        rows,
        places({}),
        parameters(demand_elasticity=elasticity, labour_elasticity=labour),
        setting(input_share=inputs),
        instruments(),
        np.zeros((1, 4), np.int32),
        np.ones((1, 4)),
        1,
    )
    return float(rows["desired_heads"][0])


def slope(elasticity: float, labour: float, inputs: float, name: str, **firm: float) -> float:
    """Elasticity of the posts wanted to a field of the firm, at the base."""
    up = heads(elasticity, labour, inputs, **{name: math.exp(SMALL)}, **firm)
    return math.log(up / heads(elasticity, labour, inputs, **firm)) / SMALL


def returns(elasticity: float, labour: float, inputs: float, putout: float = 0.0) -> float:
    """Returns to scale of sales in all that the firm can vary in a month: 1 less the exponent."""
    curve = 1.0 - 1.0 / elasticity
    return 1.0 - curve * ((1.0 - inputs) * (labour * (1.0 - putout) + putout) + inputs)


@given(e=ELASTICITY, b=LABOUR, h=INPUTS, s=PUTOUT)
def test_labour_demand_answers_wages_at_its_closed_form(
    e: float, b: float, h: float, s: float
) -> None:
    """-1 - c b (1-h)(1-s) / (1 - c((1-h)(b(1-s) + s) + h)); -1/(1 - c b) with labour alone."""
    curve = 1.0 - 1.0 / e
    expected = -1.0 - curve * b * (1.0 - h) * (1.0 - s) / returns(e, b, h, s)
    assert slope(e, b, h, "premium", putout_share=s) == pytest.approx(expected, rel=1e-3)


@given(e=ELASTICITY, b=LABOUR)
def test_with_labour_alone_the_elasticity_is_the_textbooks(e: float, b: float) -> None:
    expected = -1.0 / (1.0 - b * (1.0 - 1.0 / e))
    assert slope(e, b, 0.0, "premium") == pytest.approx(expected, rel=1e-3)


@given(e=ELASTICITY, b=LABOUR, h=INPUTS, s=PUTOUT)
def test_labour_demand_answers_orders_by_the_inverse_elasticity(
    e: float, b: float, h: float, s: float
) -> None:
    found = slope(e, b, h, "expected_demand", putout_share=s)
    assert found == pytest.approx(1.0 / e / returns(e, b, h, s), rel=1e-3)


@given(e=ELASTICITY, b=LABOUR, h=INPUTS)
def test_labour_demand_answers_productivity_so_that_cheaper_firms_grow(
    e: float, b: float, h: float
) -> None:
    expected = (1.0 - 1.0 / e) * (1.0 - h) / returns(e, b, h)
    assert slope(e, b, h, "productivity") == pytest.approx(expected, rel=1e-3)


@given(e=ELASTICITY, b=LABOUR, demand=st.floats(0.5, 2.0), wage=st.floats(0.7, 1.5))
def test_the_plan_with_subcontractors_becomes_that_of_labour_alone(
    e: float, b: float, demand: float, wage: float
) -> None:
    """With nothing put out the price of work put out is no part of the plan."""
    alone = (demand ** (1 / e) * wage ** (-b * (1 - 1 / e))) ** (1 / (1 - b * (1 - 1 / e)))
    for price in (0.5, 1.0, 2.0):
        made = made_at_cost(1.0, 1.0, wage, price, 0.0, 1.0, 0.0, b)
        plan = planned_sales(1.0, demand, made, 0.0, 0.0, e, b)
        assert plan == pytest.approx(alone)


@given(e=ELASTICITY, b=LABOUR, h=INPUTS, floor=st.floats(0.0, 1.25))
def test_a_floor_within_the_markdown_costs_no_post(
    e: float, b: float, h: float, floor: float
) -> None:
    rows = firms({"base_heads": 100.0, "base_labour": 100.0, "owner_labour": 0.0, "monitored": 1})
    p = parameters(demand_elasticity=e, labour_elasticity=b, monopsony_markdown=0.25)
    labour_demand.plan_posts(
        rows, places({}), p, setting(input_share=h), instruments(floor=100.0 * floor),
        np.zeros((1, 4), np.int32), np.ones((1, 4)), 1,
    )  # fmt: skip
    assert rows["desired_heads"][0] == pytest.approx(100.0)
