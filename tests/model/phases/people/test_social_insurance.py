"""Contributions, sick pay, benefits and medical costs of insured people, to the dollar."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from poverty_nodes.model.ledger import INSURANCE, MEDICAL_COVERED, TRANSFERS, new_flows
from poverty_nodes.model.phases.people import social_insurance
from tests.model.village import CASUAL, Dollars, Row, Table, households, workers

HOUSEHOLDS = np.array([True, True, True, False, False])
REGISTERED = np.array([False, False, False, True, True])
INSURED = {"insured_sick": 0.5, "insured_job": 0.6, "insured_months": 3.0}


def paid_out(
    person: Row, home: Row, limit: float = np.inf, bears: NDArray[np.bool_] = HOUSEHOLDS
) -> tuple[Table, Table, Dollars, Dollars]:
    people, homes = workers(person), households(home)
    flows, paid = new_flows(), np.zeros(1)
    social_insurance.pay_out(people, homes, flows, bears, bool(bears[0]), limit, paid)
    return people, homes, flows, paid


def test_the_sick_are_paid_a_share_of_what_they_missed() -> None:
    person = {"post": CASUAL, "employer": 0, "sick": 1, "missed": 80.0}
    _, homes, flows, paid = paid_out(person, INSURED)
    assert homes["income"][0] == flows[TRANSFERS] == paid[0] == 40.0


@pytest.mark.parametrize(("months", "benefit"), [(0, 60.0), (2, 60.0), (3, 0.0)])
def test_the_dismissed_are_paid_for_some_months(months: int, benefit: float) -> None:
    person = {"last_wage": 100.0, "dismissed": months}
    people, homes, _, paid = paid_out(person, INSURED)
    assert people["benefit"][0] == homes["income"][0] == paid[0] == benefit


def test_who_quit_gets_nothing() -> None:
    assert paid_out({"last_wage": 0.0}, INSURED)[3][0] == 0.0


def test_the_insured_pay_a_share_of_wages_to_the_government() -> None:
    person = {"post": CASUAL, "employer": 0, "wage": 80.0}
    _, homes, flows, _ = paid_out(person, {"insurance_rate": 0.05, "income": 80.0})
    assert homes["income"][0] == pytest.approx(76.0)
    assert flows[INSURANCE] == pytest.approx(4.0)


def test_a_registered_person_is_protected_without_her_household_being_insured() -> None:
    person = {"post": CASUAL, "employer": 0, "sick": 1, "missed": 80.0, "covered_sick": 0.25}
    assert paid_out(person, {}, bears=REGISTERED)[3][0] == pytest.approx(20.0)


@pytest.mark.parametrize(("cover", "beyond"), [(0.25, 0.0), (0.5, 0.0), (0.75, 20.0)])
def test_who_is_insured_twice_is_paid_once_by_each_what_it_has_promised(
    cover: float, beyond: float
) -> None:
    person = {"post": CASUAL, "employer": 0, "sick": 1, "missed": 80.0, "covered_sick": cover}
    assert paid_out(person, INSURED)[3][0] == pytest.approx(40.0)
    assert paid_out(person, INSURED, bears=REGISTERED)[3][0] == pytest.approx(beyond)
    assert paid_out(person, INSURED, bears=HOUSEHOLDS | REGISTERED)[3][0] == pytest.approx(
        40.0 + beyond
    )


def test_a_programme_that_insures_against_no_dismissal_takes_nobodys_benefit_away() -> None:
    people, homes = workers({"benefit": 30.0}), households({})
    social_insurance.pay_out(people, homes, new_flows(), REGISTERED, False, np.inf, np.zeros(1))
    assert people["benefit"][0] == 30.0


def test_benefits_are_cut_alike_when_the_money_ends() -> None:
    people = workers({"last_wage": 100.0}, {"last_wage": 50.0})
    homes, flows, paid = households(INSURED, INSURED), new_flows(), np.zeros(1)
    social_insurance.pay_out(people, homes, flows, HOUSEHOLDS, True, 45.0, paid)
    assert homes["income"] == pytest.approx([30.0, 15.0])
    assert paid[0] == pytest.approx(45.0)


def test_medical_costs_come_back_in_part() -> None:
    people, homes = workers({"medical": 50.0}), households({"insured_medical": 0.7})
    flows, paid = new_flows(), np.zeros(1)
    social_insurance.cover_medical(people, homes, flows, HOUSEHOLDS, np.inf, paid)
    assert homes["savings"][0] == flows[MEDICAL_COVERED] == paid[0] == pytest.approx(35.0)
    people["covered_medical"] = 0.9
    social_insurance.cover_medical(people, homes, flows, REGISTERED, np.inf, paid)
    assert homes["savings"][0] == flows[MEDICAL_COVERED] == paid[0] == pytest.approx(45.0)
