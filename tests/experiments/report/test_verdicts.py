"""A group's mean, most of its persons and its tenths say the same, or the page says that they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.report import words
from poverty_nodes.experiments.report.verdicts import disagreeing, tenths, turned, verdict


@pytest.fixture
def told(world, towns):
    """A comparison in which groups change as a test says."""
    found = assess(towns(2, 400), world.terms())

    def tell(changes, **shares):
        table = found.winners.copy()
        for group, change in changes.items():
            rows = table["group"].str.startswith(group)
            table.loc[rows, ["mean_change", "low", "high"]] = [change, change - 1, change + 1]
        for name, value in shares.items():
            table[name] = value
        table["thin"] = False
        return replace(found, winners=table)

    return tell


def test_eight_losing_tenths_lead_the_answer_where_owners_make_the_mean_rise(told):
    changes = {"": 0.0, "all": 5.0, "decile=": -3.0, "decile=9": 4.0, "decile=10": 60.0}
    found = told(changes | {"contract=own_account": 90.0}, losing=0.7, losing_low=0.6)
    text = turned(found)
    assert text.startswith("Most people lose though mean consumption is higher: 70")
    assert "8 of 10 tenths of the distribution lose, while owners of firms gain $90.0" in text
    assert words.headline(found).startswith(text)
    assert "8 lose on average and 2 gain" in tenths(found)


def test_nothing_is_said_where_mean_and_most_people_agree(told):
    found = told({"": 3.0}, gaining=0.9, gaining_low=0.8, losing_low=0.0)
    assert turned(found) == disagreeing(found) == ""
    assert {verdict(row) for _, row in found.winners.iterrows()} == {"gain"}


def test_a_group_of_which_most_gain_though_its_mean_may_be_luck_is_named(told):
    found = told({"": 3.0, "contract=homework": 0.5}, gaining=0.9, gaining_low=0.8, losing_low=0.0)
    assert disagreeing(found).startswith("Of home workers most are expected to gain, but")
    row = found.winners.set_index("group").loc["contract=homework"]
    assert verdict(row) == "most gain, mean may be luck"


def test_losers_are_told_before_the_mean_and_the_poorest_first(told):
    found = told({"": 3.0, "contract=casual": -2.0, "contract=own_account": -9.0})
    table = found.winners.set_index("group")["welfare_base"]
    assert table["contract=casual"] < table["contract=own_account"]
    text = words.winners(found)
    order = [text.index(each) for each in ("casual workers ($2.00", "owners of firms ($9.00")]
    assert order == sorted(order)
    assert order[-1] < text.index("Mean consumption of all persons")
