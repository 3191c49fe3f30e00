"""Posts that stay empty are noticed by kind and place, and doors open a little where they do."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.model.phases.labour import vacancies
from tests.model.village import firms, parameters, places


def test_the_share_of_posts_that_stay_empty_is_noticed_slowly_and_by_kind() -> None:
    table = firms({}, {"place": 1}, {"alive": 0})
    target = np.array([[2, 4, 3, 1], [0, 2, 0, 0], [9, 9, 9, 9]], dtype=np.int32)
    vacancy = np.array([[1, 0, 1, 1], [0, 2, 0, 0], [9, 9, 9, 9]], dtype=np.int32)
    place = places({}, {})
    vacancies.notice_unfilled(table, place, target, vacancy, parameters(vacancy_memory=0.1))
    assert place["unfilled_skilled"] == pytest.approx([0.05, 0.0])
    assert place["unfilled_regular"] == pytest.approx([0.0, 0.1])
    assert place["unfilled_casual"] == pytest.approx([0.05, 0.0])


def test_doors_open_to_those_passed_over_where_posts_stay_empty_and_stay_shut_without_the_channel() -> (
    None
):
    access = np.ones((2, 4, 2, 2))
    access[:, :, 1, :] = 0.25
    place = places({"unfilled_regular": 0.5}, {})
    opened = vacancies.access_of_month(access, place, parameters(scarcity_access=1.0))
    assert opened[0, 1, 1, 0] == pytest.approx(0.5)
    assert (opened[0, 0] == access[0, 0]).all()
    assert (opened[1] == access[1]).all()
    assert (opened[:, :, 0, :] == 1.0).all()
    shut = vacancies.access_of_month(access, place, parameters(scarcity_access=0.0))
    assert (shut == access).all()
