"""What is kept of a run for an explanation says the same as the tables of winners."""

from __future__ import annotations

import numpy as np
import pytest

from poverty_nodes.experiments.attribution.base_groups import MEASURES, frozen_measures
from poverty_nodes.experiments.impact import assess


def test_measures_of_both_worlds_differ_by_what_the_table_of_winners_says(world, towns):
    runs = list(towns(1, 2000))
    terms = world.terms()
    table = assess(runs, terms).winners.set_index("group")
    _, without, enacted = runs[0]
    labels, before = frozen_measures(without.people, terms.scale)
    same, after = frozen_measures(enacted.people, terms.scale)
    assert labels == same
    change = after - before
    for name, column in (
        ("P0", "P0_change"),
        ("P1", "P1_change"),
        ("mean_welfare", "mean_change"),
        ("earnings", "earnings_change"),
    ):
        found = dict(zip(labels, change[:, MEASURES.index(name)], strict=True))
        for group, wanted in table[column].items():
            assert found[group] == pytest.approx(wanted, abs=1e-4), (name, group)


def test_a_poor_household_counts_once_however_many_adults_it_has(world):
    people = world.people([50.0, 50.0, 500.0], household=np.array([7, 7, 9]))
    labels, found = frozen_measures(people, 0.1)
    everyone = found[labels.index("all")]
    assert everyone[MEASURES.index("poor_households")] == 10.0
    assert everyone[MEASURES.index("adults")] == 3
