import pytest

from poverty_nodes.model.lives import LEAST_POPULATIONS, life_of, population_of, seed_of, seeds_of


@pytest.mark.parametrize("runs", [1, 2, 3, 9, 10, 11, 20, 21, 40, 100])
@pytest.mark.parametrize("most", [1, 2, 4, 7])
def test_so_many_different_seeds_from_enough_populations_with_lives_as_even_as_may_be(runs, most):
    seeds = seeds_of(3, runs, most)
    populations = [population_of(seed) for seed in seeds]
    lives = [populations.count(each) for each in set(populations)]
    assert len(set(seeds)) == runs
    assert max(lives) <= most
    assert max(lives) - min(lives) <= 1
    assert len(lives) >= min(runs, LEAST_POPULATIONS)
    assert sorted(set(populations)) == list(range(3, 3 + len(lives)))


def test_few_runs_are_the_seeds_that_they_always_were():
    assert seeds_of(1, 9, 4) == tuple(range(1, 10))
    assert seeds_of(5, 40, 1) == tuple(range(5, 45))


def test_more_runs_keep_the_lives_that_were_there():
    assert set(seeds_of(1, 10, 4)) < set(seeds_of(1, 20, 4)) < set(seeds_of(1, 40, 4))


def test_a_seed_tells_its_population_and_life():
    seed = seed_of(2**31 - 1, 99)
    assert (population_of(seed), life_of(seed)) == (2**31 - 1, 99)
    assert seed < 2**63
