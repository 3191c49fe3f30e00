"""When and where a shock strikes: steps, pulses, ramps and recoveries."""

from __future__ import annotations

import math

import pytest

from poverty_nodes.model.shocks import BuyersStandard, Flood, InputPrice

STANDARD = {"level": 0.5, "notice": 2, "cost": 1000.0}


def strengths(months: int, **path: int) -> list[float]:
    shock = InputPrice(price=2.0, **path)
    return [shock.strength(month) for month in range(months)]


def test_a_step_stays() -> None:
    assert strengths(5, start=2) == [0, 0, 1, 1, 1]


@pytest.mark.parametrize("end", [{"duration": 2}, {"end": 3}])
def test_a_pulse_ends_at_once(end: dict[str, int]) -> None:
    assert strengths(6, start=2, **end) == [0, 0, 1, 1, 0, 0]


def test_a_ramp_builds_up_and_stays() -> None:
    assert strengths(6, start=1, ramp=3) == [0, 0.25, 0.5, 0.75, 1, 1]


def test_a_recovery_fades_by_its_time_constant() -> None:
    found = strengths(8, start=1, duration=2, recovery=2)
    assert found[:3] == [0, 1, 1]
    assert found[4] == pytest.approx(math.exp(-1))
    assert found[6] == pytest.approx(math.exp(-2))


def test_a_shock_that_ends_on_its_ramp_fades_from_where_it_got() -> None:
    found = strengths(8, start=1, duration=2, ramp=3, recovery=2)
    assert found[2] == 0.5
    assert found[4] == pytest.approx(0.5 * math.exp(-1))


def test_a_shock_without_an_end_does_not_recover() -> None:
    assert strengths(600, start=1, recovery=2)[-1] == 1


def test_a_shock_strikes_where_it_says() -> None:
    assert [Flood(capital_lost=0.1, work_lost=0.1).strikes(place) for place in (0, 1)] == [1, 0]
    assert [InputPrice(price=2.0).strikes(place) for place in (0, 1)] == [1, 1]
    away = InputPrice(price=2.0, place="dispersed")
    assert [away.strikes(place) for place in (0, 1)] == [0, 1]


def test_a_buyer_has_a_number_once_it_has_been_looked_up() -> None:
    assert BuyersStandard(**STANDARD).buyer_number() == -1
    assert BuyersStandard(**STANDARD, buyer="2").buyer_number() == 2
    with pytest.raises(ValueError, match="not been looked up"):
        BuyersStandard(**STANDARD, buyer="largest").buyer_number()
