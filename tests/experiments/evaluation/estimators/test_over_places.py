"""One place against several: the cigarettes of California, and what must hold of weights.

`published/cigarettes.csv` has packs a head in 39 states, 1970 to 2000 (Abadie, Diamond and Hainmueller 2010, after
Orzechowski and Walker), from the package synthdid 0.0.9, Copyright 2019 Stanford University, BSD 3-clause licence.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.evaluation.estimators.over_places import (
    change_effect,
    control_effect,
    differences_over_places,
    synthetic_control,
    synthetic_did,
    synthetic_did_of,
)
from poverty_nodes.experiments.evaluation.estimators.place_panel import PlacePanel, shares
from poverty_nodes.experiments.evaluation.inference.permutation import permutation_p
from poverty_nodes.experiments.evaluation.survey.survey import Survey

PUBLISHED = Path(__file__).parent / "published" / "cigarettes.csv"


@pytest.fixture
def packs() -> tuple[np.ndarray, np.ndarray]:
    """Before proposition 99, and from 1989 on, when it was in force; California first."""
    table = pd.read_csv(PUBLISHED, index_col=0)
    before = [year for year in table if int(year) < 1989]
    return table[before].to_numpy(), table.drop(columns=before).to_numpy()


def test_synthetic_differences_in_california_are_the_published_ones(packs) -> None:  # type: ignore[no-untyped-def]
    """-15.6 and -27.3 in table 1 of Arkhangelsky and others (2021); -15.604 by their package."""
    before, after = packs
    assert synthetic_did_of(before, after) == pytest.approx(-15.604, abs=1e-3)
    plain = change_effect(PlacePanel(before, after.mean(axis=1)))
    assert plain == pytest.approx(-27.3, abs=0.1)


def test_california_is_made_of_the_states_of_which_it_is_known_to_be(packs) -> None:  # type: ignore[no-untyped-def]
    """Utah, Nevada, Montana and Connecticut carry the synthetic state (Abadie and others 2010, table 2)."""
    before, after = packs
    states = pd.read_csv(PUBLISHED, index_col=0).index[1:]
    weight = pd.Series(shares(before[1:].T, before[0], 0.0), states)
    assert {"Utah", "Nevada", "Montana", "Connecticut"} <= set(weight.nlargest(4).index)
    assert control_effect(PlacePanel(before, after.mean(axis=1))) == pytest.approx(-19.5, abs=0.2)


@pytest.mark.parametrize("ridge", [0.0, 50.0])
def test_no_other_shares_come_nearer(packs, ridge: float) -> None:  # type: ignore[no-untyped-def]
    """The conditions of Karush, Kuhn and Tucker: one slope for all that count, and none steeper among the rest."""
    before, _ = packs
    a, b = before[1:].T, before[0]
    w = shares(a, b, ridge)
    assert w.sum() == pytest.approx(1.0, abs=1e-9)
    assert w.min() >= -1e-12
    slope = 2 * a.T @ (a @ w - b) + 2 * ridge * w
    counted = slope[w > 1e-9]
    assert np.ptp(counted) <= 1e-8 * np.abs(a.T @ b).max()
    assert slope.min() >= counted.mean() - 1e-8 * np.abs(a.T @ b).max()


def test_with_one_wave_before_synthetic_differences_are_plain_ones() -> None:
    survey = _survey(np.random.default_rng(3).normal(0, 1, (6, 2)), (0, 24), opens=12)
    assert synthetic_did(survey).value == pytest.approx(
        differences_over_places(survey).value, rel=1e-4
    )


def test_the_error_over_places_is_right_where_places_differ_by_chance() -> None:
    """In 95 of 100 studies the interval holds the truth, whatever a person's own luck is beside that of a place."""
    chance = np.random.default_rng(4)
    held = []
    for _ in range(400):
        y = chance.normal(0, 1, (13, 1)) + chance.normal(0, 0.5, (13, 2))
        found = differences_over_places(_survey(y, (0, 24), opens=12))
        held.append(abs(found.value) <= 2.18 * found.error)
    assert np.mean(held) == pytest.approx(0.95, abs=0.03)


def test_a_place_that_stands_out_among_nineteen_others_is_one_in_twenty() -> None:
    y = np.zeros((20, 2))
    y[1:, 1] = np.linspace(-1, 1, 19)
    y[0, 1] = 5.0
    found = differences_over_places(_survey(y, (0, 24), opens=12))
    assert permutation_p(found, 0.0) == pytest.approx(1 / 20)
    assert permutation_p(found, 5.0) > 0.5


def test_waves_after_the_opening_are_not_taken_for_earlier_ones() -> None:
    y = np.array([[0.0, 0.0, 9.0, 5.0], [0, 0, 1, 1], [0, 0, 2, 2], [0, 0, 3, 3]])
    survey = _survey(y, (0, 6, 18, 24), opens=12)
    panel = PlacePanel.of(survey)
    assert panel is not None
    assert panel.before.shape == (4, 2)
    assert synthetic_control(survey).value == pytest.approx(3.0, abs=0.5)


def test_one_other_place_is_too_few() -> None:
    assert np.isnan(synthetic_did(_survey(np.zeros((2, 2)), (0, 24), opens=12)).value)


def _survey(y: np.ndarray, months: tuple[int, ...], opens: int) -> Survey:
    """Three persons in each place, all alike; the first place has the programme."""
    place = np.repeat(np.arange(len(y)), 3)
    offered = (place == 0).astype(float)
    return Survey(
        y[place], offered, offered, np.ones(len(place)), place, np.zeros((len(place), 1)),
        months, place, np.where(place == 0, float(opens), np.inf),
    )  # fmt: skip
