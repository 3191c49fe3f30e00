"""A page states its question whole: each term in words and units, its default, and who set it otherwise."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.answer.question_in_full import asked_otherwise, question_in_full
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.report.asked_terms import AskedPart, AskedTerm, asked_table
from poverty_nodes.model.policies import BUILT_IN


def part(question, title: str) -> AskedPart:
    """The part with a title."""
    return next(each for each in question_in_full(question) if each.title == title)


def term(found: AskedPart, what: str) -> AskedTerm:
    """The term whose words begin so."""
    return next(each for each in found.terms if each.what.startswith(what))


@pytest.fixture(scope="module")
def question():
    return ask(
        [
            *("policy=[micro_credit,labour_standards]", "policy.micro_credit.target.gender=female"),
            *("policy.micro_credit.amount={1: 300, 13: 500}", "experiment=quick_look"),
            *("shock=[flood]", "inputs.parameters.monopsony_markdown=0.15"),
        ]
    )


def test_every_term_of_every_policy_and_shock_is_told(question):
    for each in question.policies:
        title = {"micro_credit": "Micro-credit", "labour_standards": "Labour standards"}[each.name]
        told = part(question, title)
        nested = len(type(each.target).model_fields)
        assert len(told.terms) == len(type(each).model_fields) - 1 + nested
        assert all(row.what and row.value and row.default for row in told.terms)
    assert term(part(question, "Flood"), "share of firms' capital").value == "10 %"


def test_a_term_has_its_unit_its_default_and_who_set_it(question):
    credit = part(question, "Micro-credit")
    assert term(credit, "size of a loan") == AskedTerm(
        "size of a loan", "$300 from month 1, $500 from month 13", "$500", "command line"
    )
    assert term(credit, "interest a month").value == "2 % a month"
    assert term(credit, "gender of the person").set_by == "command line"
    assert term(credit, "last month in which").value == "to the end"
    floor = term(part(question, "Labour standards"), "least wage")
    assert floor.value == "1.05 times the regular wage at the base"


def test_a_file_that_set_a_key_is_named(question):
    rest = part(question, "The rest of the question")
    assert term(rest, "months after").set_by == "conf/experiment/quick_look.yaml"
    own = part(question, "Numbers that are not known").terms[0]
    assert (own.value, own.default, own.set_by) == ("0.15", "0.25", "command line")
    marked = [row.head for row in asked_table(rest).rows if row.tone == "set"]
    assert "months after the base month" in marked


def test_the_terminal_has_a_line_on_what_was_set_and_none_where_nothing_was(question):
    (line,) = asked_otherwise(question)
    assert "gender of the person female instead of any (command line)" in line
    assert asked_otherwise(ask([])) == []


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_of_a_policy_as_its_file_has_it_no_term_is_set_otherwise(name: str) -> None:
    assert asked_otherwise(ask([f"policy=[{name}]"])) == []
