"""Marshall's gains and the crowding against them: none at base, right in sign, bounded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.model.rules.agglomeration import (
    bought_in,
    bought_price,
    contacts,
    crowding,
    input_cost,
)

SHARES = st.floats(0.0, 1.0)
CROWDS = st.floats(0.05, 50.0)


@given(local_share=SHARES, elasticity=st.floats(0.0, 0.1))
def test_inputs_cost_what_they_cost_at_base(local_share: float, elasticity: float) -> None:
    assert input_cost(1.0, elasticity, local_share, 1.0, 1.0) == pytest.approx(1.0)


@given(local_share=SHARES, price=st.floats(0.5, 2.0))
def test_only_the_local_part_of_inputs_follows_local_prices(
    local_share: float, price: float
) -> None:
    expected = 1.0 + local_share * (price - 1.0)
    assert input_cost(1.0, 0.02, local_share, price, 1.0) == pytest.approx(expected)


@given(local_share=SHARES, rate=st.floats(0.5, 2.0), content=SHARES)
def test_only_bought_inputs_follow_prices_abroad_and_of_them_the_imported_part(
    local_share: float, rate: float, content: float
) -> None:
    price = bought_price(1.1, rate, content)
    assert price == pytest.approx(1.1 * (1.0 - content + content * rate))
    cost = input_cost(1.0, 0.02, local_share, 1.0, price)
    assert cost == pytest.approx(local_share + (1.0 - local_share) * price)


def test_twice_the_specialists_cut_input_cost_by_the_elasticity() -> None:
    assert input_cost(2.0, 0.05, 0.4, 1.0, 1.0) == pytest.approx(2.0**-0.05)


def test_a_place_without_specialists_still_has_a_finite_input_cost() -> None:
    assert input_cost(0.0, 0.02, 0.4, 1.0, 1.0) == pytest.approx(0.01**-0.02)


@given(one=CROWDS, other=CROWDS)
def test_a_denser_place_shows_no_fewer_vacancies(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 1.0 <= contacts(2.0, low) <= contacts(2.0, high) <= 8.0


@given(one=CROWDS, other=CROWDS)
def test_crowding_only_costs(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert crowding(low, 0.01) >= crowding(high, 0.01) > 0.0


@given(density=CROWDS)
def test_without_an_exponent_nobody_is_crowded(density: float) -> None:
    assert crowding(density, 0.0) == 1.0


@given(one=st.floats(1.0, 1e6), other=st.floats(1.0, 1e6), share=SHARES)
def test_a_firm_with_fewer_machines_leaves_more_to_neighbours_and_never_more_than_all(
    one: float, other: float, share: float
) -> None:
    small, large = (bought_in(capital, 1e4, 0.25, share) for capital in sorted((one, other)))
    assert 0.0 < large <= small <= 10.0
    assert small * share <= 1.0 + 1e-12


@given(capital=st.floats(0.0, 1e6), share=SHARES)
def test_without_the_fall_all_firms_leave_alike_to_neighbours(capital: float, share: float) -> None:
    assert bought_in(capital, 1e4, 0.0, share) == 1.0
