"""People at work make output; exporters' deliveries hang on what subcontractors deliver."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.goods import production
from poverty_nodes.model.population.employment_index import rows_by_post
from tests.model.village import (
    CASUAL,
    HOMEWORK,
    OWNER,
    REGULAR,
    SKILLED_REGULAR,
    SUBCONTRACTOR,
    Table,
    firms,
    instruments,
    parameters,
    places,
    setting,
    workers,
)

UNITS = {"units_skilled_regular": 1.5, "units_casual": 0.8, "units_homework": 0.5}


def produced(table: Table, place: Table, share: float = 0.0, **given: float) -> None:
    """One month's output, of a product of which so much is inputs."""
    production.produce(table, place, parameters(**given), setting(input_share=share), instruments())


def test_without_spread_a_shock_dies_out() -> None:
    table = firms({"transitory_productivity": 0.2}, {"transitory_productivity": 0.2, "alive": 0})
    p = parameters(shock_spread=0.0, shock_persistence=0.9)
    production.move_productivity(table, p, 1, 1)
    assert table["transitory_productivity"] == pytest.approx([0.18, 0.2])


def test_each_firm_meets_its_own_luck_whatever_its_row() -> None:
    one, other = firms({"id": 5}, {"id": 9}), firms({"id": 9}, {"id": 5})
    for table in (one, other):
        production.move_productivity(table, parameters(shock_spread=0.02), 1, 1)
    assert (
        one["transitory_productivity"].tolist() == other["transitory_productivity"].tolist()[::-1]
    )
    assert one["transitory_productivity"][0] != one["transitory_productivity"][1]


def test_labour_adds_up_the_units_of_those_at_work_and_the_owners() -> None:
    people = workers(
        {"post": SKILLED_REGULAR}, {"post": REGULAR, "fit": 1.0}, {"post": CASUAL},
        {"post": HOMEWORK}, {"post": OWNER}, employer=0,
    )  # fmt: skip
    table = firms({"owner_labour": 1.2}, {"owner_labour": 1.0, "alive": 0})
    p = parameters(fit_effect=0.08, **UNITS)
    production.labour_at_work(people, rows_by_post(people)[0], table, p, instruments())
    assert table["labour"] == pytest.approx([1.2 + 1.5 + np.exp(0.08) + 0.8 + 0.5, 0.0])


def test_base_labour_makes_base_output() -> None:
    table = firms({"base_labour": 5.0, "labour": 5.0})
    produced(table, places({}))
    assert (table["own_output"][0], table["output"][0]) == (1.0, 1.0)


def test_output_answers_labour_and_the_pilots_scale_of_it() -> None:
    table = firms({"base_labour": 5.0, "labour": 6.0})
    produced(table, places({"labour_scale": 1.5}), labour_elasticity=0.8)
    assert table["own_output"][0] == pytest.approx(0.8**0.8)


def test_a_closed_firm_makes_nothing() -> None:
    table = firms({"alive": 0, "labour": 5.0})
    produced(table, places({}))
    assert (table["own_output"][0], table["output"][0]) == (0.0, 0.0)


def test_exporters_get_the_share_of_their_work_that_subcontractors_delivered() -> None:
    """Two subcontractors deliver 1.0 x 100 and 0.5 x 200 of the 300 ordered: two thirds in sum, less as a bundle."""
    table = firms(
        {"labour": 5.0, "putout_share": 0.4, "volume_putout": 1.0},
        {"labour": 5.0, "tier": SUBCONTRACTOR, "base_revenue": 100.0},
        {"labour": 2.5, "tier": SUBCONTRACTOR, "base_revenue": 200.0},
    )
    place = places({"base_putout": 300.0, "putout": 1.0})
    produced(table, place, labour_elasticity=1.0, demand_elasticity=4.0)
    filled = ((100.0 + 200.0 * 0.5**0.75) / 300.0) ** (4.0 / 3.0)
    assert 0.6 < filled < 2 / 3
    assert place["putout_filled"][0] == pytest.approx(filled)
    assert table["output"][0] == pytest.approx(filled**0.4)
    assert table["output"][1:].tolist() == [1.0, 0.5]


def test_unlike_subcontractors_leave_less_of_the_bundle_of_work_than_like_ones() -> None:
    """A sum of volumes would stay the same: 1.4 and 0.6 of two of one size."""
    table = firms(
        {"tier": SUBCONTRACTOR, "output": 1.4, "base_revenue": 500.0},
        {"tier": SUBCONTRACTOR, "output": 0.6, "base_revenue": 500.0},
    )
    place = places({"base_putout": 1000.0, "putout": 1.0})
    production.fill_orders(table, place[0], 0, parameters(demand_elasticity=4.0)[0])
    c = 0.75
    assert place["putout_filled"][0] == pytest.approx(((1.4**c + 0.6**c) / 2.0) ** (1.0 / c))
    assert place["putout_filled"][0] < 1.0


def test_where_nothing_is_put_out_nothing_is_missing() -> None:
    table = firms({"labour": 5.0})
    place = places({"base_putout": 0.0})
    produced(table, place)
    assert place["putout_filled"][0] == 1.0
    assert table["output"][0] == 1.0


def test_as_many_inputs_are_bought_as_the_work_that_is_there_is_worth() -> None:
    """Base work and base demand at dear inputs: q = r/u, so y^(1 - h c) = u^-h."""
    place = places({"price_input": 1.5, "local_input_share": 1.0})
    table = firms({"labour": 5.0})
    produced(table, place, share=0.4, demand_elasticity=6.0)
    assert table["own_output"][0] == 1.0
    assert table["output"][0] == pytest.approx(1.5 ** (-0.4 / (1 - 0.4 * 5 / 6)))


def test_moving_own_work_out_changes_who_makes_it_and_not_how_much() -> None:
    """A tenth of the own part is made by others: own output 0.9, work put out 1.15 times base."""
    table = firms(
        {"labour": 4.5, "putout_share": 0.4, "putout_shift": 0.1, "volume_putout": 1.15},
        {"labour": 5.75, "tier": SUBCONTRACTOR, "base_revenue": 100.0},
    )
    place = places({"base_putout": 100.0, "putout": 1.15})
    produced(table, place, labour_elasticity=1.0)
    assert table["output"][0] == pytest.approx(1.0)
