"""The recorder's measures are the public ones, from one sort."""

import numpy as np
import pytest

from poverty_nodes.model.measures import inequality, poverty
from poverty_nodes.model.measures.distribution import DISTRIBUTION_MEASURES, distribution_measures

PUBLIC = {
    "gini": lambda y, w, z: inequality.gini(y, w),
    "theil": lambda y, w, z: inequality.theil(y, w),
    "palma": lambda y, w, z: inequality.palma(y, w),
    "sen": poverty.sen,
    "sst": poverty.sen_shorrocks_thon,
}
WELFARE = np.array([160.0, 100, 0, 150, 110, 90, 600, 110, 100])
WEIGHTS = np.array([2.0, 3, 1, 0, 5, 4, 1, 7, 1.5])


def measured(welfare, weights, line):
    out = np.zeros(len(DISTRIBUTION_MEASURES))
    distribution_measures(welfare, weights, line, out)
    return dict(zip(DISTRIBUTION_MEASURES, out, strict=True))


@pytest.mark.parametrize("name", DISTRIBUTION_MEASURES)
def test_the_recorder_measures_what_the_public_function_measures(name):
    assert measured(WELFARE, WEIGHTS, 125.0)[name] == PUBLIC[name](WELFARE, WEIGHTS, 125.0)


def test_single_precision_is_summed_in_double_precision():
    single = measured(WELFARE.astype(np.float32), WEIGHTS.astype(np.float32), 125.0)
    assert single == measured(WELFARE, WEIGHTS, 125.0)


def test_the_sample_is_left_as_it_was():
    welfare, weights = WELFARE.copy(), WEIGHTS.copy()
    measured(welfare, weights, 125.0)
    assert (welfare == WELFARE).all()
    assert (weights == WEIGHTS).all()


def test_an_empty_place_gives_nan_and_no_error():
    assert all(np.isnan(value) for value in measured(np.zeros(0), np.zeros(0), 125.0).values())
