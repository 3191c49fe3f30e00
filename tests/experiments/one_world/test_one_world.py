"""One world over time is told by levels with intervals, and never as an effect."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from poverty_nodes.experiments.impact.outcomes import outcomes_of
from poverty_nodes.experiments.one_world import words
from poverty_nodes.experiments.one_world.figures import draw_groups, draw_town
from poverty_nodes.experiments.one_world.tables import groups_table, spending_table, town_table
from poverty_nodes.experiments.one_world.town import BASE, END, Town

SPENT = {
    **{"policy": "micro_credit", "spent": 1000.0, "spent_firms": 50.0, "spent_households": 0.0},
    **{"repaid": 0.0, "defaulted": 0.0, "eligible": 80.0, "reached": 40.0},
    **{"reached_nonpoor": 10.0, "poor_eligible": 5.0, "poor_unreached": 1.0},
}


def town_of(world: Any, seeds: int, **terms: object) -> Town:
    found = [(0, seed, world.town(seed, 600)[1]) for seed in range(1, seeds + 1)]
    about = world.terms(scale=1.0, **terms)
    return Town(outcomes_of(found, "with"), about, [(SPENT,)] * seeds)


@pytest.fixture
def town(world: Any) -> Town:
    return town_of(world, 5, policies=world.terms().policies[:1])


def test_a_level_is_the_mean_over_seeds_of_the_months_at_the_end(town: Town) -> None:
    paths = town.outcomes.path("P0")[:, 0]
    assert float(town.level(BASE, "P0").mean) == pytest.approx(paths[:, 0].mean())
    assert float(town.level(END, "P0").mean) == pytest.approx(paths[:, -2:].mean())
    assert float(town.level(END, "P0").low) < float(town.level(END, "P0").mean)


def test_every_level_of_every_group_stands_in_the_table(town: Town) -> None:
    table = town.levels().set_index(["measure", "group"])
    row = table.loc["P0", "gender=female"]
    assert row["end"] == pytest.approx(float(town.level(END, "P0", "gender=female").mean))
    assert {"base_low", "base_high", "end_low", "end_high", "unit"} <= set(table)


def test_the_first_sentence_has_both_ends_and_the_second_the_poorest(town: Town) -> None:
    first, second, *rest = words.answer(town)
    share = 100 * float(town.level(BASE, "P0").mean)
    assert f"{share:.1f} % in the base month" in first
    assert "in months 5 to 6" in first
    shares = {group: float(town.level(END, "P0", group).mean) for group in town.groups(town.plain)}
    assert words.people_label(max(shares, key=lambda group: shares[group])) in second
    assert any(each.startswith("Nothing is compared here") for each in rest)


def test_one_seed_has_no_interval_and_says_so(world: Any) -> None:
    town = town_of(world, 1)
    assert "(" not in words.answer(town)[0]
    assert "One seed was run" in words.answer(town)[-1]
    assert "(" not in town_table(town).rows[0].cells[0]


def test_what_policies_spend_is_told_without_an_effect(town: Town) -> None:
    row = spending_table(town).rows[0]
    assert row.head == "Micro-credit"
    assert row.cells[0].startswith("$1,000")
    assert row.cells[3:] == ("40 of 80", "25 %")


def test_a_group_that_is_too_thin_has_its_size_alone(world: Any) -> None:
    town = town_of(world, 2)
    few = replace(town, terms=replace(town.terms, scale=1e-4))
    rows = groups_table(few, ("gender",)).rows
    assert [row.tone for row in rows[1:]] == ["section", "thin", "thin"]
    assert few.groups(("gender",)) == []
    assert "No group has enough persons" in draw_groups(few).title


def test_groups_are_those_that_were_asked_for(town: Town) -> None:
    asked = replace(town, asked=("gender", "node"))
    assert asked.dimensions == asked.plain == ("gender",)
    assert asked.groups(asked.dimensions) == ["gender=male", "gender=female"]


def test_a_share_whose_interval_goes_below_none_ends_at_none(world: Any) -> None:
    town = town_of(world, 3)
    values = town.outcomes.values.copy()
    values[:, 0, :, town.outcomes.measures.index("P0"), 0] = np.array([0.0, 0.0, 0.03])[:, None]
    rare = replace(town, outcomes=replace(town.outcomes, values=values))
    assert "0.0\xa0to" in town_table(rare).rows[0].cells[1]


def test_pictures_have_a_title_that_says_what_they_show(town: Town) -> None:
    assert "are poor in the base month" in draw_town(town).title
    assert "most are poor among" in draw_groups(town).title
