"""A place as a whole is measured like any weighted sample, and its accounts are brought to the real scale."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.measures import inequality, poverty
from poverty_nodes.model.measures.whole_place import WHOLE_PLACE, measure_places
from poverty_nodes.model.state import State
from tests.small_economy import rough_economy

LINE = 120.0


@pytest.fixture(scope="module")
def town() -> State:
    return rough_economy()


@pytest.mark.parametrize("place", [0, 1])
def test_each_measure_is_that_of_the_households_of_the_place(town: State, place: int) -> None:
    out = np.zeros((2, len(WHOLE_PLACE)))
    measure_places(town.households, town.places, LINE, town.scale, out)
    found = dict(zip(WHOLE_PLACE, out[place], strict=True))
    here = town.households[town.households["place"] == place]
    persons = here["size"].astype(float)
    sample = here["consumption"] / persons, persons
    for name in ("gini", "theil", "palma"):
        assert found[name] == getattr(inequality, name)(*sample)
    assert found["sen"] == poverty.sen(*sample, LINE)
    assert found["sst"] == poverty.sen_shorrocks_thon(*sample, LINE)
    row = town.places[place]
    assert found["firms"] == row["firms"] / town.scale
    assert found["employment"] == row["employment"] / town.scale
    assert found["mean_wage"] == row["wage_bill"] / row["employment"]
    assert found["output_per_worker"] == row["value_added"] / row["employment"]
