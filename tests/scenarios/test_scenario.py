"""A scenario is all that decides a run: its fingerprint moves with it and with nothing else."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.model import draws
from poverty_nodes.model.lives import seed_of
from poverty_nodes.model.measures.lines import DAYS_PER_MONTH
from poverty_nodes.model.shocks import DemandSlump
from poverty_nodes.scenarios import scenario as module
from poverty_nodes.scenarios.prices import national_line
from poverty_nodes.scenarios.scenario import Scenario
from tests.laws.same import differing
from tests.small_economy import CREDIT, STANDARDS, cluster, scenario

QUESTION = scenario((CREDIT,))


@pytest.mark.parametrize(
    "changed",
    [
        {"policies": ()},
        {"policies": (CREDIT.model_copy(update={"amount": 501.0}),)},
        {"policies": (CREDIT, STANDARDS)},
        {"shocks": (DemandSlump(orders_lost=0.2),)},
        {"months": 13},
        {"scale": 0.03},
        {"line": "3.00"},
        {"parameters": {"wage_curve": 0.03}},
        {"window": 4},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_whatever_decides_a_number_changes_the_fingerprint(changed: dict[str, object]) -> None:
    other = replace(QUESTION, **changed)  # type: ignore[arg-type]
    assert other.fingerprint() != QUESTION.fingerprint()


def test_labels_and_the_order_of_a_package_do_not_change_it() -> None:
    renamed = cluster().model_copy(
        update={"cluster": cluster().cluster.model_copy(update={"title": "Another name"})}
    )
    assert replace(QUESTION, cluster=renamed).fingerprint() == QUESTION.fingerprint()
    one, other = scenario((CREDIT, STANDARDS)), scenario((STANDARDS, CREDIT))
    assert one.fingerprint() == other.fingerprint()


def test_the_base_month_hangs_on_the_cluster_its_parameters_and_the_scale_alone() -> None:
    same = (replace(QUESTION, policies=()), replace(QUESTION, months=3, line="8.30", window=1))
    assert {each.base_fingerprint() for each in same} == {QUESTION.base_fingerprint()}
    for other in (replace(QUESTION, scale=0.03), replace(QUESTION, parameters={"wage_curve": 0.1})):
        assert other.base_fingerprint() != QUESTION.base_fingerprint()


def test_one_changed_number_of_the_cluster_is_another_question() -> None:
    workers = cluster().workers
    wage = workers.regular_wage.model_copy(update={"value": workers.regular_wage.value + 1.0})
    dearer = cluster().model_copy(
        update={"workers": workers.model_copy(update={"regular_wage": wage})}
    )
    assert replace(QUESTION, cluster=dearer).base_fingerprint() != QUESTION.base_fingerprint()


def test_a_start_is_a_fresh_copy_each_time() -> None:
    one = QUESTION.start(1)
    one.firms["cash"] = -1.0
    assert QUESTION.start(1).firms["cash"].min() >= 0.0


def test_policies_are_enacted_on_the_same_economy() -> None:
    with_package, without = QUESTION.start(1), scenario(()).start(1)
    assert differing(with_package, without) == []
    assert list(with_package.accounts) == ["micro_credit"]
    assert without.accounts == {}


def test_only_the_last_few_base_months_are_kept_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "KEPT_BYTES", 0)
    monkeypatch.setattr(module, "_starts", OrderedDict())
    for seed in range(1, module.KEPT_STARTS + 3):
        QUESTION.start(seed)
    assert len(module._starts) <= module.KEPT_STARTS


@pytest.mark.parametrize(("line", "daily"), [("3.00", 3.0), ("4.20", 4.2), ("8.30", 8.3)])
def test_international_lines_are_dollars_a_month(line: str, daily: float) -> None:
    question = replace(QUESTION, line=line)
    assert question.line_monthly() == pytest.approx(daily * DAYS_PER_MONTH)
    assert question.poverty_line.name == line


def test_the_national_line_is_that_of_the_case_in_dollars() -> None:
    question = replace(QUESTION, line="national")
    assert question.line_monthly() == pytest.approx(national_line(cluster().money))
    assert question.poverty_line.name == "national"


def test_all_lines_are_handed_to_the_recorder_in_their_order() -> None:
    days = np.array([3.0, 4.2, 8.3]) * DAYS_PER_MONTH
    assert QUESTION.lines()[:3] == pytest.approx(days)
    assert QUESTION.lines()[3] == pytest.approx(national_line(cluster().money))


def test_a_scenario_cannot_be_changed_once_made() -> None:
    with pytest.raises(AttributeError):
        QUESTION.months = 3  # type: ignore[misc]


def test_a_scenario_says_a_question_with_a_cluster_alone() -> None:
    plain = Scenario(cluster())
    assert (plain.policies, plain.months, plain.line, plain.window) == ((), 60, "4.20", 12)


def test_lives_of_a_population_begin_with_the_same_people_and_differ_only_by_luck():
    first, other = QUESTION.start(1), QUESTION.start(seed_of(1, 2))
    assert other.seed == seed_of(1, 2)
    other.seed = first.seed
    assert differing(first, other) == []


def test_what_is_drawn_for_good_is_the_same_in_all_lives():
    traits, luck = ([draws.stream_key(seed, draws.FIT, month) for seed in (1, seed_of(1, 3))]
                    for month in (0, 7))  # fmt: skip
    assert traits[0] == traits[1]
    assert luck[0] != luck[1]
