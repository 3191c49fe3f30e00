"""Answers made of other columns: the first rule that fits, codes however written, and no row left over."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenarios.survey.fields import FIRM_FIELDS, WORKER_FIELDS
from scenarios.survey.mapping import Rule
from scenarios.survey.number_style import PLAIN, NumberStyle
from scenarios.survey.rules import Rules, matching
from scenarios.survey.table import Table
from tests.scenarios.survey.conftest import refusal, spoil

TIER = next(each for each in FIRM_FIELDS if each.name == "tier")
UNPAID = next(each for each in WORKER_FIELDS if each.name == "unpaid")
CELLS = {"q1": ["1", "2.0", "", "Firms"], "q2": ["4", "5", "5,5", "x"]}


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ({"q1": 2}, [False, True, False, False]),
        ({"q1": [1, "firms"]}, [True, False, False, True]),
        ({"q1": ""}, [False, False, True, False]),
        ({"q2": ">= 5"}, [False, True, True, False]),
        ({"q2": "> 5", "q1": ""}, [False, False, True, False]),
        ({"q2": "<5"}, [True, False, False, False]),
        ({}, [True, True, True, True]),
    ],
)
def test_conditions_are_codes_or_bounds_of_columns(when: dict[str, object], fits: list[bool]) -> None:
    table = Table("f.csv", CELLS, [2, 3, 4, 5])
    assert matching(table, Rule(means="x", when=when).when, NumberStyle(",")).tolist() == fits


def test_the_first_rule_that_fits_decides_and_a_label_is_as_good_as_its_code() -> None:
    table = Table("f.sav", {"q": ["1", "2", "3"]}, [1, 2, 3], labels={"q": {"2": "Other firms"}})
    rules = [
        Rule(means="subcontractor", when={"q": "other firms"}),
        Rule(means="specialist", when={"q": [2, 3]}),
        Rule(means="exporter"),
    ]
    codes, problems = Rules(TIER, rules, table, PLAIN).codes()
    assert (codes.tolist(), problems) == ([0, 1, 2], [])


def test_a_row_that_no_rule_fits_is_told_with_its_cells() -> None:
    table = Table("f.csv", {"q": ["1", "7", "7"]}, [2, 3, 4])
    codes, problems = Rules(TIER, [Rule(means="exporter", when={"q": 1})], table, PLAIN).codes()
    assert codes.tolist() == [0, -1, -1]
    assert "f.csv: row 3: no rule of derive.tier fits: q is '7'; so does row 4" in str(problems[0])
    assert Rules(UNPAID, [Rule(means=True, when={"q": 1})], table, PLAIN).codes()[1] == []


PLACE = "  percent: [export"
"""Before which a key of the section of firms is put."""


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("derive: {tier: [{means: boss}]}", "'boss' is no category of tier"),
        ("derive: {tier: [{means: exporter}]}", "'tier' has a column and rules"),
        ("derive: {revenue: [{means: 1}]}", "no answer in categories"),
        ("derive: {tear: [{means: 1}]}", "'tear' is nothing that is asked of firms"),
        ("only: {kind: '> many'}", "'> many' is no bound"),
        ("only: {kind: Q}", "no row of firms.csv is left"),
        ("only: {knd: E}", "column 'knd': is missing"),
        ("bands: {workers: {a: [9, 1]}}", "[9.0, 1.0] is no band"),
        ("bands: {workers: {a: [9]}}", "[9.0] is no band"),
        ("bands: {formal: {a: [1, 9]}}", "'formal' is no number"),
        ("missing: {wokers: [1]}", "did you mean 'workers'?"),
        ("alone: kept", "'kept' is not accepted"),
    ],
)
def test_a_fault_in_a_key_of_a_file_is_told(town: Path, key: str, said: str) -> None:
    spoil(town, "map.yaml", lambda text: text.replace(PLACE, f"  {key}\n{PLACE}", 1))
    assert said in refusal(town)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("tier: kind, ", "", "derive: {tier: [{means: exporter, when: {COLUMN: CODE}}"),
        ("workers: staff, ", "", "head_count: rows of workers, if the workers' file has everybody"),
        ("workers: staff,", "workers: [staff, wt],", "only a name is made of several columns"),
        ("missing:", "thousands: '.'\nmissing:", "'.' stands before decimals too"),
    ],
)
def test_what_cannot_be_so_is_told_with_what_can(town: Path, old: str, new: str, said: str) -> None:
    spoil(town, "map.yaml", lambda text: text.replace(old, new, 1))
    assert said in refusal(town)
