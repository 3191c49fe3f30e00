"""Shocks in a question: how they are chosen and sized, and what is said when that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.question.chosen_files import file_ids
from poverty_nodes.experiments.question.composition import CONF
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.model.shocks import REGISTRY, BuyersStandard, DemandSlump, Flood
from tests.experiments.question.refused import problems_of

CASES = file_ids("shock", CONF)


def test_without_a_word_no_shock_strikes() -> None:
    assert ask([]).shocks == {}


@pytest.mark.parametrize("case", CASES)
def test_every_case_in_conf_is_a_well_posed_shock(case: str) -> None:
    question = ask([f"shock=[{case}]"])
    assert [*question.shocks] == [case]
    assert notes_on(question) == ()


def test_every_kind_of_shock_has_a_case_in_conf() -> None:
    kinds = {shock.name for case in CASES for shock in ask([f"shock=[{case}]"]).shocks.values()}
    assert kinds == set(REGISTRY)


@pytest.mark.parametrize("case", CASES)
def test_every_case_has_a_title_a_source_and_a_word_on_its_sizes(case: str) -> None:
    title, *rest = (CONF / "shock" / f"{case}.yaml").read_text().splitlines()
    assert title.startswith("# ")
    assert title.endswith(".")
    assert rest[0].startswith("# Source: ")
    assert any(line.startswith("# Sizes: ") for line in rest)


def test_the_sizes_of_a_shock_are_set_by_their_dotted_keys() -> None:
    question = ask(["shock=[fda_standard_1994]", "shock.fda_standard_1994.level=0.7", "policy=[]"])
    (shock,) = question.shocks.values()
    assert isinstance(shock, BuyersStandard)
    assert (shock.level, shock.notice, shock.buyer) == (0.7, 12, "largest")


@pytest.mark.parametrize(
    ("token", "names"),
    [
        ("shock=[flood,demand_slump]", ["demand_slump", "flood"]),
        ("shock=[demand_slump,flood]", ["demand_slump", "flood"]),
        ("shock=flood", ["flood"]),
        ("shock=[]", []),
        ("shock=null", []),
        ("~shock", []),
        ("++shock=[flood]", ["flood"]),
    ],
)
def test_shocks_are_written_in_several_ways(token: str, names: list[str]) -> None:
    assert [*ask([token]).shocks] == names


def test_a_shock_of_ones_own_needs_a_kind_and_no_file() -> None:
    question = ask(
        ["shock=[strike]", "shock.strike.kind=demand_slump", "shock.strike.orders_lost=1e-1"]
    )
    assert question.shocks == {"strike": DemandSlump(orders_lost=0.1)}
    Path("mine.yaml").write_text(
        "shock: {wet: {kind: flood, capital_lost: 0.2, work_lost: 0.0, start: 3}}\n"
    )
    assert ask(["question=mine.yaml"]).shocks == {
        "wet": Flood(capital_lost=0.2, work_lost=0.0, start=3)
    }


@pytest.mark.parametrize(
    ("tokens", "where", "words"),
    [
        (["shock=[flod]"], "shock", ["no shock 'flod'", "did you mean 'flood'", "list shocks"]),
        (["shock=[flood,flood]"], "shock", ["names 'flood' twice"]),
        (["shock=flood,pandemic"], "shock", ["'shock=[flood,pandemic]'"]),
        (["shock.flood.start=3"], "shock.flood", ["not among the shocks", "'shock=[flood]'"]),
        (["shock.flod.start=3"], "shock.flod", ["no shock 'flod'", "did you mean 'flood'"]),
        (["shock=[flood]", "shock.flood.strat=3"], "shock.flood.strat", ["did you mean 'start'"]),
        (
            ["shock=[flood]", "shock.flood.capital_lost=2"],
            "shock.flood.capital_lost",
            ["2 is above", "a number from 0 to 0.99"],
        ),
        (["shock=[flood]", "shock.flood.start=0"], "start", ["a whole number from 1 to 600"]),
        (["shock=[flood]", "shock.flood.start=soon"], "start", ["a whole number from 1 to 600"]),
        (["shock=[flood]", "shock.flood.place=clustre"], "place", ["did you mean 'cluster'"]),
        (["shock=[flood]", "shock.flood.end=20"], "shock.flood", ["both an end and a duration"]),
        (["shock=[flood]", "~shock.flood.work_lost"], "work_lost", ["is missing"]),
        (["shock=[flood]", "shock.flood.kind=flod"], "kind", ["did you mean 'flood'"]),
        (["shock=[flood]", "~shock.flood.kind"], "kind", ["is missing", "demand_slump, rival"]),
        (["shock=[a]", "shock.a.kind=flood"], "capital_lost", ["is missing"]),
        (["shock=[flood]", "shock.flood=3"], "shock.flood", ["keys and values"]),
        (
            ["shock=[buyer_leaves]", "shock.buyer_leaves.buyer=us_distributor"],
            "shock.buyer_leaves.buyer",
            ["no buyer of sialkot_surgical", "did you mean 'us_distributors'"],
        ),
        (
            ["shock=[buyer_leaves]", "shock.buyer_leaves.buyer=all"],
            "shock.buyer_leaves",
            ["not all buyers can leave"],
        ),
        (
            ["shock=[fda_standard_1994]", "shock.fda_standard_1994.buyer=1"],
            "shock.fda_standard_1994.buyer",
            ["1 is not text", "all, largest or the id of a buyer"],
        ),
    ],
)
def test_what_is_wrong_is_named_with_what_is_accepted(
    tokens: list[str], where: str, words: list[str]
) -> None:
    found = problems_of(*tokens)
    problem = next(each for each in found if where in each.where)
    for word in words:
        assert word in str(problem)


def test_all_that_is_wrong_with_shocks_and_policies_is_said_at_once() -> None:
    found = problems_of(
        "shock=[flod,pandemic,second]",
        "shock.second.kind=buyer_leaves",
        "shock.second.buyer=nobody",
        "shock.flood.work_lost=7",
        "shock.pandemic.start=0",
        "policy=[micro_credt]",
        "policy.micro_credit.take_up=7",
        "months=0",
    )
    assert sorted(problem.where.removeprefix("command line: ") for problem in found) == [
        "months",
        "policy",
        "policy.micro_credit.take_up",
        "shock",
        "shock.flood.work_lost",
        "shock.pandemic.start",
        "shock.second.buyer",
    ]


def test_two_shocks_of_a_kind_that_names_one_buyer_are_refused() -> None:
    (problem,) = problems_of("shock=[buyer_leaves,second]", "shock.second.kind=buyer_leaves")
    assert problem.where == "command line: shock"
    assert "two shocks of the kind 'buyer_leaves'" in problem.message


def test_a_case_whose_name_begins_like_another_is_blamed_on_its_own_file(conf: Path) -> None:
    text = (conf / "shock" / "flood.yaml").read_text()
    (conf / "shock" / "flood_again.yaml").write_text(
        text.replace("flood:", "flood_again:").replace("  work_lost", "  # work_lost")
    )
    (problem,) = problems_of("shock=[flood,flood_again]", conf=conf)
    assert problem.where == "conf/shock/flood_again.yaml: shock.flood_again.work_lost"


def test_an_experiment_chooses_shocks_and_sizes_them(conf: Path) -> None:
    (conf / "experiment" / "wet.yaml").write_text(
        "# @package _global_\n# A flood.\ndefaults:\n  - override /shock: [flood]\n\n"
        "shock:\n  flood:\n    start: 3\n"
    )
    question = ask(["experiment=wet"], conf=conf)
    assert [shock.start for shock in question.shocks.values()] == [3]
    assert [policy.name for policy in question.policies] == ["micro_credit", "labour_standards"]
    assert ask(["experiment=wet", "shock=[]"], conf=conf).shocks == {}


def test_what_cfg_prints_is_the_same_question_again() -> None:
    question = ask(
        ["shock=[fda_standard_1994,mine]", "shock.mine.kind=flood", "shock.mine.capital_lost=0.2",
         "shock.mine.work_lost=0", "shock.fda_standard_1994.buyer=us_distributors"]
    )  # fmt: skip
    Path("question.yaml").write_text(question.to_yaml())
    again = ask(["question=question.yaml"])
    assert again == question
    assert again.to_yaml() == question.to_yaml()


def test_a_shock_can_be_dropped_from_a_question_file() -> None:
    Path("question.yaml").write_text(ask(["shock=[flood,pandemic]"]).to_yaml())
    assert [*ask(["question=question.yaml", "~shock.flood"]).shocks] == ["pandemic"]
    assert ask(["question=question.yaml", "shock=[]"]).shocks == {}


def test_a_shock_that_starts_after_the_last_month_is_noted() -> None:
    (note,) = [
        each
        for each in notes_on(ask(["shock=[flood]", "months=6", "policy=[]"]))
        if "flood" in each
    ]
    assert note.startswith("flood starts in month 12, after the last month 6: it does nothing.")
    assert "shock.flood.start=1" in note
