"""Tables of a comparison with several lives: placebos, identities, and what one life leaves unknown."""

import numpy as np
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.bins import BINS
from poverty_nodes.experiments.impact.transitions import FLOOR, MOVES
from poverty_nodes.model.lives import seed_of

ADULTS = 1500


def lives(world, effect, populations=3, lives=4, churn=0.15, luck=0.2):
    """Pairs of towns that begin with the same people: `effect` moves half of them, churn both worlds apart by luck."""
    for number in range(populations):
        people = np.random.default_rng(number)
        base = 130 * np.exp(people.normal(0, 0.5, ADULTS))
        contract = people.choice(5, ADULTS)
        change = effect * np.where(contract % 2, 0.2, -0.02)
        for life in range(lives):
            draw = np.random.default_rng([7, number, life])
            without = base * np.exp(draw.normal(0, luck, ADULTS))
            parted = np.where(
                draw.random(ADULTS) < 0.5, draw.normal(0, churn, ADULTS).clip(-0.9), 0.0
            )
            enacted = without * (1 + parted) * (1 + change)
            pair = world.pair(without, enacted, welfare_base=base, contract=contract)
            yield (seed_of(number + 1, life), *pair)


@pytest.fixture(scope="module")
def placebo(world):
    return assess(lives(world, 0.0), world.terms())


@pytest.fixture(scope="module")
def policy(world):
    return assess(lives(world, 1.0), world.terms())


def test_luck_alone_makes_nobody_a_heavy_loser_or_winner(placebo):
    row = placebo.winners.iloc[0]
    assert row["lose_over_5"] + row["gain_over_5"] < 0.01
    assert row["surely_losing"] + row["surely_gaining"] < 0.05


def test_in_single_lives_luck_alone_makes_many(placebo):
    row = placebo.ex_post.iloc[0]
    assert row["lose_over_5"] > 0.1
    assert row["floor_lose_over_5"] > row["lose_over_5"]


def test_the_floor_is_told_and_far_below_that_of_single_lives(policy):
    row, single = policy.winners.iloc[0], policy.ex_post.iloc[0]
    floor, of_single = (
        each["floor_lose_over_5"] + each["floor_gain_over_5"] for each in (row, single)
    )
    assert 0 <= floor < of_single / 3
    assert sum(row[f"floor_{name}"] for name in BINS) == pytest.approx(1)


def test_who_truly_gains_is_found(policy):
    table = policy.winners.set_index("group")
    assert table.loc["contract=regular", "gain_over_5"] > 0.99
    assert table.loc["contract=regular", "surely_gaining"] > 0.99


def test_bins_add_up_and_means_are_those_of_single_lives(policy):
    assert np.allclose(policy.winners[list(BINS)].sum(axis=1), 1)
    assert np.allclose(policy.cells[list(BINS)].sum(axis=1), 1)
    assert (policy.winners["losing"] >= policy.winners["lose_over_5"]).all()


def test_moves_add_up_and_agree_with_the_headline(policy):
    rows = policy.transitions.set_index(["comparison", "group"])
    for comparison in ("policy", FLOOR):
        assert rows.loc[(comparison, "all"), list(MOVES)].sum() == pytest.approx(1)
    moved = rows.loc[("policy", "all"), "into"] - rows.loc[("policy", "all"), "out"]
    assert 100 * moved == pytest.approx(policy.headline.change, abs=1e-6)


def test_fewer_cross_the_line_than_in_single_lives(placebo):
    rows = placebo.transitions.set_index(["comparison", "group"])
    single = placebo.ex_post.iloc[0]
    assert rows.loc[("policy", "all"), "out"] < single["out"] / 2


def test_intervals_are_over_populations(policy):
    assert (policy.populations, policy.lives, policy.headline.populations) == (3, 4, 3)


def test_nothing_at_all_is_nobody(world):
    found = assess(lives(world, 0.0, churn=0.0), world.terms())
    assert (found.winners["same"] == 1).all()
    assert (
        found.transitions[found.transitions["comparison"] == "policy"][["into", "out"]] == 0
    ).all(axis=None)


def test_one_life_has_no_floor_and_tells_of_single_lives(world):
    found = assess(lives(world, 1.0, lives=1), world.terms())
    assert found.winners["floor_same"].isna().all()
    assert found.winners["surely_losing"].isna().all()
    for name in BINS:
        assert np.allclose(found.winners[name], found.ex_post[name], equal_nan=True)
    assert FLOOR not in set(found.transitions["comparison"])


def test_two_lives_tell_effects_but_no_floor(world):
    found = assess(lives(world, 1.0, lives=2), world.terms())
    assert found.winners["floor_same"].isna().all()
    assert found.winners.iloc[0]["surely_gaining"] > 0.3


def test_the_order_in_which_lives_arrive_changes_nothing(world, policy):
    runs = list(lives(world, 1.0))
    again = assess(runs[::-1], world.terms())
    assert again.winners.equals(policy.winners)
    assert again.seeds == policy.seeds


def test_a_life_that_failed_is_left_out(world):
    runs = list(lives(world, 1.0))
    found = assess(runs[1:], world.terms())
    assert found.populations == 3
    assert np.isfinite(found.winners["floor_same"]).any()
