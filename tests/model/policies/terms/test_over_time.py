"""Terms whose values change over the months of a policy."""

from __future__ import annotations

import pickle
from copy import deepcopy

import pytest
from pydantic import ValidationError

from poverty_nodes.model.policies import LabourStandards
from poverty_nodes.model.policies.terms.over_time import Path

FLOOR = {1: 0.8, 13: 0.9}


def law(**terms: object) -> LabourStandards:
    return LabourStandards.model_validate({"wage_floor": FLOOR, "home_workers": True, **terms})


@pytest.mark.parametrize(("month", "floor"), [(1, 0.8), (5, 0.8), (16, 0.8), (17, 0.9), (200, 0.9)])
def test_a_value_holds_from_its_month_of_the_policy_to_the_next(month: int, floor: float) -> None:
    assert law(start=5).at(month).wage_floor == floor


def test_a_policy_without_a_path_is_itself_in_every_month() -> None:
    policy = law(wage_floor=0.8)
    assert policy.at(40) is policy


def test_each_step_obeys_the_range_of_the_number() -> None:
    with pytest.raises(ValidationError, match="less than or equal to 3"):
        law(wage_floor={1: 0.8, 13: 9})


@pytest.mark.parametrize("path", [{}, {13: 0.9}, {0: 0.8, 1: 0.8}, {"x": 0.8}, {1.5: 0.8}])
def test_a_path_begins_in_the_first_month_and_has_whole_months(path: dict[object, float]) -> None:
    with pytest.raises(ValidationError):
        law(wage_floor=path)


def test_a_number_that_cannot_change_takes_no_path() -> None:
    with pytest.raises(ValidationError):
        law(budget={1: 100.0})


def test_a_path_is_written_and_read_back_with_its_months_as_text() -> None:
    written = law().model_dump(mode="json")
    assert written["wage_floor"] == {"1": 0.8, "13": 0.9}
    assert LabourStandards.model_validate(written) == law()


def test_paths_with_the_same_first_value_differ() -> None:
    assert law() != law(wage_floor={1: 0.8, 14: 0.9})
    assert law() != law(wage_floor=0.8)
    assert len({Path(FLOOR), Path({1: 0.8}), Path({13: 0.9, 1: 0.8})}) == 2


def test_a_path_survives_a_copy_and_a_pickle() -> None:
    for twin in (deepcopy(Path(FLOOR)), pickle.loads(pickle.dumps(Path(FLOOR)))):
        assert twin == Path(FLOOR)
        assert twin.at(13) == 0.9
