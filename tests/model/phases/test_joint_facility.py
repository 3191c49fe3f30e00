"""What the joint facility is to one firm: its part, cheaper inputs, and others behind it for large orders."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases import joint_facility
from tests.model.village import Row, firms, parameters, places

MEMBER: Row = {"member": 1, "contribution": 0.01, "base_contribution": 0.01}


def price(given: Row, size: float = 1.0, **terms: float) -> float:
    """Price of a firm's inputs over its base, where the facility has that size."""
    p = parameters(**{"own_use": 0.7, "joint_buying": 0.06, **terms})[0]
    place = places({"facility": size, "base_giving": 0.01})[0]
    return float(joint_facility.bought_together(firms(given)[0], place, p))


def test_inputs_cost_what_they_did_while_facility_and_giving_stand_still() -> None:
    assert price(MEMBER) == 1.0
    assert price({**MEMBER, "member": 0}) == 1.0


def test_a_larger_facility_makes_inputs_cheaper_most_for_those_who_give() -> None:
    generous = {**MEMBER, "contribution": 0.02}
    assert price(generous, 2.0) < price(MEMBER, 2.0) < price({**MEMBER, "member": 0}, 2.0) < 1.0
    assert price(MEMBER, 2.0) == pytest.approx((1 - 0.06 * 2 / 3) / (1 - 0.06 / 2))
    assert price(MEMBER, 2.0, joint_buying=0.0) == 1.0


def test_who_joins_saves_from_then_on_what_members_save() -> None:
    member = price(MEMBER, 1.5) * (1 - 0.06 / 2)
    joined = price({**MEMBER, "joined": 1}, 1.5) * (1 - 0.06 * 0.3 / 1.3)
    assert joined == pytest.approx(member)


def test_only_members_stand_together_and_no_more_when_the_facility_is_gone() -> None:
    p, place = parameters(own_use=0.7, joint_pooling=0.5)[0], places({"facility": 1.0})[0]
    place.base_giving = 0.01
    member, alone = firms(MEMBER, {**MEMBER, "member": 0})
    assert joint_facility.pooled(member, place, p) == pytest.approx(0.5)
    assert joint_facility.pooled(alone, place, p) == 0.0
    place.facility = 0.0
    assert np.isclose(joint_facility.pooled(member, place, p), 0.0)
