"""Registered home workers: what their firm owes them, and where it has the work done."""

from __future__ import annotations

import pytest

from poverty_nodes.model.phases.labour import home_work
from tests.model.village import HOMEWORK, Table, firms, instruments, parameters, places, workers

AT_HOME = {"post": HOMEWORK, "employer": 0}
REGISTERED = {**AT_HOME, "piece_floor": 1.0, "piece_contribution": 0.1}


def registered(people: Table, enforced: float = 1.0) -> Table:
    table, p = firms({"share_homework": 1.0}), parameters(units_homework=0.6)
    home_work.register(table, people, places({}, {}), p, instruments(home_enforced=enforced), 1)
    return table


def test_a_firm_knows_the_share_of_its_home_workers_and_what_they_are_guaranteed() -> None:
    table = registered(workers(REGISTERED, AT_HOME, AT_HOME, AT_HOME))
    assert table["home_registered"][0] == 0.25
    assert table["home_floor"][0] == pytest.approx(60.0)
    assert table["home_contribution"][0] == pytest.approx(0.1)
    assert table["home_dues"][0] == 0.0


def test_where_nothing_is_enforced_or_nobody_registered_nothing_is_owed() -> None:
    for table in (registered(workers(REGISTERED), 0.0), registered(workers(AT_HOME))):
        assert table["home_registered"][0] == table["home_floor"][0] == 0.0


def test_the_floor_holds_for_registered_home_workers_in_firms_that_keep_to_it() -> None:
    place = places({})[0]
    people = workers(REGISTERED, AT_HOME)
    keeps, breaks = firms({"home_registered": 0.5}, {"home_registered": 0.0})
    floors = [
        home_work.piece_floor_for(person, firm, place, 0.6)
        for firm in (keeps, breaks)
        for person in people
    ]
    assert floors == pytest.approx([60.0, 0.0, 0.0, 0.0])


def test_a_firm_moves_home_work_that_has_become_dearer_and_moves_it_back_again() -> None:
    dear = {"home_registered": 1.0, "home_floor": 80.0, "home_contribution": 0.1}
    table, where = firms(dear), places({}, {})
    p = parameters(monopsony_markdown=0.25, centring=1.0, shift_limit=0.5, shift_speed=0.5)
    home_work.move_work(table, where, p)
    first = table["centre_shift"][0]
    assert first == pytest.approx(0.25)
    table["home_registered"] = 0.0
    home_work.move_work(table, where, p)
    assert table["centre_shift"][0] == pytest.approx(first / 2)


def test_a_rise_inside_the_markdown_moves_no_work() -> None:
    table = firms({"home_registered": 1.0, "home_floor": 45.0})
    home_work.move_work(table, places({}, {}), parameters(monopsony_markdown=0.25))
    assert table["centre_shift"][0] == 0.0
