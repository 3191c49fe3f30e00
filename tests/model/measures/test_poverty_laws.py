"""What every population must satisfy, whoever lives in it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.model.measures import poverty
from poverty_nodes.model.measures.inequality import gini

LINE = 100.0
light = settings(deadline=None, max_examples=50)
person = st.tuples(st.floats(1, 400), st.integers(1, 9))
population = st.lists(person, min_size=1, max_size=12)
MEASURES = [
    poverty.headcount,
    poverty.poverty_gap,
    poverty.squared_poverty_gap,
    poverty.watts,
    poverty.sen,
    poverty.sen_shorrocks_thon,
]
ADDITIVE = MEASURES[:4]


def columns(people):
    welfare, weights = zip(*people, strict=True)
    return np.array(welfare, dtype=float), np.array(weights, dtype=float)


@pytest.mark.parametrize("measure", ADDITIVE)
@light
@given(one=population, other=population)
def test_poverty_of_the_whole_is_the_weighted_mean_of_its_parts(measure, one, other):
    whole = measure(*columns(one + other), LINE)
    parts = [(measure(*columns(part), LINE), columns(part)[1].sum()) for part in (one, other)]
    persons = parts[0][1] + parts[1][1]
    assert whole == pytest.approx(sum(index * size for index, size in parts) / persons)


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population, factor=st.floats(0.01, 100))
def test_a_change_of_currency_changes_nothing(measure, people, factor):
    # Powers of two do not round, so nobody crosses the line by the conversion itself.
    exact = 2.0 ** round(np.log2(factor))
    welfare, weights = columns(people)
    assert measure(welfare * exact, weights, LINE * exact) == pytest.approx(
        measure(welfare, weights, LINE)
    )


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population, times=st.integers(2, 4))
def test_a_population_counted_several_times_is_as_poor(measure, people, times):
    once = measure(*columns(people), LINE)
    assert measure(*columns(people * times), LINE) == pytest.approx(once)
    welfare, weights = columns(people)
    assert measure(welfare, weights * times, LINE) == pytest.approx(once)


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population)
def test_a_weight_of_n_is_the_same_as_n_rows(measure, people):
    welfare, weights = columns(people)
    rows = np.repeat(welfare, weights.astype(int))
    assert measure(rows, np.ones(rows.size), LINE) == pytest.approx(measure(welfare, weights, LINE))


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population, data=st.data())
def test_it_does_not_matter_who_is_listed_first(measure, people, data):
    shuffled = data.draw(st.permutations(people))
    assert measure(*columns(shuffled), LINE) == pytest.approx(measure(*columns(people), LINE))


@pytest.mark.parametrize("measure", MEASURES)
@light
@given(people=population, gain=st.floats(0, 1000))
def test_a_gain_of_the_not_poor_changes_nothing(measure, people, gain):
    welfare, weights = columns(people)
    richer = np.where(welfare >= LINE, welfare + gain, welfare)
    assert measure(richer, weights, LINE) == pytest.approx(measure(welfare, weights, LINE))


@pytest.mark.parametrize(
    "measure",
    [poverty.squared_poverty_gap, poverty.watts, poverty.sen, poverty.sen_shorrocks_thon],
)
@light
@given(poorer=st.floats(20, 50), richer=st.floats(60, 99), gift=st.floats(1, 5), others=population)
def test_a_transfer_from_a_poor_to_a_poorer_person_lowers_poverty(
    measure, poorer, richer, gift, others
):
    before = measure(*columns([(poorer, 1), (richer, 1), *others]), LINE)
    after = measure(*columns([(poorer + gift, 1), (richer - gift, 1), *others]), LINE)
    assert after < before


@light
@given(people=population)
def test_sen_shorrocks_thon_is_headcount_times_depth_times_one_plus_gini_of_gaps(people):
    welfare, weights = columns(people)
    p0 = poverty.headcount(welfare, weights, LINE)
    p1 = poverty.poverty_gap(welfare, weights, LINE)
    gaps = np.maximum(0, 1 - welfare / LINE)
    expected = p0 * (p1 / p0) * (1 + gini(gaps, weights)) if p0 > 0 else 0.0
    assert poverty.sen_shorrocks_thon(welfare, weights, LINE) == pytest.approx(expected)


@light
@given(people=population)
def test_sen_is_made_of_headcount_gap_and_the_gini_among_the_poor(people):
    welfare, weights = columns(people)
    p0 = poverty.headcount(welfare, weights, LINE)
    p1 = poverty.poverty_gap(welfare, weights, LINE)
    poor = welfare < LINE
    among = gini(welfare[poor], weights[poor]) if p0 > 0 else 0.0
    assert poverty.sen(welfare, weights, LINE) == pytest.approx(p0 * among + p1 * (1 - among))
