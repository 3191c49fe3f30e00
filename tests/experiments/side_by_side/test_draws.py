"""Whatever is not known: each pair of packages under the same draws of the inputs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.question.asked_packages import ask_packages
from poverty_nodes.experiments.question.question import measured
from poverty_nodes.experiments.side_by_side import words
from poverty_nodes.experiments.side_by_side.draws import (
    OverDraws,
    differences_table,
    drawn_scenarios,
)
from poverty_nodes.experiments.side_by_side.tables_of_page import draws_table
from poverty_nodes.experiments.uncertainty.readings import Readings
from tests.experiments.side_by_side.test_side_by_side import SEEDS, made

BOTH = ("packages.slow=[labour_standards]", "packages.fast=[labour_standards]",
        "packages.fast.policy.labour_standards.wage_floor=1.3", "policy.labour_standards.start=1",
        "months=2", "seeds=2", "scale=0.006", "window=1", "outcomes=[P0]")  # fmt: skip


@pytest.fixture
def over(world: Any) -> tuple[Any, OverDraws]:
    """Packages of which the second is a point worse in one draw, and two better in another."""
    found = made(world, slow=1.0, fast=1.0)
    base = np.tile(np.array([[0.2], [0.3]]), (1, len(SEEDS)))[:, :, None]
    apart = np.array([0.01, -0.02])[:, None, None]
    values = {"without": base, "slow": base, "fast": base + apart}
    readings = Readings(measured(["P0"]), (1, 2), tuple(SEEDS), values)
    table = differences_table(found, readings, tuple(SEEDS))
    return found, OverDraws(table, None, None)  # type: ignore[arg-type]


def test_a_pair_differs_by_what_its_worlds_differ_in_the_same_draw(
    over: tuple[Any, OverDraws],
) -> None:
    row = over[1].of(("fast", "slow"))
    assert row is not None
    assert (row["draws"], round(row["inputs_low"], 9), round(row["inputs_high"], 9)) == (
        2, -0.02, 0.01,
    )  # fmt: skip
    assert row["value"] == 0.0
    alone = over[1].of(("slow", "without"))
    assert alone is not None
    assert alone["inputs_low"] == alone["inputs_high"] == 0.0
    assert over[1].of(("fast", "slow"), "earnings") is None


def test_the_answer_says_how_far_what_is_not_known_goes(over: tuple[Any, OverDraws]) -> None:
    found, drawn = over
    told = " ".join(words.answer(found, drawn))
    assert "Whatever is not known (range of 2 draws of the inputs), the headcount is" in told
    assert "2.0 points lower to 1.0 points higher with “fast” than with “slow”" in told
    assert "draws=40" not in told
    assert "draws=40" in " ".join(words.answer(found))


def test_the_table_has_each_pair_with_both_certainties(over: tuple[Any, OverDraws]) -> None:
    table = draws_table(over[1])
    heads = [row.head for row in table.rows if row.tone == "section"]
    assert heads == ["“slow” against none", "“fast” against none", "“fast” against “slow”"]
    assert "range of 2 draws" in table.heads[-1]
    assert all(len(row.cells) in (0, 3) for row in table.rows)


def test_all_packages_have_the_same_draws() -> None:
    scenarios, worlds = drawn_scenarios(ask_packages([*BOTH, "draws=3"]))
    kept = set(worlds.by_draw) - {0}
    assert set(scenarios) == {
        (label, draw) for label in ("without", "slow", "fast") for draw in kept
    }
    for draw in kept:
        towns = {
            replace(scenarios[label, draw], policies=()).fingerprint()
            for label in ("without", "slow", "fast")
        }
        assert len(towns) == 1


@pytest.mark.slow
def test_draws_leave_their_tables_and_a_part_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["compare", *BOTH, "draws=2", "uncertain=[households.size]"]) == 0
    assert "Whatever is not known" in capsys.readouterr().out
    (folder,) = Path("outputs/compare").iterdir()
    table = pd.read_csv(folder / "uncertainty.csv")
    assert table["draws"].tolist() == [2, 2, 2]
    assert pd.read_csv(folder / "draws.csv")["draw"].tolist() == [1, 2]
    page = (folder / "report.html").read_text()
    assert "With numbers that nobody knows at other values" in page
    assert "is whoever then lives in the cluster" in page
