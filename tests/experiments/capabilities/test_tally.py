"""Who lacks what in two worlds built by hand, so that every number can be worked out on paper."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.capabilities.by_weights import (
    OF_THE_SET,
    by_weights_table,
    weights_table,
)
from poverty_nodes.experiments.capabilities.deprivation_set import DeprivationSet
from poverty_nodes.experiments.capabilities.elicited.elicited import Elicited, Voices
from poverty_nodes.experiments.capabilities.robustness import all_weights, robustness_table
from poverty_nodes.experiments.capabilities.tables import deprivation_table, nodes_column
from poverty_nodes.experiments.capabilities.tally import tally_of
from poverty_nodes.model.result import RunResult

CASUAL, HOMEWORK, REGULAR = 2, 3, 1
LINE = 100.0


def a_set(**changes):
    poor = {
        "title": "poor",
        "known": "model",
        "why": "judged",
        "field": "consumption",
        "below": "line",
    }
    short = {"title": "short", "known": "model", "why": "judged", "field": "tenure", "below": 12.0}
    loose = {
        "title": "loose",
        "known": "model",
        "why": "judged",
        "field": "contract",
        "one_of": ["casual", "none"],
    }
    dimensions = {
        "money": {"title": "money", "indicators": {"poor": poor}},
        "work": {"title": "work", "indicators": {"short": short, "loose": loose}},
    }
    told = {
        "id": "test",
        "title": "a test",
        "who": "workers",
        "counts": "adults",
        "k": 0.5,
        "source": "me",
    }
    return DeprivationSet.model_validate(told | {"dimensions": dimensions} | changes)


def world(consumption, tenure, contract, ids=(1, 2, 3, 4)):
    n = len(ids)
    base_contract = np.array([REGULAR, CASUAL, HOMEWORK, 0])[:n]
    people = {
        "id": np.array(ids),
        "household": np.arange(n),
        "weight": np.array([10.0, 20.0, 30.0, 40.0])[:n],
        "welfare_base": np.full(n, 120.0),
        "contract": base_contract,
        "contract_final": np.array(contract),
        "tier": (base_contract > 0) * 1,
        "tier_final": (np.array(contract) > 0) * 1,
        **{name: np.zeros(n, dtype=int) for name in ("skill", "social_group", "migrant", "place")},
        "gender": np.array([0, 0, 1, 1])[:n],
        "consumption_at_base": np.full(n, 120.0),
        "tenure_at_base": np.full(n, 24.0),
        "contract_at_base": base_contract.astype(float),
        "consumption_at_end": np.array(consumption, dtype=float),
        "tenure_at_end": np.array(tenure, dtype=float),
        "contract_at_end": np.array(contract, dtype=float),
    }
    return RunResult(np.array([6]), (), (), np.zeros((1, 0, 0)), people)


# Without: the first lacks nothing, the second is poor, casual and new, the third is new, the fourth never counts.
WITHOUT = world([120, 80, 120, 10], [24, 3, 3, 0], [REGULAR, CASUAL, HOMEWORK, 0])
# With: the first becomes casual and new (1/2 in all), the second is no longer poor (1/2), the third lacks nothing.
WITH = world([120, 120, 120, 10], [1, 3, 24, 0], [CASUAL, CASUAL, HOMEWORK, 0])


def tallied(chosen, without=WITHOUT, enacted=WITH, seeds=(1, 2)):
    return [tally_of(seed, without, enacted, chosen, LINE, 0.1) for seed in seeds]


def value(table, group, measure, indicator="", column="change"):
    row = (
        (table["group"] == group)
        & (table["measure"] == measure)
        & (table["indicator"] == indicator)
    )
    (found,) = table.loc[row, column]
    return found


def test_levels_and_flows_are_those_on_paper():
    table = deprivation_table(tallied(a_set()), a_set(), {"all", "work", "gender"}, "with")
    levels = [
        value(table, "all", name, column=when)
        for name in ("H", "A", "M0")
        for when in ("without", "with")
    ]
    assert levels == pytest.approx([1 / 3, 2 / 3, 1, 1 / 2, 1 / 3, 1 / 3])
    assert value(table, "all", "entered") == pytest.approx(1 / 3)
    assert value(table, "all", "entered", "loose") == pytest.approx(1 / 3)
    assert value(table, "all", "entered", "poor") == value(table, "all", "left") == 0
    assert value(table, "all", "hd", "short", "without") == pytest.approx(2 / 3)
    assert value(table, "all", "M0", column="base") == 0
    assert set(table["group"]) == {
        *("all", "gender=male", "gender=female"),
        *("work=regular|male", "work=casual|male", "work=homework|female"),
    }


def test_what_each_indicator_adds_sums_to_the_change_of_m0_in_every_group():
    table = deprivation_table(tallied(a_set()), a_set(), {"all", "work", "gender"}, "with")
    for group in set(table["group"]):
        parts = table[(table["group"] == group) & (table["measure"] == "actb")]
        assert parts["change"].sum() == pytest.approx(value(table, group, "M0"), abs=1e-12)


def test_persons_count_with_their_household_and_adults_once():
    adults = deprivation_table(tallied(a_set()), a_set(), {"all"}, "with")
    assert adults["n"].iloc[0] == pytest.approx(30.0)
    persons = a_set(counts="persons")
    table = deprivation_table(tallied(persons), persons, {"all"}, "with")
    assert table["n"].iloc[0] == pytest.approx(60.0)
    assert value(table, "all", "H", column="without") == pytest.approx(20 / 60)


def test_a_set_counts_whom_it_says():
    everybody = a_set(who="everybody")
    table = deprivation_table(tallied(everybody), everybody, {"all"}, "with")
    assert table["n"].iloc[0] == pytest.approx(40.0)
    households = a_set(who="trade_households")
    shared = {**WITHOUT.people, "household": np.array([0, 1, 2, 2])}
    both = RunResult(np.array([6]), (), (), np.zeros((1, 0, 0)), shared)
    table = deprivation_table(tallied(households, both, both), households, {"all"}, "with")
    assert table["n"].iloc[0] == pytest.approx(40.0)


def test_the_order_of_rows_does_not_matter_and_who_is_in_one_world_only_is_left_out():
    order = [3, 1, 0, 2]
    turned = RunResult(
        np.array([6]), (), (), np.zeros((1, 0, 0)), {k: v[order] for k, v in WITH.people.items()}
    )
    one, other = tallied(a_set())[0], tallied(a_set(), enacted=turned)[0]
    assert np.array_equal(one.both.persons, other.both.persons)
    gone = {name: values[:3] for name, values in WITH.people.items()} | {"id": np.array([1, 2, 9])}
    fewer = RunResult(np.array([6]), (), (), np.zeros((1, 0, 0)), gone)
    assert tallied(a_set(), enacted=fewer)[0].adults[0] == 2
    stranger = RunResult(
        np.array([6]), (), (), np.zeros((1, 0, 0)), {**gone, "id": np.array([7, 8, 9])}
    )
    with pytest.raises(ValueError, match="no person exists"):
        tallied(a_set(), enacted=stranger)


def test_a_node_counts_whoever_works_there_then():
    nodes = nodes_column(tallied(a_set()), a_set()).set_index(["node", "moment"])["deprivation"]
    assert nodes["exporter|casual|male", "end_without"] == pytest.approx(100.0)
    assert nodes["exporter|casual|male", "end_with"] == pytest.approx(50.0)
    assert nodes["exporter|casual|male", "difference"] == pytest.approx(-50.0)
    assert np.isnan(nodes["exporter|regular|male", "end_with"])
    assert np.isnan(nodes["none|none|female", "base"])


def test_a_change_for_the_better_in_everything_holds_under_all_weights_and_cut_offs():
    better = world([120, 120, 120, 10], [24, 24, 24, 0], [REGULAR, REGULAR, HOMEWORK, 0])
    table = robustness_table(tallied(a_set(), enacted=better), ["all", "work=regular|male"])
    whole = table[table["k"].isna()].set_index("group")
    assert whole.loc["all", "reduces"] == whole.loc["all", "reduces_surely"] == 1.0
    assert whole.loc["work=regular|male", ["reduces", "raises"]].tolist() == [0.0, 0.0]


def test_a_mixed_change_hangs_on_weights_and_cut_offs():
    table = robustness_table(tallied(a_set()), ["all"])
    whole, union = table[table["k"].isna()].iloc[0], table.iloc[1]
    assert 0 < whole["reduces"] < 1
    assert whole["reduces"] + whole["raises"] <= 1
    # By the union M0 is the weighted mean of headcounts: poor -1/3, short 0, loose +1/3.
    assert union["reduces"] == pytest.approx((all_weights(3)[0] > all_weights(3)[2]).mean())


def test_weights_cover_the_whole_simplex_evenly():
    drawn = all_weights(4, 4000)
    assert drawn.sum(axis=0) == pytest.approx(np.ones(4000))
    assert drawn.mean(axis=1) == pytest.approx([0.25] * 4, abs=0.01)
    assert drawn.max() > 0.9


def test_by_the_weights_of_some_it_helps_and_by_those_of_others_it_does_not():
    voices = {
        "women home workers": Voices("women home workers", 3, own=np.array([[0.2, 0.7, 0.1]] * 4)),
        "buyers": Voices("buyers", 3, own=np.array([[0.1, 0.2, 0.7], [0.0, 0.4, 0.6]])),
    }
    elicited = Elicited("w.csv", "points", ("poor", "short", "loose"), voices)
    table = by_weights_table(
        tallied(a_set()), a_set(), elicited, ["all", "work=homework|female"], "with"
    )
    mine = table[table["of_its_own"]]
    assert mine[["weights_of", "group"]].to_numpy().tolist() == [
        ["women home workers", "work=homework|female"]
    ]
    assert mine["change"].iloc[0] == pytest.approx(-0.7)
    assert mine["share_of_samples"].iloc[0] == 1.0
    changes = table[table["group"] == "all"].set_index("weights_of")["change"]
    assert changes["women home workers"] < 0 < changes["buyers"]
    assert changes[OF_THE_SET] == pytest.approx(0.0)
    weights = weights_table(a_set(), elicited).set_index(["weights_of", "indicator"])
    assert weights.loc[("buyers", "loose"), "weight"] == pytest.approx(0.65)
    assert np.isnan(weights.loc[(OF_THE_SET, "loose"), "low"])
