import numpy as np
import pytest

from poverty_nodes.experiments.impact.paired import pair_up
from poverty_nodes.model.measures.deciles import deciles


def test_persons_are_matched_by_id_whatever_the_order_of_rows(world):
    first = world.people([10, 20, 30], id=[7, 8, 9])
    second = world.people([33, 11, 22], id=[9, 7, 8])
    pair = pair_up(1, world.result(first), world.result(second))
    assert list(pair.without) == [10, 20, 30]
    assert list(pair.enacted) == [11, 22, 33]
    assert pair.unmatched == 0


def test_entrants_who_exist_in_one_world_only_are_counted_and_left_out(world):
    first = world.people([10, 20, 30], id=[1, 2, 3])
    second = world.people([20, 30, 40, 50], id=[2, 3, 4, 5])
    pair = pair_up(1, world.result(first), world.result(second))
    assert list(pair.without) == [20, 30]
    assert list(pair.enacted) == [20, 30]
    assert pair.unmatched == 3


def test_groups_are_those_of_the_world_without(world):
    first = world.people([10, 20], contract=[1, 3])
    second = world.people([10, 20], contract=[3, 3])
    pair = pair_up(1, world.result(first), world.result(second))
    assert list(pair.members["contract=homework"]) == [False, True]


def test_an_id_that_stands_twice_is_refused(world):
    people = world.result(world.people([10, 20], id=[1, 1]))
    with pytest.raises(ValueError, match="twice"):
        pair_up(1, people, people)


def test_two_results_without_a_common_person_are_refused(world):
    first = world.result(world.people([10], id=[1]))
    second = world.result(world.people([10], id=[2]))
    with pytest.raises(ValueError, match="seed 4"):
        pair_up(4, first, second)


def test_a_group_of_the_cluster_does_not_hold_people_of_the_comparator(world):
    result = world.result(world.people([10, 20], gender=1, place=[0, 1]))
    pair = pair_up(1, result, result)
    assert list(pair.members["gender=female"]) == [True, False]
    assert list(pair.members["place=dispersed"]) == [False, True]


def test_deciles_hold_a_tenth_of_the_persons_each():
    welfare = np.arange(100.0)[::-1]
    found = deciles(welfare, np.ones(100))
    assert list(np.bincount(found)[1:]) == [10] * 10
    assert found[0] == 10
    assert found[-1] == 1


def test_deciles_count_persons_not_rows():
    found = deciles(np.array([1.0, 2.0]), np.array([1.0, 99.0]))
    assert list(found) == [1, 6]


def test_persons_of_one_welfare_are_in_one_decile():
    assert len(set(deciles(np.full(7, 5.0), np.arange(1.0, 8.0)))) == 1


def test_deciles_are_of_the_cluster_alone(world):
    result = world.result(world.people([10, 20, 5000], place=[0, 0, 1]))
    pair = pair_up(1, result, result)
    tenths = sum(members.astype(int) for key, members in pair.members.items() if "decile" in key)
    assert list(tenths) == [1, 1, 0]
