"""The yardsticks do the same work, and ours stays near what C takes."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.c_month import CMonth, compiler
from benchmarks.clock import Timing, compiled_timings, mesa_run, our_means
from benchmarks.figure import draw
from benchmarks.shared_month import Measures, SharedMonth
from benchmarks.speed import COLUMNS, markdown, table, write
from benchmarks.town import Town, town

needs_c = pytest.mark.skipif(compiler() is None, reason="no C compiler on this machine")
MOST = 5.0
"""Times C beyond which something is wrong: measured ratios are below two, a tenfold slowdown is far above."""


@pytest.fixture(scope="module")
def small() -> Town:
    return town(2_000)


@needs_c
@pytest.mark.slow
def test_a_year_in_c_is_ours_number_by_number(small: Town) -> None:
    ours, theirs = small.copy(), small.copy()
    here, there = (Measures(each, small.line, small.lines) for each in (ours, theirs))
    month, in_c = SharedMonth(), CMonth(theirs, there)
    for _ in range(12):
        month.advance(ours)
        here.take(ours)
        in_c.advance()
    for name in ("firms", "workers", "households", "buyers", "places"):
        mine, other = getattr(ours, name), getattr(theirs, name)
        for field in mine.dtype.names:
            np.testing.assert_allclose(
                other[field], mine[field], rtol=1e-9, atol=1e-9, err_msg=field
            )
    np.testing.assert_allclose(there.cells, here.cells, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(there.whole, here.whole, rtol=1e-9, atol=1e-12)


@needs_c
@pytest.mark.slow
def test_the_month_takes_no_multiple_of_what_c_takes(small: Town) -> None:
    seconds = {each.yardstick: each.seconds for each in compiled_timings(small, 12, 5)}
    assert seconds["ours"] < MOST * seconds["c"]


@pytest.mark.slow
def test_the_objects_of_a_mesa_user_live_through_the_same_year_on_average(small: Town) -> None:
    """Luck is drawn in another way, so means over a few seeds agree and single runs do not."""
    runs = [mesa_run(small, 12, seed)["means"] for seed in (1, 2, 3, 4)]
    lived = [our_means(under(small, seed), 12) for seed in (1, 2, 3, 4)]
    for name in lived[0]:
        theirs = np.mean([run[name] for run in runs])  # type: ignore[index]
        assert theirs == pytest.approx(np.mean([run[name] for run in lived]), rel=0.08), name


def under(small: Town, seed: int) -> Town:
    """The same month 0, to be lived through with the luck of another seed."""
    state = small.copy()
    state.seed = seed
    return replace(small, state=state)


def test_a_town_is_as_large_as_asked(small: Town) -> None:
    assert small.workers == pytest.approx(2_000, rel=0.1)
    assert small.bytes_per_worker > small.state.workers.dtype.itemsize


def test_the_table_says_how_many_times_ours_each_takes(tmp_path: Path) -> None:
    timings = [
        Timing("ours", 5_000, 24, 300.0, [0.002, 0.001, 0.0015]),
        Timing("c", 5_000, 24, 300.0, [0.001, 0.001, 0.0011]),
        Timing("plain_mesa", 5_000, 3, float("nan"), [0.3]),
    ]
    rows = table(timings)
    with write(rows, tmp_path).open() as file:
        kept = list(csv.DictReader(file))
    assert tuple(kept[0]) == COLUMNS
    assert [row["ratio_to_ours"] for row in kept] == ["1", "0.6667", "200"]
    assert kept[2]["bytes_per_worker"] == ""
    assert "| plain_mesa | 5,000 | 300.00 | 200 |  |" in markdown(rows)
    assert draw(rows, tmp_path).stat().st_size > 10_000
