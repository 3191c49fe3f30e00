"""Seekers look at vacancies on a ring, offers reach them or not, and the best one is taken."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.model.phases.labour import matching, vacancies
from poverty_nodes.model.phases.labour.job_market import JobMarket, look_ahead
from poverty_nodes.model.population.draw_order import draw_order
from poverty_nodes.model.population.offer import OFFER
from poverty_nodes.model.population.seeker import SEEKER
from poverty_nodes.model.population.table import new_table
from tests.model.village import (
    CASUAL,
    FEMALE,
    HOMEWORK,
    OWNER,
    REGULAR,
    SKILLED_REGULAR,
    Table,
    firms,
    instruments,
    parameters,
    places,
    setting,
    workers,
)

EVERYBODY = np.ones((1, 4, 2, 2))


@dataclass
class Hall:
    """What one month's matching left: staff and vacancies (firms, 4), hires by gender and group."""

    staff: NDArray[np.int32]
    vacancy: NDArray[np.int32]
    hires: NDArray[np.int64]


def meet(
    people: Table,
    table: Table,
    open_posts: list[list[int]],
    access: NDArray[np.float64] = EVERYBODY,
    instrument: Table | None = None,
    place: Table | None = None,
    month: int = 1,
    **given: float,
) -> Hall:
    """Match in one place; each firm has one node a kind of post, by the order of its row."""
    kinds = [(f, kind) for f in range(len(table)) for kind in range(4)]
    key = (np.arange(len(kinds)) + 0.5) / len(kinds)
    staff = np.zeros((len(table), 4), np.int32)
    hired = (people["post"] > 0) & (people["post"] < OWNER)
    np.add.at(staff, (people["employer"][hired], people["post"][hired] - 1), 1)
    vacancy = np.array(open_posts, np.int32)
    hires = np.zeros((1, 4, 2, 2), np.int64)
    p = parameters(**{"search_outside": 1.0, "search_employed": 1.0, "base_contacts": 8.0, **given})
    where = places({}) if place is None else place
    seekers = new_table(SEEKER, len(people))
    found = matching.gather_seekers(people, where, p, seekers, 1, month)
    offers = new_table(OFFER, len(table))
    vacancies.write_offers(table, p, instruments() if instrument is None else instrument, offers)
    nodes, start = vacancies.open_nodes(
        key,
        np.array([f for f, _ in kinds], np.int32),
        np.array([kind for _, kind in kinds], np.int8),
        np.array([0, len(kinds)], np.int64),
        vacancy,
    )
    market = JobMarket(
        staff=staff,
        vacancy=vacancy,
        hires=hires,
        nodes=nodes,
        start=start,
        guide=vacancies.guide(nodes, start),
        access=access,
        offers=offers,
        seekers=seekers[:found],
        queue=draw_order(seekers["key"][:found]),
        ahead=look_ahead(),
    )
    matching.match(people, where, p, setting(), market, 1, month)
    return Hall(staff, vacancy, hires)


def test_who_looks_hangs_on_having_a_post_and_owners_never_do() -> None:
    people = workers({}, {"post": REGULAR, "employer": 0}, {"post": OWNER, "employer": 0})
    seekers, where = new_table(SEEKER, 3), places({})
    outside = parameters(search_outside=1.0, search_employed=0.0)
    inside = parameters(search_outside=0.0, search_employed=1.0)
    assert matching.gather_seekers(people, where, outside, seekers, 1, 1) == 1
    assert seekers["row"][0] == 0
    assert matching.gather_seekers(people, where, inside, seekers, 1, 1) == 1
    assert seekers["row"][0] == 1


def test_a_seeker_takes_an_offer_that_beats_what_she_has_outside() -> None:
    people = workers({"gender": FEMALE, "tenure": 7}, outside_factor=1.0)
    hall = meet(people, firms({}), [[0, 1, 0, 0]])
    assert (people["post"][0], people["employer"][0], people["tenure"][0]) == (REGULAR, 0, 0)
    assert people["wage"][0] == pytest.approx(100.0)
    assert hall.staff.tolist() == [[0, 1, 0, 0]]
    assert hall.vacancy.tolist() == [[0, 0, 0, 0]]
    assert hall.hires[0, 1, FEMALE, 0] == 1
    assert hall.hires.sum() == 1


def test_a_seeker_with_a_better_life_outside_stays_there() -> None:
    people = workers({"outside_factor": 3.0})
    hall = meet(people, firms({}), [[0, 1, 0, 0]])
    assert people["post"][0] == 0
    assert hall.vacancy.sum() == 1


def test_the_better_paid_of_two_offers_is_taken() -> None:
    people = workers(*[{}] * 30)
    meet(people, firms({}), [[0, 99, 0, 99]], fit_effect=0.0)
    assert people["post"].tolist() == [REGULAR] * 30


def test_no_more_people_are_hired_than_there_are_vacancies() -> None:
    people = workers(*[{}] * 9)
    hall = meet(people, firms({}, {}), [[0, 1, 1, 0], [0, 2, 0, 0]])
    assert (people["post"] > 0).sum() == 4
    assert hall.vacancy.sum() == 0
    assert hall.staff.tolist() == [[0, 1, 1, 0], [0, 2, 0, 0]]


