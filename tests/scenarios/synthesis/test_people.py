"""Households and adults have the sizes and shares of the case, and identities of their own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.model.parameters.all_parameters import parameter_row
from poverty_nodes.model.state import Table
from poverty_nodes.scenarios.synthesis.figures import read_figures
from poverty_nodes.scenarios.synthesis.people import PLACE_STEP, make_people
from poverty_nodes.scenarios.synthesis.table_draws import Chance
from tests.small_economy import cluster

FIGURES = read_figures(cluster(), 0.1)


def made(place: int = 0, more_firms: int = 0, seed: int = 1) -> tuple[Table, Table]:
    """The people of a place that has so many specialists more than the case says."""
    here = FIGURES.places[place]
    here = replace(here, firms=here.firms + np.array([0, 0, more_firms]))
    return make_people(cluster(), FIGURES, here, parameter_row()[0], Chance(seed))


@pytest.fixture(scope="module")
def people() -> tuple[Table, Table]:
    return made()


def test_households_have_the_mean_size_and_adults_of_the_case(people: tuple[Table, Table]) -> None:
    homes, adults = people
    assert homes["adults"].mean() == pytest.approx(cluster().households.adults.value, rel=0.03)
    assert homes["size"].mean() == pytest.approx(cluster().households.size.value, rel=0.03)
    assert homes["adults"].min() >= 1
    assert np.all(homes["size"] >= homes["adults"])
    assert len(adults) == homes["adults"].sum()


def test_adults_stand_side_by_side_in_the_order_of_their_households(
    people: tuple[Table, Table],
) -> None:
    homes, adults = people
    rows = np.repeat(np.arange(len(homes)), homes["adults"])
    assert np.array_equal(adults["household"], rows)
    assert np.array_equal(homes["first_worker"], np.searchsorted(rows, np.arange(len(homes))))


def test_enough_people_live_there_for_the_sectors_share(people: tuple[Table, Table]) -> None:
    here = FIGURES.places[0]
    at_work = here.heads(FIGURES.posts).sum() + here.firms.sum()
    share = at_work / len(people[1])
    assert share == pytest.approx(cluster().workers.sector_share.value, rel=0.05)


def test_groups_have_their_shares(people: tuple[Table, Table]) -> None:
    homes, adults = people
    first = adults[homes["first_worker"]]
    w = cluster().workers
    assert first["social_group"].mean() == pytest.approx(w.minority_population.value, abs=1e-3)
    assert first["migrant"].mean() == pytest.approx(w.migrant_share.value, abs=1e-3)
    women = adults["gender"] == 1
    assert women.mean() == pytest.approx(0.5, abs=0.02)
    assert adults["care"][women].mean() == pytest.approx(
        cluster().households.care_share.value, abs=1e-3
    )
    assert not adults["care"][~women].any()


def test_a_household_is_of_one_social_group(people: tuple[Table, Table]) -> None:
    homes, adults = people
    group = adults["social_group"]
    assert np.array_equal(group, group[homes["first_worker"]][adults["household"]])


def test_nobody_works_yet_and_ages_are_those_of_working_life(people: tuple[Table, Table]) -> None:
    _, adults = people
    assert np.all(adults["employer"] == -1)
    assert not adults["post"].any()
    assert adults["age"].min() >= 180
    assert adults["age"].max() < 720


def test_outside_incomes_average_to_one_for_unskilled_men(people: tuple[Table, Table]) -> None:
    adults = people[1]
    men = (adults["gender"] == 0) & (adults["skill"] == 0)
    assert adults["outside_factor"][men].mean() == pytest.approx(1.0, abs=0.03)


def test_identities_are_never_shared_between_places() -> None:
    here, there = made(0), made(1)
    assert here[0]["id"].max() < PLACE_STEP <= there[0]["id"].min()
    both = np.concatenate([here[1]["id"], there[1]["id"]])
    assert len(np.unique(both)) == len(both)


def test_one_more_household_changes_nobody_elses_draws() -> None:
    few, many = made(), made(more_firms=3)
    new = len(many[0]) - len(few[0])
    assert new > 0
    homes, adults = len(few[0]), len(few[1])
    for name in ("id", "adults", "size", "buffer_months", "first_worker"):
        assert np.array_equal(few[0][name], many[0][name][:homes]), name
    for name in ("id", "gender", "ability", "age"):
        assert np.array_equal(few[1][name], many[1][name][:adults]), name
    # Shares are exact, so that an entrant may take a flag from somebody: one or two a flag.
    for name in ("social_group", "migrant", "care", "skill"):
        assert (few[1][name] != many[1][name][:adults]).sum() < 12 * new, name
