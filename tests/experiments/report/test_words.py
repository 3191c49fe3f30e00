from dataclasses import replace
from math import nan

import pandas as pd
import pytest

from poverty_nodes.experiments.impact import Headline, assess
from poverty_nodes.experiments.impact.terms import Enacted, Happening
from poverty_nodes.experiments.report import words
from poverty_nodes.model.measures.lines import PovertyLine


@pytest.fixture
def told(world, towns):
    """A comparison whose headline is replaced by what a test says."""
    found = assess(towns(2, 60), world.terms(months=60))

    def tell(change, low, high, agreeing=20, seeds=20):
        headline = Headline("P0", 50.0, 50.0, 50.0 + change, change, low, high, agreeing, seeds)
        return replace(found, headline=headline, seeds=tuple(range(seeds)))

    return tell


def test_a_fall_that_is_no_luck_is_told_with_interval_and_seeds(told):
    assert words.headline(told(-2.13, -2.72, -1.54)) == (
        "With micro-credit and labour standards, the poverty headcount at $4.20 a day is 2.1 points lower "
        "after five years: 1.5 to 2.7 points lower whatever the luck (same sign in 20 of 20 seeds)."
    )


def test_a_rise_that_is_no_luck_is_told_as_a_rise(told):
    assert words.headline(told(0.5, 0.31, 0.69, 19)) == (
        "With micro-credit and labour standards, the poverty headcount at $4.20 a day is 0.5 points higher "
        "after five years: 0.3 to 0.7 points higher whatever the luck (same sign in 19 of 20 seeds)."
    )


@pytest.mark.parametrize(
    ("change", "direction"), [(-0.3, "0.3 points lower"), (0.3, "0.3 points higher")]
)
def test_a_change_that_may_be_luck_is_told_as_such(told, change, direction):
    text = words.headline(told(change, -0.9, 0.6, 13))
    assert text == (
        "With micro-credit and labour standards a change of the poverty headcount at $4.20 a day after five years "
        f"cannot be told from luck: the estimate is {direction}, but luck alone takes it from 0.9 points lower to 0.6 "
        "points higher (same sign in 13 of 20 seeds)."
    )


def test_gains_and_losses_that_cancel_have_no_sign_that_seeds_agree_on(told):
    text = words.headline(told(0.0, -0.9, 0.9, 0))
    assert text.endswith(
        "the estimate is 0 points, but luck alone takes it from 0.9 points lower to 0.9 points higher "
        "(the seeds do not agree on a sign)."
    )


def test_an_unchanged_headcount_is_not_told_as_no_change_of_anything(told):
    text = words.headline(told(0.0, 0.0, 0.0))
    assert text.startswith("With micro-credit and labour standards, the poverty headcount")
    assert " is 50.0 % with and without, although the consumption of " in text
    assert text.endswith("in all 20 seeds.")


def test_no_effect_at_all_is_told_as_no_change_of_anything(world, towns):
    text = words.headline(assess(towns(3, 60, effect=0.0), world.terms()))
    assert "with and without: nothing else changes either, in all 3 seeds" in text


def test_one_seed_is_told_as_no_answer_yet(told):
    text = words.headline(told(-1.0, nan, nan, 1, 1))
    assert text.startswith("In the one seed that was run")
    assert "no interval" in text


def test_one_seed_without_a_change_does_not_say_that_nobody_is_poor(told):
    text = words.headline(told(0.0, nan, nan, 0, 1))
    assert "is 50.0 % with and without" in text
    assert "zero" not in text


def test_a_change_that_was_not_measured_is_said_to_be_none(told):
    assert words.headline(told(nan, nan, nan)).startswith("There is no answer")


def test_without_policies_nothing_changes(world, towns):
    found = assess(towns(2, 60, effect=0.0), world.terms(policies=()))
    assert words.headline(found).startswith("No policy is enacted, so nothing changes")


def test_one_policy_and_the_national_line_are_named(told, world):
    line = PovertyLine("national", 3.456, 2021)
    terms = world.terms(
        line=line, policies=(Enacted("labour_standards", 12, "government"),), months=18
    )
    text = words.headline(replace(told(-2.0, -3.0, -1.0), terms=terms))
    assert text.startswith(
        "With labour standards, the poverty headcount at the national line ($3.46 a day)"
    )
    assert "after 18 months" in text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (-2.7, -1.5, "1.5 to 2.7 points lower"),
        (1.5, 2.7, "1.5 to 2.7 points higher"),
        (-0.9, 0.3, "0.9 points lower to 0.3 points higher"),
        (-0.06, -0.02, "0.02 to 0.06 points lower"),
        (-12.0, -0.4, "0.4 to 12.0 points lower"),
    ],
)
def test_intervals_are_told_from_the_near_end_to_the_far_one(low, high, text):
    assert words.change_interval(low, high) == text


def test_no_change_is_told_as_nothing():
    for value in (-0.04, -0.002, 0.0004, 3.0):
        assert "0.0 points" not in words.change(value)


def test_the_question_is_made_from_the_terms_when_none_was_asked(told):
    text = words.question(told(-1, -2, -0.5), "Tables of Atown")
    assert text == (
        "Who gains and who loses over five years with micro-credit and labour standards from month 2 on, "
        "against the same cluster without? The cluster: Tables of Atown."
    )
    assert words.question(replace(told(-1, -2, -0.5), question="Why?"), "x") == "Why?"


def test_the_question_says_what_happens_meanwhile(told):
    found = told(-1, -2, -0.5)
    flood, slump = Happening("flood", "a flood strikes", 7), Happening("x", "demand slumps", 3)
    shaken = replace(found, terms=replace(found.terms, shocks=(flood, slump)))
    assert words.question(shaken, "Atown").endswith(
        "against the same cluster without, while demand slumps (from month 3) and a flood strikes "
        "(from month 7)? The cluster: Atown."
    )
    quiet = replace(found, terms=replace(found.terms, shocks=(flood,), policies=()))
    assert words.question(quiet, "Atown") == (
        "What happens to the people of the cluster (Atown) over five years, while a flood strikes "
        "(from month 7)?"
    )


def test_groups_are_called_winners_only_if_it_is_no_luck_and_they_are_thick(world):
    contract = [1] * 40 + [2] * 40 + [3] * 20
    up = world.pair([100.0] * 100, [110.0] * 40 + [100.0] * 40 + [150.0] * 20, contract=contract)
    down = world.pair([100.0] * 100, [110.0] * 40 + [98.0] * 40 + [150.0] * 20, contract=contract)
    more = world.pair([100.0] * 100, [110.0] * 40 + [103.0] * 40 + [150.0] * 20, contract=contract)
    found = assess([(1, *up), (2, *down), (3, *more)], world.terms())
    text = words.winners(found)
    assert "regular workers ($10.0 a person a month)" in text
    assert "casual workers" not in text
    assert "home workers" not in text


def test_nobody_gaining_or_losing_is_said(world, towns):
    found = assess(towns(2, 100, effect=0.0), world.terms())
    assert words.winners(found).startswith("Nobody gains and nobody loses")


def test_one_seed_cannot_tell_winners_from_luck(world, towns):
    assert "One seed cannot tell" in words.winners(assess(towns(1, 200), world.terms()))


def test_a_change_that_stands_in_a_table_is_told_like_any_other() -> None:
    row = pd.Series({"effect": -2.13, "other": 0.0002})
    assert words.change(row["effect"]) == "2.1 points lower"
    assert words.change(row["other"]) == "less than 0.001 points higher"
