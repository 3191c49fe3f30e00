import pytest

from poverty_nodes.experiments.report.labels import (
    group_label,
    listed,
    people_label,
    policy_label,
    span,
)
from poverty_nodes.model.measures.groups import cell_codes, group_members
from poverty_nodes.model.policies import BUILT_IN


def test_every_group_of_the_model_has_words():
    for group in group_members(cell_codes()):
        label = group_label(group)
        assert "=" not in label
        assert "|" not in label
        assert "_" not in label


def test_every_policy_has_words():
    for name in BUILT_IN:
        assert "_" not in policy_label(name)


@pytest.mark.parametrize(
    ("months", "text"),
    [
        (1, "one month"),
        (6, "6 months"),
        (12, "one year"),
        (24, "two years"),
        (144, "12 years"),
        (30, "30 months"),
    ],
)
def test_spans_are_said_in_years_where_they_are_whole(months, text):
    assert span(months) == text


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_names_are_listed_with_an_and(names, text):
    assert listed(names) == text


def test_a_group_can_be_the_subject_of_a_sentence():
    assert people_label("tier=none") == "people outside the sector"
    assert people_label("social_group=minority") == "people of the minority group"
    assert people_label("contract=homework") == "home workers"
