"""Packages beside each other: paired, each against none and each against each other, and in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from poverty_nodes.experiments.question.asked_packages import ask_packages
from poverty_nodes.experiments.side_by_side import words
from poverty_nodes.experiments.side_by_side.figures import draw_groups, draw_over_time, has_bands
from poverty_nodes.experiments.side_by_side.pair_words import pair_sentence
from poverty_nodes.experiments.side_by_side.side_by_side import (
    SideBySide,
    pairs_of,
    side_by_side,
)
from poverty_nodes.experiments.side_by_side.table import COLUMNS
from poverty_nodes.experiments.side_by_side.tables_of_page import beside_table, groups_table
from poverty_nodes.experiments.side_by_side.terms import differing, in_short, shared

SEEDS = range(1, 7)


@dataclass
class MadeByHand:
    """Runs by label and seed, which are there already."""

    found: dict[str, dict[int, Any]]

    def pairs(self, first: str, second: str) -> Any:
        for seed in self.found[first].keys() & self.found[second].keys():
            yield seed, self.found[first][seed], self.found[second][seed]

    def results(self, label: str) -> Any:
        for seed, result in self.found[label].items():
            yield 0, seed, result


def made(world: Any, **effects: float) -> SideBySide:
    """Towns whose packages have these effects; nothing is spent."""
    runs = {"without": {seed: world.town(seed, 500)[0] for seed in SEEDS}}
    for name, effect in effects.items():
        runs[name] = {seed: world.town(seed, 500, effect)[1] for seed in SEEDS}
    return side_by_side(
        MadeByHand(runs), dict.fromkeys(runs, world.terms()), ("gender", "contract")
    )  # type: ignore[arg-type]


def test_each_package_stands_against_none_and_against_each_before_it() -> None:
    assert pairs_of(["a", "b", "c"]) == [
        *(("a", "without"), ("b", "without"), ("c", "without")),
        *(("b", "a"), ("c", "a"), ("c", "b")),
    ]


def test_a_pair_is_the_difference_of_both_effects_in_each_group_to_the_last_digit(
    world: Any,
) -> None:
    table = made(world, slow=1.0, fast=2.0).packages
    assert tuple(table.columns) == COLUMNS
    effects = table[table["measure"].isin(["mean_welfare", "P0", "P1", "employment"])]
    wide = effects.pivot(
        index=["group", "measure"], columns=["package", "against"], values="effect"
    )
    apart = wide["fast", "without"] - wide["slow", "without"]
    assert len(wide) > 20
    assert (wide["fast", "slow"] - apart).abs().max() < 1e-9


def test_a_pair_is_told_more_closely_than_two_effects_that_are_not_paired(world: Any) -> None:
    table = made(world, slow=1.0, fast=1.1).packages
    rows = table[(table["group"] == "all") & (table["measure"] == "mean_welfare")]
    width = (rows["high"] - rows["low"]).to_numpy()
    assert width[2] < width[0]


def test_losers_come_before_gainers_and_both_before_the_mean(world: Any) -> None:
    found = made(world, slow=0.5, fast=4.0)
    told = words.answer(found)[0]
    assert told.index("casual workers") < told.index(" lose") < told.index("home workers")
    assert told.index("home workers") < told.index("poverty")


def test_packages_that_do_the_same_are_said_to(world: Any) -> None:
    found = made(world, one=1.0, other=1.0)
    assert "do the same" in words.answer(found)[0]


def test_packages_that_differ_by_luck_alone_cannot_be_told_apart(
    world: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = made(world, one=1.0, other=1.0)
    pair = found.comparisons["other", "one"]
    unsure = replace(
        pair,
        moved=0.1,
        headline=replace(pair.headline, change=-0.1, low=-0.5, high=0.3),
    )
    monkeypatch.setattr(type(unsure), "untouched", property(lambda self: False))
    beside = replace(found, comparisons={**found.comparisons, ("other", "one"): unsure})
    assert "cannot be told apart" in pair_sentence(beside, "other", "one")


def test_of_several_the_first_is_told_with_those_it_cannot_be_told_from(world: Any) -> None:
    found = made(world, small=0.1, large=6.0, larger=6.01)
    told = words.answer(found)[0]
    assert "Fewest are poor" in told or "cannot be told" in told
    assert "“small”" in told
    assert len(words.answer(found)) == 5


def test_tables_have_a_column_a_pair_and_a_row_a_group(world: Any) -> None:
    found = made(world, slow=1.0, fast=2.0)
    pairs = list(found.comparisons)
    beside = beside_table(found, pairs, "Beside")
    assert beside.heads == (
        "", "“slow” against none", "“fast” against none", "“fast” against “slow”",
    )  # fmt: skip
    assert all(len(row.cells) in (0, 3) for row in beside.rows)
    groups = groups_table(found, pairs, "Groups")
    assert {"women", "home workers", "poorest tenth"} <= {row.head for row in groups.rows}
    assert all(len(row.cells) + 1 == len(groups.heads) for row in groups.rows if row.cells)


def test_terms_that_differ_are_told_and_those_that_are_alike_are_counted() -> None:
    asked = ask_packages(
        ["packages.slow=[labour_standards]", "packages.fast=[labour_standards,child_care]",
         "packages.slow.policy.labour_standards.wage_floor={1:1.0,13:1.2}",
         "packages.fast.policy.labour_standards.wage_floor=1.2"]
    )  # fmt: skip
    questions = asked.questions
    found = {(title, what.partition(",")[0]): each for title, what, each in differing(questions)}
    assert found["Child care", "the policy"] == {"slow": "not in it", "fast": "in it"}
    floors = found["Labour standards", "least wage"]
    assert floors["slow"].endswith("1.2 times the regular wage at the base from month 13")
    assert floors["fast"] == "1.2 times the regular wage at the base"
    assert "28 of its 29 terms are alike" in shared(questions)
    assert "“fast” is" in in_short(questions)


def test_the_whole_way_is_told_besides_the_end(world: Any) -> None:
    found = made(world, slow=1.0, fast=3.0)
    told = words.answer(found)[1]
    assert "Over all 6 months and not at the end alone" in told
    assert "whatever the luck) more of the poverty gap is closed" in told
    assert "more is consumed" in told


def test_one_seed_has_levels_and_no_interval(world: Any) -> None:
    found = made(world, slow=1.0, fast=3.0)
    one = MadeByHand({"without": {}, "slow": {}, "fast": {}})
    for label, effect in (("without", 0.0), ("slow", 1.0), ("fast", 3.0)):
        one.found[label][1] = world.town(1, 500, effect)[0 if label == "without" else 1]
    single = side_by_side(one, dict.fromkeys(one.found, world.terms()), ("gender",))  # type: ignore[arg-type]
    assert words.answer(single)[0].startswith("In the one seed that was run")
    cells = [cell for row in beside_table(single, list(found.comparisons), "").rows for cell in row.cells]  # fmt: skip
    assert "not told by one seed" in cells
    assert not any("nan" in cell for cell in cells)


def test_many_packages_are_drawn_without_bands_of_levels_and_named_in_the_legend(
    world: Any,
) -> None:
    few, many = (
        made(world, **{f"dose_{number}": float(number) for number in range(1, last)})
        for last in (3, 6)
    )
    assert has_bands(few)
    assert not has_bands(many)
    assert "with “dose 1”" in draw_over_time(few).title
    title = draw_over_time(many).title
    assert "with the packages" in title
    assert "“" not in title
    assert b"<svg" in draw_groups(many).svg
