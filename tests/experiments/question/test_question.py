"""The question as a record: what it refuses, what it writes, and which scenarios it asks for."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from pydantic import ValidationError

from poverty_nodes.experiments.question.question import HOW, Question
from poverty_nodes.experiments.question.question_keys import DIMENSIONS
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.model.policies import LabourStandards, MicroCredit, Policy
from poverty_nodes.model.shocks import Flood, Shock

CREDIT = MicroCredit(amount=500, rate=0.02, months=12)
STANDARDS = LabourStandards(wage_floor=1.05, home_workers=True)
FLOOD = Flood(capital_lost=0.1, work_lost=0.5, start=7)

GIVEN: dict[str, object] = {
    "cluster": "sialkot_surgical",
    "policies": (CREDIT, STANDARDS),
    "shocks": {"wet": FLOOD},
    "inputs": {},
    "draws": 0,
    "uncertain": ("*",),
    "outcomes": ("P0",),
    "months": 60,
    "seeds": 3,
    "first_seed": 5,
    "lives": 4,
    "scale": 0.1,
    "line": "4.20",
    "window": 12,
    "groups": ("gender",),
    "name": None,
    "output": "outputs",
    "store": "outputs/store",
    "workers": None,
}


def question(**changes: object) -> Question:
    return Question.model_validate(GIVEN | changes)


@dataclass(frozen=True)
class FakeScenario:
    """Stands for the scenario, which needs the whole model."""

    cluster: object
    policies: tuple[Policy, ...]
    shocks: tuple[Shock, ...]
    months: int
    scale: float
    line: str
    window: int
    model: type | None = None
    crossings: tuple[str, ...] = ()

    def fingerprint(self) -> str:
        return repr(replace(self, cluster=None))


@pytest.fixture(autouse=True)
def _without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("poverty_nodes.scenarios.scenario")
    module.Scenario = FakeScenario  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "poverty_nodes.scenarios.scenario", module)


def test_with_and_without_differ_in_nothing_but_the_policies() -> None:
    scenarios = question().to_scenarios()
    assert list(scenarios) == ["without", "with"]
    assert scenarios["without"].policies == ()
    assert scenarios["with"].policies == (CREDIT, STANDARDS)
    assert replace(scenarios["with"], policies=()) == scenarios["without"]


def test_shocks_strike_with_and_without_the_policies() -> None:
    scenarios = question().to_scenarios()
    assert scenarios["without"].shocks == scenarios["with"].shocks == (FLOOD,)


def test_an_empty_package_is_compared_with_nothing_all_the_same() -> None:
    scenarios = question(policies=()).to_scenarios()
    assert scenarios["with"] == scenarios["without"]


@pytest.mark.parametrize(("policies", "label"), [((), "without"), ((CREDIT,), "with")])
def test_run_asks_for_one_scenario_under_the_label_it_has_in_compare(
    policies: tuple[Policy, ...], label: str
) -> None:
    asked = question(verb="run", policies=policies)
    compared = question(policies=policies)
    assert asked.to_scenarios() == {label: compared.to_scenarios()[label]}


def test_a_window_longer_than_the_run_is_the_whole_run() -> None:
    assert question(months=6).to_scenarios()["with"].window == 6


def test_seeds_are_consecutive_from_the_first() -> None:
    assert question().seed_numbers == (5, 6, 7)


@pytest.mark.parametrize(
    "change",
    [
        {"months": 24},
        {"seeds": 4},
        {"first_seed": 6},
        {"policies": ()},
        {"shocks": {}},
        {"groups": ("skill",)},
        {"groups": ("gender*skill",)},
        {"why": ("components",)},
    ],
)
def test_what_decides_the_answer_changes_the_fingerprint(change: dict[str, object]) -> None:
    assert question(**change).fingerprint() != question().fingerprint()


@pytest.mark.parametrize(
    "change", [{"name": "mine"}, {"output": "o"}, {"store": "s"}, {"workers": 2}, {"png": "yes"}]
)
def test_where_and_how_it_is_answered_leaves_the_fingerprint(change: dict[str, object]) -> None:
    assert question(**change).fingerprint() == question().fingerprint()


def test_the_folder_is_named_by_verb_name_and_fingerprint() -> None:
    plain, named = question(), question(name="mine", output="results")
    assert plain.folder() == Path(f"outputs/compare/sialkot_surgical-{plain.fingerprint()[:10]}")
    assert named.folder() == Path(f"results/compare/mine-{plain.fingerprint()[:10]}")


def test_its_yaml_has_every_key_and_keeps_the_zero_of_a_line() -> None:
    written = yaml.safe_load(question().to_yaml())
    keys = {"verb", "policy", "shock", "budget", "why", "chain", "model", "compute", *GIVEN}
    keys |= {"hangs_on", "persons", "png", "capabilities", "capabilities_weights"}
    keys |= {"money", "money_year", "against", "dose"}
    keys -= {"policies", "shocks"}
    assert set(written) == keys
    assert written["line"] == "4.20"
    assert written["policy"]["labour_standards"]["wage_floor"] == 1.05
    assert written["shock"]["wet"]["kind"] == "flood"
    assert written["shock"]["wet"]["capital_lost"] == 0.1


def test_a_scale_of_null_is_resolved_wherever_it_is_used() -> None:
    unsaid = question(scale=None)
    assert unsaid.share == unsaid.resolved().scale == 0.1  # 5,000 of 50,000 workers
    assert yaml.safe_load(unsaid.to_yaml())["scale"] == 0.1
    assert unsaid.to_scenarios() == question(scale=0.1).to_scenarios()
    assert unsaid.fingerprint() == question(scale=0.1).fingerprint()


def test_its_yaml_can_leave_out_where_and_how_it_is_answered() -> None:
    assert not set(HOW) & set(yaml.safe_load(question().to_yaml(how=False)))


def test_a_policy_that_starts_after_the_last_month_is_noted() -> None:
    first, second, third = notes_on(question(months=6, window=6))
    assert "micro credit starts in month 12, after the last month 6" in first
    assert "policy.labour_standards.start=1" in second
    assert "shock.wet.start=1" in third
    assert notes_on(question(months=23)) == ()


@pytest.mark.parametrize("line", ["0.01", "200.00", "1 PKR 2015 a year", "9000000 PKR 2015 a day"])
def test_a_line_far_from_those_of_all_countries_is_noted(line: str) -> None:
    (only,) = notes_on(question(months=23, line=line))
    assert f"line={line} is " in only
    assert "lie between 0.7 and 60" in only
    assert notes_on(question(months=23, line="national")) == ()


def test_a_policy_that_acts_in_a_part_of_the_averaged_months_is_noted() -> None:
    first, second = notes_on(question(months=12))
    assert "micro credit starts in month 12 of 12: it acts in 1 of the last 12 months" in first
    assert "policy.labour_standards.start=1" in second
    assert notes_on(question(months=12, window=1)) == ()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("months", "12"),
        ("months", True),
        ("seeds", 0),
        ("first_seed", -1),
        ("scale", 0.0),
        ("line", "1.90 dollars"),
        ("groups", ("gender", "gender")),
        ("policies", (CREDIT, CREDIT)),
        ("shocks", {"wet": {"kind": "flood"}}),
        ("name", "../up"),
        ("output", ""),
        ("mesure", "P0"),
    ],
)
def test_a_wrong_value_is_refused(key: str, value: object) -> None:
    with pytest.raises(ValidationError):
        question(**{key: value})


def test_the_dimensions_are_those_that_tables_are_broken_down_by() -> None:
    from poverty_nodes.model.measures.groups_at_base import ALL_DIMENSIONS

    assert DIMENSIONS == ALL_DIMENSIONS


@pytest.mark.parametrize("line", [3.65, "3.65", 4.2, "8.30", "national", 5])
def test_any_number_of_dollars_a_day_is_a_line_and_keeps_one_name(line: object) -> None:
    asked = question(line=line)
    assert question(line=asked.line) == asked
    assert asked.line in ("3.65", "4.20", "8.30", "national", "5.00")


@pytest.mark.parametrize("line", ["five", 0, -1, 1001, True, float("nan"), [3.65], "1e2"])
def test_what_is_no_line_is_refused(line: object) -> None:
    with pytest.raises(ValidationError, match="no poverty line"):
        question(line=line)


def test_a_line_of_older_prices_and_a_window_beyond_the_horizon_are_said() -> None:
    notes = " ".join(notes_on(question(line="3.65", window=24, months=12)))
    assert "dollars of 2017 and became 4.20" in notes
    assert "window=24 is longer than the horizon" in notes
    assert "window" not in " ".join(notes_on(question(window=12, months=12)))
