"""The error that users see: complete, readable, able to travel."""

from __future__ import annotations

import pickle

from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name

FIRST = Problem("firms.yaml: total", "is missing", "a number", "totals", "write it")
SECOND = Problem("command line: months", "0 is below 1")


def test_the_text_holds_every_problem_and_every_part_of_it() -> None:
    text = str(QuestionError([FIRST, SECOND]))
    assert text.startswith("2 problems:")
    for part in ("firms.yaml: total", "is missing", "a number", "'totals'", "write it", "months"):
        assert part in text


def test_parts_that_are_empty_take_no_line() -> None:
    assert str(SECOND) == "command line: months: 0 is below 1"


def test_a_problem_found_twice_is_told_once() -> None:
    assert QuestionError([FIRST, SECOND, FIRST]).problems == (FIRST, SECOND)


def test_the_error_survives_the_way_between_processes() -> None:
    error = QuestionError([FIRST, SECOND])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_the_nearest_name_is_found_whatever_the_case() -> None:
    assert nearest_name("Sialkot_Surgicl", ["sialkot_surgical", "palar_leather"]) == (
        "sialkot_surgical"
    )


def test_nothing_is_suggested_for_a_name_that_is_like_none() -> None:
    assert nearest_name("qqq", ["sialkot_surgical"]) == ""


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert nearest_name("anything", []) == ""
