"""Answers made of other columns: the first rule that fits, codes however written, and no row left over."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.scenarios.survey.fields import FIRM_FIELDS, WORKER_FIELDS
from poverty_nodes.scenarios.survey.mapping import Rule
from poverty_nodes.scenarios.survey.number_style import PLAIN, NumberStyle
from poverty_nodes.scenarios.survey.rules import Rules, matching
from poverty_nodes.scenarios.survey.table import Table
from tests.scenarios.survey.conftest import build_of, refusal, spoil

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
def test_conditions_are_codes_or_bounds_of_columns(
    when: dict[str, object], fits: list[bool]
) -> None:
    table = Table("f.csv", CELLS, [2, 3, 4, 5])
    assert matching(table, Rule(means="x", when=when).when, NumberStyle(",")).tolist() == fits


def test_the_first_rule_that_fits_decides_and_a_label_is_as_good_as_its_code() -> None:
    table = Table("f.sav", {"q": ["1", "2", "3"]}, [1, 2, 3], labels={"q": {"2": "Other firms"}})
    rules = [
        Rule(means="subcontractor", when={"q": "other firms"}),
        Rule(means="specialist", when={"q": [2, 3]}),
        Rule(means="exporter"),
    ]
    found = Rules(TIER, rules, table, PLAIN)
    codes = found.codes()
    assert codes.tolist() == [0, 1, 2]
    assert found.without(codes) == []


def test_a_row_that_no_rule_fits_is_told_with_its_cells() -> None:
    table = Table("f.csv", {"q": ["1", "7", "7"]}, [2, 3, 4])
    found = Rules(TIER, [Rule(means="exporter", when={"q": 1})], table, PLAIN)
    codes = found.codes()
    assert codes.tolist() == [0, -1, -1]
    problems = found.without(codes)
    assert "f.csv: row 3: no rule of derive.tier fits: q is '7'; so does row 4" in str(problems[0])


def test_rows_without_an_answer_in_a_column_of_the_rules_are_counted() -> None:
    """They fall to the last rule, which nobody would see; a rule that names the code has seen them."""
    table = Table("f.csv", {"q": ["1", "", "99", "99.0"], "r": ["1", "9", "9", "2"]}, [2, 3, 4, 5])
    rules = [Rule(means="yes", when={"q": 1, "r": [9, ">= 5"]}), Rule(means="no")]
    assert Rules(UNPAID, rules, table, PLAIN).silent(("", 9, 99)) == {"q": 3}


def test_the_note_says_how_many_rows_have_no_answer_in_the_rules(town: Path) -> None:
    rules = "  derive: {formal: [{means: yes, when: {loan_rate_pct: '> 1.5'}}, {means: no}]}\n"
    spoil(town, "map.yaml", lambda text: text.replace(PLACE, f"{rules}{PLACE}", 1))
    spoil(town, "map.yaml", lambda text: text.replace("formal: registered,", "", 1))
    spoil(town, "map.yaml", lambda text: text.replace("    formal: {Y: yes, N: no}\n", "", 1))
    notes = " ".join(build_of(town).weights.notes)
    assert "firms.csv: formal is derived though some rows have no answer: " in notes
    assert " in loan_rate_pct." in notes


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