def test_skilled_posts_go_to_the_skilled() -> None:
    people = workers({"skill": 0}, {"skill": 1}, {"skill": 0})
    meet(people, firms({}), [[3, 0, 0, 0]])
    assert people["post"].tolist() == [0, SKILLED_REGULAR, 0]


def test_an_offer_that_does_not_reach_somebody_is_not_taken() -> None:
    access = EVERYBODY.copy()
    access[0, 1, FEMALE, :] = 0.0
    people = workers({"gender": FEMALE}, {"gender": 0}, {"gender": FEMALE, "social_group": 1})
    meet(people, firms({}), [[0, 9, 0, 0]], access)
    assert people["post"].tolist() == [0, REGULAR, 0]


def test_offers_reach_people_at_the_chance_given() -> None:
    access = np.full((1, 4, 2, 2), 0.3)
    people = workers(*[{}] * 4000)
    meet(people, firms({}), [[0, 0, 9999, 0]], access, base_contacts=1.0)
    assert np.mean(people["post"] == CASUAL) == pytest.approx(0.3, abs=0.03)


def test_care_duties_keep_people_at_home_unless_the_pay_makes_up_for_it() -> None:
    """Casual pay 80 is worth 52 away from home to a carer, home work its full 40."""
    people = workers({"care": 1}, {"care": 0}, outside_factor=60.0 / 60.0)
    meet(people, firms({}), [[0, 0, 9, 0]], care_cost=0.35, fit_effect=0.0)
    assert people["post"].tolist() == [0, CASUAL]
    carer = workers({"care": 1}, outside_factor=35.0 / 60.0)
    meet(carer, firms({}), [[0, 0, 0, 9]], care_cost=0.35, fit_effect=0.0)
    assert carer["post"][0] == HOMEWORK


@pytest.mark.parametrize(("premium", "moves"), [(1.04, False), (1.06, True)])
def test_an_employed_worker_moves_for_a_gain_only(premium: float, moves: bool) -> None:
    people = workers({"post": REGULAR, "employer": 0, "wage": 100.0})
    hall = meet(
        people, firms({}, {"premium": premium}), [[0] * 4, [0, 1, 0, 0]],
        gain_to_move=0.05, fit_effect=0.0,
    )  # fmt: skip
    assert people["employer"][0] == int(moves)
    assert hall.staff[:, 1].tolist() == ([0, 1] if moves else [1, 0])


def test_nobody_is_hired_by_the_own_employer() -> None:
    people = workers({"post": CASUAL, "employer": 0, "wage": 10.0})
    hall = meet(people, firms({}), [[0, 5, 0, 0]])
    assert people["post"][0] == CASUAL
    assert hall.vacancy.sum() == 5


def test_a_wage_floor_makes_an_offer_worth_taking() -> None:
    people = workers({"outside_factor": 2.0}, {"outside_factor": 2.0})
    table = firms({"monitored": 1})
    meet(people, table, [[0, 2, 0, 0]], instrument=instruments(floor=150.0), fit_effect=0.0)
    assert people["wage"].tolist() == [150.0, 150.0]


def test_a_match_is_as_good_as_the_two_are_for_each_other_in_any_month() -> None:
    fits = []
    for month in (1, 7):
        people = workers({"id": 42})
        meet(people, firms({"id": 5}), [[0, 1, 0, 0]], month=month, fit_effect=0.0)
        fits.append(people["fit"][0])
    assert fits[0] == fits[1] != 0.0


def test_seekers_in_a_place_without_firms_find_nothing() -> None:
    people = workers({})
    hall = meet(people, firms({}), [[0, 0, 0, 0]])
    assert people["post"][0] == 0
    assert hall.hires.sum() == 0


def test_one_firms_vacancies_more_or_less_move_only_those_who_met_them() -> None:
    """The ring is what keeps luck personal: one look each, and posts for all."""
    plenty = [[0, 0, 999, 0] for _ in range(20)]
    fewer = [row if f != 7 else [0, 0, 0, 0] for f, row in enumerate(plenty)]
    before, after = workers(*[{}] * 400), workers(*[{}] * 400)
    table = firms(*[{}] * 20)
    meet(before, table, plenty, base_contacts=1.0, fit_effect=0.0)
    meet(after, table, fewer, base_contacts=1.0, fit_effect=0.0)
    moved = before["employer"] != after["employer"]
    assert 0 < moved.sum() < 60
    assert set(before["employer"][moved]) == {7}
    assert set(after["employer"][moved]) == {8}


def test_a_denser_place_shows_seekers_more_vacancies() -> None:
    people, crowd = workers(*[{}] * 2000), workers(*[{}] * 2000)
    half = [[0, 0, 9999, 0], [0, 9999, 0, 0]]
    meet(people, firms({}, {}), half, base_contacts=1.0, fit_effect=0.0)
    dense = places({"density": 8.0})
    meet(crowd, firms({}, {}), half, place=dense, base_contacts=1.0, fit_effect=0.0)
    assert np.mean(crowd["post"] == REGULAR) > np.mean(people["post"] == REGULAR) + 0.2
