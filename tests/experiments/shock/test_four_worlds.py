"""Who loses by a shock: known losses come out as they were put in, and a shock that does nothing hits nobody."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.shock.four_worlds import FourWorlds
from poverty_nodes.experiments.shock.table import COMPARISONS
from poverty_nodes.model.lives import seeds_of
from poverty_nodes.model.result import RunResult

ADULTS = 400
SEEDS = seeds_of(1, 20, 4)
SHOWN = ("all", "gender", "contract")
CASUAL = np.arange(ADULTS) % 4 == 0
WOMEN = np.arange(ADULTS) % 2 == 0


def four(world, seed: int, struck: np.ndarray, helped: np.ndarray, luck: float) -> list[RunResult]:
    """Results in the order of the arms: factors of consumption by the shock alone, and by it with the policies."""
    draw = np.random.default_rng(seed)
    base = np.where(CASUAL, 180.0, 300.0)
    spared = base * np.exp(draw.normal(0, luck, ADULTS))
    columns = {"gender": WOMEN, "contract": np.where(CASUAL, 2, 1), "welfare_base": base}
    found = []
    for factor in (1.0, struck, 1.0, helped):
        wobble = np.exp(draw.normal(0, luck, ADULTS))
        people = world.people(spared * factor * wobble, **columns)
        found.append(world.result(people))
    return found


def table_of(world, struck: object, helped: object, luck: float = 0.0) -> pd.DataFrame:
    worlds = FourWorlds()
    factors = (np.broadcast_to(np.asarray(each, dtype=float), ADULTS) for each in (struck, helped))
    one, other = factors
    for seed in SEEDS:
        worlds.add(seed, *four(world, seed, one, other, luck))
    return worlds.table(SHOWN).set_index(["comparison", "group"])


def test_a_shock_that_does_nothing_hits_nobody(world) -> None:
    table = table_of(world, 1.0, 1.0)
    for name in ("into", "out", "floor_into", "floor_out", "P0_change", "mean_change"):
        assert (table[name] == 0).all(), name


def test_who_falls_by_the_shock_is_spared_where_the_policies_shield_her(world) -> None:
    shielded = CASUAL & WOMEN  # all casual workers are women here
    table = table_of(world, np.where(CASUAL, 0.5, 1.0), np.where(shielded, 1.0, 1.0))
    alone, helped, against = (table.loc[name] for name in COMPARISONS)
    assert alone.loc["contract=casual", "into"] == pytest.approx(1.0)
    assert alone.loc["all", "into"] == pytest.approx(0.25)
    assert alone.loc["all", "P0_change"] == pytest.approx(25.0)
    assert (helped["into"] == 0).all()
    assert against.loc["contract=casual", "out"] == pytest.approx(1.0)
    assert against.loc["contract=casual", "into"] == pytest.approx(0.0)
    assert against.loc["all", "P0_change"] == pytest.approx(-25.0)
    assert against.loc["gender=male", "P0_change"] == 0.0


def test_policies_that_make_the_shock_harder_have_their_losers_named(world) -> None:
    table = table_of(world, 1.0, np.where(CASUAL, 0.5, 1.0))
    against = table.loc[COMPARISONS[2]]
    assert against.loc["contract=casual", "into"] == pytest.approx(1.0)
    assert against.loc["contract=casual", "mean_change"] == pytest.approx(-90.0)
    assert against.loc["contract=regular", "into"] == 0.0


def test_luck_alone_hits_hardly_anybody_and_known_falls_come_out_in_spite_of_it(world) -> None:
    none = table_of(world, 1.0, 1.0, luck=0.2)
    assert none.loc[(COMPARISONS[0], "all"), "into"] < 0.01
    assert none.loc[(COMPARISONS[2], "all"), "into"] < 0.01
    known = table_of(world, np.where(CASUAL, 0.4, 1.0), 1.0, luck=0.2)
    row = known.loc[(COMPARISONS[0], "contract=casual")]
    assert row["into"] == pytest.approx(0.99, abs=0.05)
    assert row["floor_into"] < 0.02
    assert row["P0_change_low"] > 0
