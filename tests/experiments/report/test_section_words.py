from dataclasses import replace

import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.report import section_words, titles

LINE = 4.20 * 365 / 12


def lifted(world, into, out, seeds=2):
    """So many persons pushed in and lifted out of a town of a hundred."""
    without = [LINE - 20] * 50 + [LINE + 20] * 50
    enacted = [LINE + 20] * out + [LINE - 20] * (50 - out + into) + [LINE + 20] * (50 - into)
    pair = world.pair(without, enacted)
    return assess([(seed, *pair) for seed in range(seeds)], world.terms(policies=()))


@pytest.mark.parametrize(
    ("into", "out", "ending"),
    [(0, 3, "Number of the poor: 30 fewer."), (4, 1, "Number of the poor: 30 more."),
     (2, 2, "Number of the poor: no change in all.")],
)  # fmt: skip
def test_the_balance_of_transitions_is_told_in_all_directions(world, into, out, ending):
    text = section_words.transitions(lifted(world, into, out))
    assert text.startswith(
        f"At the end, the luck of single lives counted, {10 * out} persons are out of poverty"
    )
    assert text.endswith(ending)


def test_no_transition_is_told_as_none(world):
    assert section_words.transitions(lifted(world, 0, 0)).startswith("Nobody is lifted out")
    assert titles.transitions(lifted(world, 0, 0)).startswith("Nobody crosses")


@pytest.mark.parametrize(
    ("factor", "word"), [(1.1, "10.0 per cent higher"), (0.9, "10.0 per cent lower")]
)
def test_growth_is_told_in_its_direction(world, factor, word):
    welfare = [float(value) for value in range(100, 300)]
    pair = world.pair(welfare, [factor * value for value in welfare])
    text = section_words.incidence(assess([(1, *pair), (2, *pair)], world.terms()))
    assert text.count(word) == 2


def test_no_cost_for_a_household_is_given_where_a_reduction_may_be_luck(world, towns):
    runs = [
        (seed, without, world.result(enacted.people, world.programme(seed)))
        for seed, without, enacted in towns(3, 200, effect=-1.0)
    ]
    found = assess(runs, world.terms())
    assert section_words.cost(found).endswith("so that there is no cost for one.")
    assert titles.cost(found).endswith("on balance no household is lifted out of poverty")
    some = replace(found, cost=found.cost.assign(households_lifted=5.0))
    assert section_words.cost(some).endswith(
        "so no cost for a household lifted out of poverty is given."
    )
    assert titles.cost(some).endswith("that fewer households are poor may be luck")


def test_the_price_of_a_household_is_told_with_its_interval_and_what_others_bear(world, towns):
    text = section_words.cost(assess(towns(5, 2000), world.terms()))
    assert "of programme money (95 % interval $" in text
    assert "with what others bear" in text
    assert "firms bear $1.5" in text
    assert "\N{MINUS SIGN}" not in text


def test_without_policies_nothing_is_spent(world, towns):
    found = assess(towns(2, 100, effect=0.0), world.terms(policies=()))
    assert section_words.cost(found) == "No policy is enacted, so nothing is spent."


def test_nodes_too_thin_to_report_are_not_named(world, towns):
    assert section_words.nodes(assess(towns(2, 40), world.terms())) == (
        "No node of the chain is large enough to report."
    )


def test_the_comparator_is_told_to_be_unchanged_if_it_is(world, towns):
    text = section_words.comparator(assess(towns(3, 400), world.terms()))
    assert "the headcount is unchanged" in text


def test_the_month_from_which_on_the_difference_is_no_luck_is_found(world):
    pair = world.pair([LINE - 30], [LINE + 30])
    monthly = assess([(1, *pair), (2, *pair)], world.terms()).monthly
    # welfare with crosses the line between months 3 and 4
    assert titles.told_from(monthly) == 4
    one = assess([(1, *pair)], world.terms()).monthly
    assert titles.told_from(one) is None


@pytest.mark.parametrize("effect", [1.0, 0.0, -1.0])
@pytest.mark.parametrize("seeds", [1, 3])
def test_every_title_is_a_sentence_without_blanks_or_signs_of_nothing(world, towns, effect, seeds):
    found = assess(towns(seeds, 300, effect), world.terms())
    for title in (
        titles.over_time,
        titles.difference,
        titles.bins,
        titles.mean_change,
        titles.incidence,
        titles.transitions,
        titles.nodes,
        titles.cost,
    ):
        text = title(found)
        assert text[0].isupper() or text[0].isdigit() or text[0] == "$"
        for wrong in ("nan", "\N{EN DASH}", "  ", "{", "+0.0 "):
            assert wrong not in text, text
