"""`python -m benchmarks.speed`: the month beside its yardsticks, and how its cost grows with the size of the town.

Three ways of writing the same month start from the same month 0 of a real cluster: ours, C compiled with -O3
-march=native, and objects as a Mesa user would write them. Rounds alternate and medians are taken, in CPU time of one
thread; what counts is the ratio in one run, seconds are for the record. Writes outputs/bench/bench.csv and a figure.
"""

from __future__ import annotations

import argparse
import csv
import math
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.clock import Timing, compiled_timings, mesa_timing
from benchmarks.figure import draw
from benchmarks.large import peak_megabytes
from benchmarks.page import PAGE, put, speed_table, wishes_table
from benchmarks.slider import answer_seconds, moved_seconds
from benchmarks.town import town

COLUMNS = (
    "yardstick",
    "workers",
    "months",
    "seconds",
    "ratio_to_ours",
    "bytes_per_worker",
    "threads",
)
SIZES = (5_000, 20_000, 50_000, 200_000)
LARGEST = 2_000_000
MESA_MOST = 50_000
"""Above this size objects take minutes and tell nothing new."""
FOLDER = Path("outputs") / "bench"


def measure(sizes: Iterable[int], rounds: int) -> list[Timing]:
    """All yardsticks on towns of these sizes."""
    timings = []
    for size in sizes:
        place = town(size)
        months = max(2, min(24, 400_000 // size))
        timings += compiled_timings(place, months, rounds)
        if size <= MESA_MOST:
            timings.append(mesa_timing(place, 3 if size <= 10_000 else 2, min(rounds, 3)))
        for timing in timings[-4:]:
            if timing.workers == place.workers:
                print(
                    f"  {timing.yardstick:16s} {1e3 * timing.seconds:10.3f} ms a month", flush=True
                )
    return timings


def table(timings: Sequence[Timing]) -> list[dict[str, object]]:
    """Rows of bench.csv: seconds of CPU time a month, and how many times ours that is at the same size."""
    ours = {each.workers: each.seconds for each in timings if each.yardstick == "ours"}
    return [
        {
            "yardstick": each.yardstick,
            "workers": each.workers,
            "months": each.months,
            "seconds": f"{each.seconds:.6g}",
            "ratio_to_ours": f"{each.seconds / ours[each.workers]:.4g}",
            "bytes_per_worker": whole(each.bytes_per_worker),
            "threads": 1,
        }
        for each in timings
    ]


def whole(number: float) -> str:
    """A whole number, or nothing where it was not measured."""
    return "" if math.isnan(number) else f"{number:.0f}"


def write(rows: Sequence[dict[str, object]], folder: Path) -> Path:
    """bench.csv in a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "bench.csv"
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    return path


def markdown(rows: Sequence[dict[str, object]]) -> str:
    """The table of docs/performance.md."""
    lines = [
        "| yardstick | adults | ms a month | times ours | bytes an adult |",
        "| --- | --: | --: | --: | --: |",
    ]
    for row in rows:
        milliseconds = 1e3 * float(str(row["seconds"]))
        lines.append(
            f"| {row['yardstick']} | {row['workers']:,} | {milliseconds:,.2f} | {row['ratio_to_ours']} "
            f"| {row['bytes_per_worker']} |"
        )
    return "\n".join(lines)


def machine() -> str:
    """Python and the libraries that decide the figures."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("numba", "numpy", "mesa"))
    return f"Python {platform.python_version()}, {libraries}, {platform.machine()}"


def main(arguments: Sequence[str]) -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=list(SIZES), help="adults of the towns"
    )
    parser.add_argument(
        "--rounds", type=int, default=5, help="alternating rounds of each yardstick"
    )
    parser.add_argument(
        "--quick", action="store_true", help="leave out the largest towns and the slider"
    )
    parser.add_argument("--output", type=Path, default=FOLDER)
    parser.add_argument(
        "--page", action="store_true", help="write the tables into docs/performance.md"
    )
    given = parser.parse_args(arguments)
    if given.page and given.quick:
        parser.error("the page has the largest towns and the slider too: --page without --quick")
    sizes = given.sizes if given.quick else [*given.sizes, LARGEST]
    timings = measure(sizes, given.rounds)
    rows = table(timings)
    path = write(rows, given.output)
    print(markdown(rows), f"\n{machine()}")
    if not given.quick:
        megabytes, slider = peak_megabytes(300_000, 120), answer_seconds()
        print(f"300,000 adults, 120 months, one core: peak memory {megabytes:,.0f} MB")
        for workers, seconds in slider.items():
            print(f"30 runs of 5,000 adults and 120 months, {workers}: {seconds:.2f} s")
        moved = moved_seconds()
        print(f"15 of them with micro-credit, those without it kept, 2 processes: {moved:.2f} s")
        if given.page:
            when = f"Measured on {date.today().isoformat()}, load {os.getloadavg()[0]:.1f} at the end, {machine()}:"
            blocks = {
                "speed": speed_table(rows, when),
                "wishes": wishes_table(rows, megabytes, slider, moved),
            }
            put(PAGE, blocks)
    print(f"written: {path}, {draw(rows, given.output)}")


if __name__ == "__main__":
    main(sys.argv[1:])
