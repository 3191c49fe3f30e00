"""What `check` finds of each component: whom it reaches, what it costs, and whether anybody's life differs."""

from __future__ import annotations

from functools import lru_cache

import pytest

from poverty_nodes.experiments.answer.pre_check import PreChecked, differs, last_month, pre_check
from poverty_nodes.experiments.answer.pre_check_rows import NOTHING, message, rows_of
from poverty_nodes.experiments.output.terminal_table import Row
from poverty_nodes.experiments.question.checked_question import ask
from tests.small_economy import live, rough_economy

SMALL = ("scale=0.02", "months=24")


@lru_cache
def components(*tokens: str) -> dict[str, PreChecked]:
    _, found = pre_check(ask([*tokens, *SMALL]))
    return {each.policy.name: each for each in found}


@lru_cache
def rows(*tokens: str) -> tuple[Row, ...]:
    question = ask([*tokens, *SMALL])
    return tuple(rows_of(question, *pre_check(question)))


BOTH = "policy=[micro_credit,labour_standards]"
PLANT = "policy=[effluent_plant]"


def test_a_component_bites_from_its_first_month() -> None:
    assert {name: each.felt for name, each in components(BOTH).items()} == {
        "micro_credit": 12,
        "labour_standards": 12,
    }


def test_the_dry_month_is_the_first_at_full_strength() -> None:
    found = components(BOTH, "policy.micro_credit.ramp=3")
    assert (found["micro_credit"].dry_month, found["labour_standards"].dry_month) == (15, 12)


def test_a_plant_does_nothing_without_an_order_and_bites_with_one() -> None:
    assert components(PLANT)["effluent_plant"].felt is None
    assert components(PLANT, "shock=[closure_order]", "shock.closure_order.start=3")[
        "effluent_plant"
    ].felt


def test_a_levy_on_firms_is_not_taken_for_an_effect_of_the_component() -> None:
    assert components(PLANT, "policy.effluent_plant.payer=firms")["effluent_plant"].felt is None


@pytest.mark.parametrize(
    ("term", "why"),
    [
        ("take_up=0", "nobody is reached"),
        ("saved=0", "its terms are worth nothing"),
        ("target={min_workers: 100000}", "nobody is eligible"),
        ("start=30", "it starts in month 30, after the last, 24"),
        ("capacity=100", "live as they would without it"),
    ],
)
def test_a_component_that_does_nothing_says_so_and_why(term: str, why: str) -> None:
    first = rows(PLANT, f"policy.effluent_plant.{term}")[0]
    assert str(first["message"]).startswith(NOTHING)
    assert why in str(first["message"])
    assert (first["bites"], first["first_month"]) == ("no", "")


def test_the_cost_is_what_is_spent_in_the_dry_month_at_the_real_scale() -> None:
    (component,) = components("policy=[technology_centre]").values()
    units = component.units[1] / 0.02
    assert component.cost == pytest.approx(4000.0 + 60.0 * units)


def test_a_budget_that_cannot_be_spent_is_told() -> None:
    question = ask(["policy=[technology_centre]", "budget=100000000", *SMALL])
    (component,) = pre_check(question)[1]
    assert "of its $100,000,000 stays unspent" in message(question, component)


def test_a_budget_that_does_not_last_is_told() -> None:
    question = ask(["policy=[technology_centre]", "budget=200000", *SMALL])
    (component,) = pre_check(question)[1]
    assert "its $200,000 lasts" in message(question, component)


PERSONS = (
    "child_care",
    "vocational_training",
    "womens_technical_training",
    "home_worker_inclusion",
)


@pytest.mark.parametrize("policy", PERSONS)
@pytest.mark.parametrize("budget", ["null", "1000000"])
def test_groups_and_the_total_count_the_same_month_when_the_budget_runs_out(
    policy: str, budget: str
) -> None:
    found = {
        row["group"]: row for row in rows(f"policy=[{policy}]", f"policy.{policy}.budget={budget}")
    }
    for name in ("eligible", "reached"):
        assert found["persons"][name] == found["all"][name]
        posts = [row[name] for group, row in found.items() if str(group).startswith("gender=")]
        assert sum(posts) == found["all"][name]  # type: ignore[arg-type]
    assert found["persons"]["reached"] > 0  # type: ignore[operator]


def test_a_budget_that_is_gone_before_the_component_is_felt_is_told() -> None:
    (first, *_) = rows("policy=[child_care]", "policy.child_care.budget=1000000")
    assert "its $1,000,000 lasts 2 months" in str(first["message"])


def test_groups_add_up_and_nobody_is_reached_who_is_not_eligible() -> None:
    found = {row["group"]: row for row in rows("policy=[labour_standards]")}
    women, men = found["gender=female"], found["gender=male"]
    for name in ("eligible", "reached"):
        assert women[name] + men[name] == found["all"][name]  # type: ignore[operator]
        assert women[name] > 0  # type: ignore[operator]
    assert all(row["reached"] <= row["eligible"] for row in found.values())  # type: ignore[operator]


def test_the_months_that_have_to_be_lived_cover_shocks_and_end_with_the_question() -> None:
    assert last_month(ask([PLANT, "months=60", "scale=0.02"])) == 1 + 6 + 12
    order = ("shock=[closure_order]", "shock.closure_order.start=20")
    assert last_month(ask([PLANT, *order, "months=60", "scale=0.02"])) > 32
    assert last_month(ask([PLANT, *order, "months=24", "scale=0.02"])) == 24


def test_two_economies_that_live_alike_do_not_differ() -> None:
    one, other = live(rough_economy(), 2), live(rough_economy(), 2)
    assert not differs(one, other)
    other.workers["wage"][3] += 1e-9
    assert differs(one, other)
