"""A description's sections: what is refused, by file and key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from poverty_nodes.scenarios.errors import Problem

Spoil = Callable[[str, str, str], None]
Refusal = Callable[[], tuple[Problem, ...]]


def test_a_misspelt_key_is_refused_with_file_key_line_and_nearest_name(
    spoil: Spoil, refusal: Refusal
) -> None:
    spoil("firms", "input_share:", "input_shar:")
    missing, unknown = refusal()
    assert "firms.yaml: firms.input_shar (line " in unknown.where
    assert unknown.nearest == "input_share"
    assert missing.where.endswith("firms.yaml: firms.input_share")
    assert missing.message == "is missing"


def test_a_missing_source_is_refused_with_file_and_key(spoil: Spoil, refusal: Refusal) -> None:
    spoil("firms", '   source: "ap2006, page2007",\n', "")
    (problem,) = refusal()
    assert "firms.yaml: firms.total.source" in problem.where
    assert problem.message == "is missing"


def test_a_source_that_no_bibliography_has_is_refused_with_the_nearest(
    spoil: Spoil, refusal: Refusal
) -> None:
    spoil("firms", "ap2006, page2007", "ap2060, page2007")
    (problem,) = refusal()
    assert "firms.yaml: firms.total.source" in problem.where
    assert problem.nearest == "ap2006"


def test_a_wrong_unit_is_refused_with_file_key_and_the_accepted_unit(
    spoil: Spoil, refusal: Refusal
) -> None:
    spoil("firms", "unit: firms", "unit: persons")
    (problem,) = refusal()
    assert "firms.yaml: firms.total.unit" in problem.where
    assert problem.accepted == "'firms'"


def test_a_low_above_the_value_is_refused(spoil: Spoil, refusal: Refusal) -> None:
    spoil("firms", "low: 1900", "low: 2100")
    (problem,) = refusal()
    assert "firms.yaml: firms.total.low" in problem.where


def test_tier_shares_that_do_not_sum_to_one_are_refused(spoil: Spoil, refusal: Refusal) -> None:
    spoil("firms", "value: 0.75", "value: 0.76")
    (problem,) = refusal()
    assert "firms.yaml: firms.tier_share" in problem.where
    assert "1.01" in problem.message


def test_posts_that_do_not_sum_to_one_are_refused_for_their_tier(
    spoil: Spoil, refusal: Refusal
) -> None:
    spoil("workers", "value: 0.3,", "value: 0.31,")
    (problem,) = refusal()
    assert "workers.yaml: workers.posts.exporter" in problem.where


def test_buyers_that_do_not_sum_to_one_are_refused(spoil: Spoil, refusal: Refusal) -> None:
    spoil("chain", "value: 0.35,", "value: 0.3,")
    (problem,) = refusal()
    assert "the buyers' shares sum to 0.95" in problem.message


def test_two_buyers_with_one_id_are_refused(spoil: Spoil, refusal: Refusal) -> None:
    spoil("chain", "id: spot_traders", "id: german_brands")
    assert [p.message for p in refusal()] == ["two buyers have the same id"]


def test_an_unknown_governance_gets_the_nearest(spoil: Spoil, refusal: Refusal) -> None:
    spoil("chain", "governance: modular", "governance: modulr")
    assert refusal()[0].nearest == "modular"


@pytest.mark.parametrize(
    "identifier", ["Sialkot_surgical", "12_sialkot", "sialkot-surgical", "s_x", "con", "lpt1"]
)
def test_an_id_outside_the_grammar_is_refused(
    identifier: str, spoil: Spoil, refusal: Refusal
) -> None:
    spoil("cluster", "id: sialkot_surgical", f"id: {identifier}")
    (problem,) = refusal()
    assert problem.message == f"'{identifier}' is not an id"


def test_lines_of_another_year_than_the_purchasing_power_are_refused(
    spoil: Spoil, refusal: Refusal
) -> None:
    spoil("money", "line_year: 2021", "line_year: 2017")
    (problem,) = refusal()
    assert "money.yaml: money.line_year" in problem.where
    assert problem.accepted == "2021"


def test_all_problems_of_all_files_come_at_once(spoil: Spoil, refusal: Refusal) -> None:
    spoil("firms", "unit: firms", "unit: persons")
    spoil("workers", "value: 50000", "value: many")
    spoil("households", "savings_months:", "saving_months:")
    spoil("chain", "psic_surgical", "psic_chirurgical")
    spoil("money", "currency: PKR", "currency: PKR\ncurrency: INR")
    wheres = " ".join(problem.where for problem in refusal())
    for key in (
        "firms.total.unit",
        "workers.total.value",
        "households.saving_months",
        "households.savings_months",
        "chain.export_share.source",
        "money.yaml: currency",
    ):
        assert key in wheres
