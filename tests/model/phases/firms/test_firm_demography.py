"""Firms close, households found new ones in free rows, and the young grow up."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.ledger import FOUNDERS_EQUITY, INVESTMENT, OUTSIDE_EQUITY, new_flows
from poverty_nodes.model.phases.firms import entrant, firm_demography
from poverty_nodes.model.population.employment_index import rows_by_post
from poverty_nodes.model.population.firm import FIELDS, FIRM, MARKS
from poverty_nodes.model.population.firm_types import FirmTypes
from tests.model.village import (
    EXPORTER,
    FEMALE,
    OWNER,
    REGULAR,
    SPECIALIST,
    SUBCONTRACTOR,
    Dollars,
    Row,
    Table,
    firms,
    households,
    parameters,
    places,
    workers,
)

CERTAIN = 1e9
"""A scale at which every hazard is a certainty."""


def closed(table: Table, scale: float, **given: float) -> int:
    """How many firms close in a month."""
    place = places({"exit_scale": scale})
    n = firm_demography.close_firms(
        table, place, np.zeros(1, np.int32), parameters(**given), households({}),
        new_flows(), np.zeros(2), 1, 1,
    )  # fmt: skip
    assert place["exits"][0] == n == (table["alive"] == 0).sum()
    return int(n)


def test_where_no_hazard_is_only_those_close_who_cannot_pay() -> None:
    table = firms({}, {"debt": 3001.0}, {"debt": 2999.0}, base_revenue=1000.0)
    assert closed(table, 0.0, debt_limit=3.0) == 1
    assert table["alive"].tolist() == [1, 0, 1]


def test_closing_comes_at_its_hazard_over_many_firms() -> None:
    table = firms(*[{}] * 5000)
    given = {"exit_size": 0.0, "exit_youth": 0.0, "exit_profit": 0.0}
    assert closed(table, 0.05, **given) == pytest.approx(250, abs=50)


def test_business_is_what_lasting_luck_made_of_it_by_the_base_month_and_what_has_come_since() -> (
    None
):
    def closings(**business: float) -> int:
        steep = {"exit_size": 0.0, "exit_youth": 0.0, "exit_profit": 2.0, "exit_cushion": 0.0}
        return closed(firms(*[{}] * 2000, **business), 0.05, **steep)

    usual = closings()
    assert closings(initial_advantage=0.7) == closings(left_over=0.7) > 1.4 * usual
    assert closings(initial_advantage=0.5, left_over=2.0) == usual


def test_everybody_in_a_closed_firm_is_outside_and_its_subcontractors_have_no_patron() -> None:
    table = firms({"alive": 0, "owner": 1}, {"tier": SUBCONTRACTOR, "patron": 0}, {"patron": 1})
    people = workers(
        {"employer": 0, "post": REGULAR, "wage": 90.0},
        {"employer": 0, "post": OWNER},
        {"employer": 1, "post": REGULAR},
    )
    staff = np.array([[0, 1, 0, 0], [0, 1, 0, 0], [0, 0, 0, 0]], np.int32)
    firm_demography.dismiss_all(table, people, rows_by_post(people)[0], staff)
    assert people["post"].tolist() == [0, 0, REGULAR]
    assert people["employer"].tolist() == [-1, -1, 1]
    assert staff.sum(axis=1).tolist() == [0, 1, 0]
    assert table["patron"].tolist() == [-1, -1, 1]


def test_a_young_firm_grows_to_the_size_of_its_type_in_all_base_figures_alike() -> None:
    table = firms({"age": 0, "base_heads": 4.0, "base_putout": 50.0})
    start = table.copy()
    for _ in range(240):
        firm_demography.grow_up(table, parameters(entrant_size=0.5, maturing=36.0))
        table["age"] += 1
    for name in ("base_heads", "base_revenue", "base_wage_bill", "base_putout", "base_capital"):
        assert table[name][0] == pytest.approx(2.0 * start[name][0], rel=2e-3), name
    hired = table["base_labour"] - table["owner_labour"]
    assert hired[0] == pytest.approx(2.0 * (start["base_labour"] - start["owner_labour"])[0], 2e-3)


def founded(
    *homes: Row,
    rows: int = 1,
    scale: float = CERTAIN,
    women: float = 0.0,
    people: Table | None = None,
    market: float = 1.0,
) -> tuple[Table, Table, Table, Table, Dollars]:
    """Firms, people, households, place and payments after a month of founding."""
    table = firms(*[{"alive": 0}] * rows)
    types = firms(
        {"tier": SUBCONTRACTOR, "formal": 1, "age": 10**6}, {"tier": SPECIALIST, "age": 10**6}
    )
    home = households(*homes)
    home["first_worker"] = np.arange(len(homes))
    people = workers(*[{}] * len(homes)) if people is None else people
    place, flows = (
        places(
            {
                **{"entry_scale": scale, "women_owners": women, "surplus": 1.0, "base_firms": 10.0},
                "market": market,
            }
        ),
        new_flows(),
    )
    n = firm_demography.found_firms(
        table,
        FirmTypes(types, np.array([0, 2]), np.array([0.0, 1.0]), np.zeros(2, np.int32)),
        people,
        home,
        place,
        parameters(
            entrant_size=0.5, cash_target=0.6, founder_income=2.0,
            exit_yearly=0.08, openings_years=2.0, market_room=0.85,
        ),
        flows, 1, 1,
    )  # fmt: skip
    assert place["entries"][0] == n == (table["alive"] == 1).sum()
    assert flows[FOUNDERS_EQUITY] + flows[OUTSIDE_EQUITY] == pytest.approx(
        table["cash"].sum() + flows[INVESTMENT]
    )
    return table, people, home, place, flows


def test_founding_follows_the_market_up_and_down() -> None:
    rooms = [
        founded({"id": 7}, market=market)[3]["capacity_firms"][0] for market in (0.5, 1.0, 2.0)
    ]
    assert rooms[0] == 0.0
    assert rooms[1] == 1.0
    assert rooms[2] == pytest.approx(1.0 + 10.0 * (2.0**0.85 - 1.0) / (0.08 * 10.0 * 2.0))


def test_a_founder_copies_a_type_at_the_size_of_an_entrant() -> None:
    table, people, home, _, flows = founded({"id": 7, "savings": 1000.0, "smoothed_income": 50.0})
    firm = table[0]
    assert firm.tier == SPECIALIST  # the first type has no weight
    assert firm.id == entrant.ENTRANT + 64 * 7
    assert (firm.age, firm.owner, firm.household) == (0, 0, 0)
    assert firm.base_heads == pytest.approx(2.0)
    assert firm.base_revenue == firm.revenue == pytest.approx(500.0)
    assert firm.base_labour == pytest.approx(1.0 + 0.5 * 4.0)
    assert firm.cash == pytest.approx(0.5 * 0.6 * 500.0)
    assert (people["post"][0], people["employer"][0]) == (OWNER, 0)
    assert home["founded"][0] == 1
    assert flows[INVESTMENT] == pytest.approx(firm.capital)


def test_a_founder_pays_what_she_can_and_partners_the_rest() -> None:
    home, flows = founded({"savings": 100.0, "smoothed_income": 50.0})[2::2]
    assert flows[FOUNDERS_EQUITY] == pytest.approx(80.0)
    assert home["savings"][0] == pytest.approx(20.0)
    rich, flows = founded({"savings": 9000.0, "smoothed_income": 50.0})[2::2]
    assert flows[OUTSIDE_EQUITY] == 0.0
    assert rich["savings"][0] == pytest.approx(9000.0 - 500.0 - 150.0)


def test_nobody_founds_without_a_wish_or_a_free_row() -> None:
    home = {"savings": 1000.0, "smoothed_income": 50.0}
    assert not founded(home, scale=0.0)[0]["alive"].any()
    table, people, *_ = founded(home, home, home, rows=2)
    assert table["alive"].tolist() == [1, 1]
    assert people["post"].tolist() == [OWNER, OWNER, 0]


def test_two_firms_of_one_household_have_two_identities() -> None:
    home = households({"id": 7, "founded": 1, "savings": 1000.0, "smoothed_income": 50.0})
    table, flows = firms({"alive": 0}), new_flows()
    entrant.begin(table, 0, firms({})[0], workers({}), 0, home, 0, parameters()[0], flows)
    assert table["id"][0] == entrant.ENTRANT + 64 * 7 + 1


def begun(table: Table, row: int, type_of: Table) -> np.void:
    """The firm that a household with some savings founds in a row of the table, on the model of a type."""
    home = households({"savings": 1000.0, "smoothed_income": 50.0})
    given = parameters(entrant_size=0.5, cash_target=0.6, founder_income=2.0)[0]
    entrant.begin(table, row, type_of[0], workers({}), 0, home, 0, given, new_flows())
    return table[row]


def test_an_entrant_keeps_nothing_of_the_firm_whose_row_it_takes() -> None:
    table = firms({"alive": 0}, {"alive": 0})
    for name in FIRM.names or ():
        table[name][1] = 7
    fresh, taken = begun(table, 0, firms({})), begun(table, 1, firms({}))
    assert {name for name in FIRM.names or () if fresh[name] != taken[name]} == set()


def test_an_entrant_is_not_helped_by_what_policies_set_on_the_closed_firm() -> None:
    closed = dict.fromkeys((mark.name for mark in MARKS), 1)
    firm = begun(firms({"alive": 0, **closed}), 0, firms({}))
    assert {mark.name for mark in MARKS if firm[mark.name] != 0} == set()


def test_a_new_field_needs_no_line_where_firms_begin() -> None:
    """Every field that no line sets begins as it is declared."""
    firm = begun(firms({"alive": 0}), 0, firms({"output": 3.0, "voice": 1.0, "tier": SPECIALIST}))
    assert (firm["output"], firm["voice"], firm["tier"]) == (1.0, 0.0, SPECIALIST)
    assert [field.name for field in FIELDS if field.copied and field.start != 0] == []


def test_an_entrant_must_keep_up_with_the_world_like_its_type() -> None:
    firm = begun(firms({"alive": 0}), 0, firms({"process_pace": 0.01}))
    assert firm["process_pace"] == 0.01


def test_an_entrant_has_the_luck_of_its_type_and_what_that_makes_of_its_business() -> None:
    born = {"initial_productivity": 0.2, "initial_advantage": 1.3}
    firm = begun(firms({"alive": 0}), 0, firms(born))
    assert {name: firm[name] for name in born} == born


@pytest.mark.parametrize(("women", "founder"), [(0.0, 1), (1.0, 2)])
def test_the_founder_is_the_most_skilled_of_the_gender_drawn(women: float, founder: int) -> None:
    adults = workers(
        {}, {"skill": 1}, {"gender": FEMALE, "skill": 1}, {"gender": FEMALE}, household=0
    )
    home = {"adults": 4, "savings": 1000.0, "smoothed_income": 50.0}
    table, *_ = founded(home, women=women, people=adults)
    assert table["owner"][0] == founder


@pytest.mark.parametrize("adult", [{"gender": FEMALE}, {"post": OWNER, "employer": 3}])
def test_a_household_without_the_gender_drawn_or_with_a_firm_founds_nothing(adult: Row) -> None:
    home = {"adults": 2, "savings": 1000.0, "smoothed_income": 50.0}
    for women, founds in ((1.0, False), (0.0, "post" not in adult)):
        adults = workers(adult, {"skill": 1}, household=0)
        if women:
            adults["gender"][0] = 0
        assert bool(founded(home, women=women, people=adults)[0]["alive"][0]) == founds


def test_posts_that_are_rounded_up_do_not_keep_a_firm_alive() -> None:
    """The size that closing falls with is what a firm asks for, whatever whole number of people that makes."""
    table = firms(*[{"id": i, "steady_heads": 0.0 if i < 500 else 24.0} for i in range(1000)])
    closed(table, 0.5, exit_size=0.35, exit_youth=0.0, exit_profit=0.0)
    gone = table["alive"] == 0
    assert gone[:500].mean() == pytest.approx(0.5, abs=0.08)
    assert gone[500:].mean() == pytest.approx(0.5 * 25.0**-0.35, abs=0.06)


def test_where_firms_are_missing_the_others_get_their_work() -> None:
    table = firms(
        {"tier": EXPORTER, "export_share": 0.6, "base_revenue": 1000.0},
        {"tier": SUBCONTRACTOR, "base_revenue": 300.0},
        {"tier": SPECIALIST, "base_revenue": 100.0},
        {"tier": SPECIALIST, "base_revenue": 100.0, "alive": 0},
    )
    place = places(
        {
            "base_firms": 5.0, "specialist_rows": 2.0, "base_putout": 600.0,
            "base_stage_sales": 200.0, "base_home_sales": 400.0,
        }
    )  # fmt: skip
    firm_demography.count_firms(table, place)
    p = place[0]
    assert (p.firms, p.density, p.specialists) == (3.0, pytest.approx(0.6), 0.5)
    assert (p.capacity_putout, p.capacity_stages, p.capacity_home) == (2.0, 2.0, pytest.approx(1.0))


def test_a_capacity_share_is_bounded_and_one_where_nobody_is_left() -> None:
    assert firm_demography.capacity_share(100.0, 1.0) == 5.0
    assert firm_demography.capacity_share(1.0, 100.0) == 0.2
    assert (
        firm_demography.capacity_share(100.0, 0.0)
        == firm_demography.capacity_share(0.0, 100.0)
        == 1.0
    )
