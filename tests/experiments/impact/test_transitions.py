import pytest

from poverty_nodes.experiments.impact import assess

LINE = 4.20 * 365 / 12
POOR, FINE = LINE - 20, LINE + 20


def test_persons_lifted_out_and_pushed_in_are_counted_between_the_two_worlds(world):
    # four persons: lifted out, pushed in, staying in, staying out; the first stands for three times as many
    pair = world.pair(
        [POOR, FINE, POOR, FINE], [FINE, POOR, POOR, FINE], weight=[30.0, 10.0, 10.0, 10.0]
    )
    table = assess([(1, *pair), (2, *pair)], world.terms()).transitions
    row = table[(table["comparison"] == "policy") & (table["group"] == "all")].iloc[0]
    assert (row["out_persons"], row["into_persons"]) == (30, 10)
    assert (row["stay_in_persons"], row["stay_out_persons"]) == (10, 10)
    assert row["out"] == 0.5
    assert row["out_low"] == row["out_high"] == 0.5


def test_the_change_of_the_headcount_is_those_pushed_in_less_those_lifted_out(world, towns):
    found = assess(towns(3, 400), world.terms())
    moves = found.transitions[found.transitions["comparison"] == "policy"].set_index("group")
    table = found.winners.set_index("group")
    change = 100 * (moves["into"] - moves["out"])
    assert change.to_numpy() == pytest.approx(table.loc[moves.index, "P0_change"].to_numpy())


def test_movements_over_time_are_told_for_each_world(world):
    without = world.people([POOR, FINE], welfare_base=[FINE, FINE])
    enacted = world.people([FINE, FINE], welfare_base=[FINE, FINE])
    runs = [(1, world.result(without), world.result(enacted))]
    table = assess(runs, world.terms()).transitions
    rows = table[table["group"] == "all"].set_index("comparison")
    assert rows.loc["over_time_without", "into"] == 0.5
    assert rows.loc["over_time_with", "into"] == 0
    assert rows.loc["policy", "out"] == 0.5


def test_shares_sum_to_one_in_every_group(world, towns):
    table = assess(towns(2, 300), world.terms()).transitions
    total = table[["into", "out", "stay_in", "stay_out"]].sum(axis=1)
    assert total.to_numpy() == pytest.approx(1.0)
