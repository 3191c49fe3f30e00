"""The proxy-means test: its score, its cut, and the errors that follow from its noise."""

from __future__ import annotations

import numpy as np
import pytest
from pydantic import ValidationError

from poverty_nodes.model.policies import ProxyMeans
from poverty_nodes.model.policies.delivery.proxy_means import admitted, scores
from poverty_nodes.model.policies.delivery.tables import Tables
from tests.model.village import firms, households, workers

HOMES = 20_000


def town(seed: int = 1) -> Tables:
    """Many homes of three in one place, whose log income is normal with a spread of 0.6."""
    luck = np.random.default_rng(7).normal(size=HOMES)
    homes = households(*({"size": 3} for _ in range(HOMES)))
    homes["smoothed_income"] = 300.0 * np.exp(0.6 * luck)
    return Tables(firms({}), workers({}), homes, np.zeros((1, 4), np.int32), seed=seed)


def log_income(tables: Tables) -> np.ndarray:
    return np.log(tables.households["smoothed_income"] / 3.0)


@pytest.mark.parametrize("wanted", [0.3, 0.6, 0.9])
def test_the_score_has_the_correlation_that_is_asked_for(wanted: float) -> None:
    tables = town()
    found = np.corrcoef(
        scores(ProxyMeans(correlation=wanted, share=0.3), tables), log_income(tables)
    )
    assert found[0, 1] == pytest.approx(wanted, abs=0.03)


def test_noise_is_the_standard_deviation_of_the_error() -> None:
    tables = town()
    error = scores(ProxyMeans(noise=0.4, share=0.3), tables) - log_income(tables)
    assert error.std() == pytest.approx(0.4, rel=0.04)
    assert error.mean() == pytest.approx(0.0, abs=0.03)


def test_a_perfect_score_admits_the_poorest_and_nobody_else() -> None:
    tables = town()
    chosen = admitted(ProxyMeans(correlation=1.0, share=0.25), tables)
    assert chosen.sum() == HOMES // 4
    assert log_income(tables)[chosen].max() < log_income(tables)[~chosen].min()


def test_a_line_admits_whose_score_is_under_it() -> None:
    tables = town()
    chosen = admitted(ProxyMeans(noise=0.0, line=90.0), tables)
    assert np.array_equal(chosen, np.exp(log_income(tables)) < 90.0)


def errors(correlation: float, share: float = 0.3) -> float:
    """Share of the poorest 30 per cent that is left out."""
    tables = town()
    poor = log_income(tables) < np.quantile(log_income(tables), 0.3)
    chosen = admitted(ProxyMeans(correlation=correlation, share=share), tables)
    return float((poor & ~chosen).sum() / poor.sum())


def test_the_worse_the_score_the_more_of_the_poor_are_left_out() -> None:
    missed = [errors(each) for each in (1.0, 0.9, 0.6, 0.3, 0.01)]
    assert missed[0] < 0.01
    assert missed == sorted(missed)
    assert missed[-1] == pytest.approx(0.7, abs=0.05)  # as good as a lottery


def test_a_wider_cut_leaves_fewer_of_the_poor_out() -> None:
    assert errors(0.6, share=0.6) < errors(0.6, share=0.3)


def test_a_households_error_is_its_own_and_hangs_on_the_seed() -> None:
    test = ProxyMeans(noise=0.4, share=0.3)
    tables = town()
    assert np.array_equal(scores(test, tables), scores(test, town()))
    assert not np.array_equal(scores(test, tables), scores(test, town(seed=2)))
    half = Tables(tables.firms, tables.workers, tables.households[::-2], tables.staff, seed=1)
    assert np.array_equal(scores(test, half), scores(test, tables)[::-2])


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"correlation": 0.5},
        {"share": 0.3},
        {"correlation": 0.5, "noise": 0.2, "share": 0.3},
        {"correlation": 0.5, "share": 0.3, "line": 90.0},
        {"correlation": 0.0, "share": 0.3},
        {"correlation": 1.1, "share": 0.3},
    ],
)
def test_a_test_says_its_error_and_its_cut_once_each(given: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        ProxyMeans.model_validate(given)
