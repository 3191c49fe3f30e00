import numpy as np
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.incidence import STEPS


def curve(found, name):
    return found.incidence[found.incidence["curve"] == name]["growth"].to_numpy()


def test_if_all_gain_a_tenth_both_curves_are_flat(world):
    welfare = np.linspace(50, 500, 200)
    pair = world.pair(welfare, welfare * 1.1)
    found = assess([(1, *pair), (2, *pair)], world.terms())
    assert curve(found, "same_person") == pytest.approx(np.full(STEPS, 10.0), abs=1e-4)
    assert curve(found, "anonymous") == pytest.approx(np.full(STEPS, 10.0), abs=1e-4)


def test_persons_who_change_places_are_seen_by_the_same_person_curve_alone(world):
    welfare = np.linspace(100, 200, 200)
    pair = world.pair(welfare, welfare[::-1])
    found = assess([(1, *pair)], world.terms())
    assert curve(found, "anonymous") == pytest.approx(np.zeros(STEPS), abs=1e-4)
    assert curve(found, "same_person")[0] > 90
    assert curve(found, "same_person")[-1] < -45


def test_a_change_that_happens_without_the_policy_is_not_its_effect(world):
    base = np.linspace(50, 500, 200)
    pair = world.pair(base * 2, base * 2, welfare_base=base)
    found = assess([(1, *pair)], world.terms())
    assert (curve(found, "same_person") == 0).all()


def test_the_comparator_is_not_in_the_curves(world):
    welfare = np.linspace(50, 500, 100)
    place = np.arange(100) % 2
    pair = world.pair(welfare, np.where(place == 0, welfare, welfare * 3), place=place)
    found = assess([(1, *pair)], world.terms())
    assert (curve(found, "same_person") == 0).all()
