"""A measure of a package gives each group the mean of its persons, and is told when it gives nonsense."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.measures.catalogue import Measure
from poverty_nodes.model.measures.groups import group_cells
from poverty_nodes.model.measures.own import MeasureError, OwnMeasures
from tests.small_economy import rough_economy


def test_a_measure_of_persons_is_their_mean_and_leaves_out_who_has_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = rough_economy(scale=0.01)
    w = state.workers
    some = np.where(w["place"] == 0, w["age"] / 12.0, np.nan)
    monkeypatch.setattr(
        "poverty_nodes.model.measures.own.INSTALLED",
        {"age": Measure("age", "age", "years", of=lambda _: some)},
    )
    own = OwnMeasures(1)
    own.record(state)
    values = own.values()[0, 0]
    persons = (state.households["size"] / state.households["adults"])[w["household"]]
    here = w["place"] == 0
    labels = group_cells()[0]
    assert values[labels.index("all")] == pytest.approx(
        np.average(some[here], weights=persons[here])
    )
    women = here & (w["gender"] == 1)
    assert values[labels.index("gender=female")] == pytest.approx(
        np.average(some[women], weights=persons[women])
    )
    assert np.isnan(values[labels.index("place=dispersed")])


def test_a_measure_of_the_wrong_shape_is_an_error_that_names_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    odd = Measure("odd", "odd", "share", of=lambda state: np.ones(3))
    monkeypatch.setattr("poverty_nodes.model.measures.own.INSTALLED", {"odd": odd})
    own = OwnMeasures(1)
    with pytest.raises(MeasureError, match="'odd' gives values of shape"):
        own.record(rough_economy(scale=0.01))
