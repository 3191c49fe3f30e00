from dataclasses import replace

import pandas as pd
import pytest

from poverty_nodes.experiments.impact import assess


def test_the_order_in_which_seeds_arrive_changes_nothing(world, towns):
    runs = towns(4, 200)
    first, second = assess(runs, world.terms()), assess(runs[::-1], world.terms())
    assert first.seeds == second.seeds == (1, 2, 3, 4)
    for name in ("winners", "transitions", "cost", "nodes", "incidence", "outcomes"):
        pd.testing.assert_frame_equal(getattr(first, name), getattr(second, name), check_exact=True)


def test_runs_are_taken_one_pair_at_a_time(world):
    alive = []

    def pairs():
        for seed in range(3):
            alive.append(seed)
            yield seed, *world.town(seed, 60)

    assert assess(pairs(), world.terms()).seeds == (0, 1, 2)
    assert alive == [0, 1, 2]


def test_no_pair_at_all_is_refused(world):
    with pytest.raises(ValueError, match="no finished pair"):
        assess([], world.terms())


def test_a_seed_that_stands_twice_is_refused(world, towns):
    runs = towns(1, 60)
    with pytest.raises(ValueError, match="seed 1 stands twice"):
        assess(runs + runs, world.terms())


def test_results_that_do_not_measure_the_same_are_refused(world, towns):
    [(seed, without, enacted)] = towns(1, 60)
    other = replace(enacted, measures=(*enacted.measures[:-1], "trust"))
    with pytest.raises(ValueError, match="measures"):
        assess([(seed, without, other)], world.terms())


def test_tables_are_broken_down_as_asked_but_always_have_all_place_and_deciles(world, towns):
    found = assess(towns(2, 200), world.terms(), groups=("gender",))
    assert list(dict.fromkeys(found.winners["dimension"])) == ["all", "gender", "decile", "place"]
    assert set(found.transitions["dimension"]) == {"all", "gender", "decile", "place"}
    assert not found.nodes["thin"].all()


def test_an_unknown_dimension_is_named(world, towns):
    with pytest.raises(ValueError, match="colour"):
        assess(towns(1, 60), world.terms(), groups=("colour",))


def test_the_headline_is_the_change_of_the_headcount_of_all(world, towns):
    found = assess(towns(4, 400), world.terms())
    row = found.winners.iloc[0]
    assert row["group"] == "all"
    assert found.headline.change == row["P0_change"]
    assert found.headline.low == row["P0_change_low"]
    assert found.headline.populations == 4
    assert found.headline.without + found.headline.change == pytest.approx(found.headline.enacted)


def test_a_null_policy_is_certain_of_nothing(world, towns):
    headline = assess(towns(3, 200, effect=0.0), world.terms()).headline
    assert headline.change == headline.low == headline.high == 0
    assert not headline.certain
    assert headline.agreeing == 0  # there is no sign to agree on


def test_pairing_makes_the_effect_far_more_certain_than_the_levels(world, towns):
    monthly = assess(towns(6, 400), world.terms()).monthly
    without, _, difference = monthly.spread("P0")
    ratio = (without.high - without.low)[-1] / (difference.high - difference.low)[-1]
    assert ratio > 2


def test_entrants_are_reported_as_unmatched(world):
    first = world.people([100, 120], id=[1, 2])
    second = world.people([100, 120, 130], id=[1, 2, 3])
    found = assess([(1, world.result(first), world.result(second))], world.terms())
    assert found.unmatched == 1
    assert found.adults == 2


def test_terms_are_read_off_a_scenario(world, towns):
    from poverty_nodes.model.policies import MicroCredit
    from poverty_nodes.scenarios import Scenario, load_cluster

    policy = MicroCredit(amount=500.0, rate=0.02, months=12, start=3)
    scenario = Scenario(
        load_cluster("sialkot_surgical"), (policy,), months=6, line="national", window=12
    )
    terms = assess(towns(1, 60), scenario).terms
    assert terms.line.monthly == pytest.approx(scenario.line_monthly())
    assert terms.window == 6
    assert terms.policies[0].name == "micro_credit"
    assert terms.first_month == 3
