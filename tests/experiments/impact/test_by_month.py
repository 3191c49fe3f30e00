import numpy as np
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.by_month import consumption_gained


def test_the_last_month_is_the_difference_between_the_worlds_there(world, towns):
    found = assess(towns(3, 400), world.terms())
    rows = found.by_month[(found.by_month["measure"] == "P0") & (found.by_month["group"] == "all")]
    difference = found.monthly.spread("P0")[2]
    assert rows["change"].to_numpy() == pytest.approx(100 * difference.mean)
    assert rows["low"].iloc[-1] == pytest.approx(100 * difference.low[-1])


def test_what_is_gained_adds_up_month_by_month(world):
    # Ten adults each for ten persons of the real place gain in a straight line up to 6 dollars.
    pair = world.pair([100.0] * 10, [106.0] * 10)
    found = assess([(1, *pair)], world.terms())
    gained = consumption_gained(found.monthly)
    assert gained[0] == pytest.approx(np.cumsum(np.arange(7.0)) * 100, rel=1e-5)
    assert found.cost.iloc[-1]["consumption_gained"] == pytest.approx(2100, rel=1e-5)


def test_what_is_left_is_net_of_what_programmes_spend(world):
    without, enacted = world.pair([100.0] * 10, [106.0] * 10)
    rows = ({"policy": "micro_credit", "payer": "donor", "spent": 600.0},)
    enacted = world.result(dict(enacted.people), rows)
    found = assess([(1, without, enacted)], world.terms())
    assert found.cost.iloc[-1]["net_gain"] == pytest.approx(1500, rel=1e-5)
