"""What every population must satisfy, whoever lives in it."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.model.measures import inequality

light = settings(deadline=None, max_examples=50)
person = st.tuples(st.floats(1, 400), st.integers(1, 9))
population = st.lists(person, min_size=1, max_size=12)
MEASURES = [
    inequality.gini,
    inequality.theil,
    inequality.mean_log_deviation,
    inequality.palma,
    partial(inequality.atkinson, epsilon=0.5),
    partial(inequality.atkinson, epsilon=2.0),
]


def columns(people):
    welfare, weights = zip(*people, strict=True)
    return np.array(welfare, dtype=float), np.array(weights, dtype=float)


def close(value):
    return pytest.approx(value, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population, factor=st.floats(0.01, 100))
def test_a_change_of_currency_changes_nothing(measure, people, factor):
    welfare, weights = columns(people)
    assert measure(welfare * factor, weights) == close(measure(welfare, weights))


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population, times=st.integers(2, 4))
def test_a_population_counted_several_times_is_as_unequal(measure, people, times):
    once = measure(*columns(people))
    assert measure(*columns(people * times)) == close(once)
    welfare, weights = columns(people)
    assert measure(welfare, weights * times) == close(once)


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population)
def test_a_weight_of_n_is_the_same_as_n_rows(measure, people):
    welfare, weights = columns(people)
    rows = np.repeat(welfare, weights.astype(int))
    assert measure(rows, np.ones(rows.size)) == close(measure(welfare, weights))


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population, data=st.data())
def test_it_does_not_matter_who_is_listed_first(measure, people, data):
    shuffled = data.draw(st.permutations(people))
    assert measure(*columns(shuffled)) == close(measure(*columns(people)))


@pytest.mark.parametrize("measure", [m for m in MEASURES if m is not inequality.palma])
@light
@given(poorer=st.floats(20, 50), richer=st.floats(60, 99), gift=st.floats(1, 5), others=population)
def test_a_transfer_from_richer_to_poorer_lowers_inequality(measure, poorer, richer, gift, others):
    before = measure(*columns([(poorer, 1), (richer, 1), *others]))
    after = measure(*columns([(poorer + gift, 1), (richer - gift, 1), *others]))
    assert after < before


@light
@given(people=population)
def test_the_gini_is_the_trapezium_rule_on_the_weighted_lorenz_curve(people):
    welfare, weights = columns(sorted(people))
    share_of_people = np.concatenate([[0], np.cumsum(weights) / weights.sum()])
    share_of_welfare = np.concatenate([[0], np.cumsum(weights * welfare) / (weights @ welfare)])
    area = np.trapezoid(share_of_welfare, share_of_people)
    assert inequality.gini(welfare, weights) == close(1 - 2 * area)


@light
@given(one=population, other=population)
def test_the_theil_index_splits_into_within_and_between(one, other):
    whole, persons = columns(one + other)
    mean = np.average(whole, weights=persons)
    expected = 0.0
    for part in (one, other):
        welfare, weights = columns(part)
        share = (weights @ welfare) / (persons @ whole)
        relative = np.average(welfare, weights=weights) / mean
        expected += share * (inequality.theil(welfare, weights) + np.log(relative))
    assert inequality.theil(whole, persons) == close(expected)


@light
@given(one=population, other=population)
def test_the_mean_log_deviation_splits_into_within_and_between(one, other):
    whole, persons = columns(one + other)
    mean = np.average(whole, weights=persons)
    expected = 0.0
    for part in (one, other):
        welfare, weights = columns(part)
        relative = np.average(welfare, weights=weights) / mean
        within = inequality.mean_log_deviation(welfare, weights)
        expected += weights.sum() / persons.sum() * (within - np.log(relative))
    assert inequality.mean_log_deviation(whole, persons) == close(expected)
