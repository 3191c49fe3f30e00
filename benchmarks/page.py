"""The tables of docs/performance.md, written from a measurement, so that no figure on the page is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

PAGE = Path("docs") / "performance.md"
NAMES = {
    "ours": "ours, shared part",
    "ours_all_phases": "ours, all phases",
    "c": "C, shared part",
    "plain_mesa": "Mesa objects, shared part",
}
Row = Mapping[str, object]


def speed_table(rows: Sequence[Row], measured: str) -> str:
    """When and where it was measured, and a row a yardstick and size."""
    lines = [
        measured,
        "",
        "| yardstick | adults | ms a month | times ours | bytes an adult |",
        "| --- | --: | --: | --: | --: |",
    ]
    for row in rows:
        milliseconds = float(f"{1e3 * float(str(row['seconds'])):.3g}")
        lines.append(
            f"| {NAMES[str(row['yardstick'])]} | {row['workers']:,} | {milliseconds:g} "
            f"| {float(str(row['ratio_to_ours'])):.3g} | {row['bytes_per_worker']} |"
        )
    return "\n".join(lines)


def wishes_table(
    rows: Sequence[Row], megabytes: float, slider: Mapping[str, float], moved: float
) -> str:
    """What was wished for and what the same measurement says of it."""
    found = {
        (str(row["yardstick"]), int(str(row["workers"]))): float(str(row["seconds"]))
        for row in rows
    }
    sizes = sorted(size for name, size in found if name == "ours")
    with_c = [found["ours", size] / found["c", size] for size in sizes if ("c", size) in found]
    with_mesa = [size for size in sizes if ("plain_mesa", size) in found]
    times = [found["plain_mesa", size] / found["ours_all_phases", size] for size in with_mesa]
    shared = [
        found["plain_mesa", size] / found["c", size] for size in with_mesa if ("c", size) in found
    ]
    middle, largest = min(sizes, key=lambda size: abs(size - 20_000)), sizes[-1]
    each = {
        (name, size): 1e9 * found[name, size] / size
        for name in ("ours_all_phases", "c")
        for size in (middle, largest)
        if (name, size) in found
    }
    growth = {
        name: each[name, largest] / each[name, middle] for name, size in each if size == middle
    }
    of_c = f". C on the shared part: {growth['c']:.2f} times" if "c" in growth else ""
    waits = ", ".join(f"{seconds:.2f} s on {workers}" for workers, seconds in slider.items())
    lines = ["| wish | measured |", "| --- | --- |"]
    if with_c:
        lines.append(
            "| at most 1.5 times C on the shared part "
            f"| {min(with_c):.2f} to {max(with_c):.2f} times: {met(max(with_c) <= 1.5)} |"
        )
    lines += [
        "| the whole month at least 100 times as fast as Mesa objects on the shared part "
        f"| {listed(times, '.0f')} times at {listed(with_mesa, ',')} adults: "
        f"{met(min(times) >= 100)}. C on the shared part is {listed(shared, '.0f')} times as fast |",
        f"| a worker-month at {largest:,} costs at most twice what it does at {middle:,} "
        f"| {each['ours_all_phases', largest]:.0f} against {each['ours_all_phases', middle]:.0f} nanoseconds, "
        f"{growth['ours_all_phases']:.2f} times: {met(growth['ours_all_phases'] <= 2)}{of_c} |",
        f"| 300,000 adults, 120 months, one core, under 2 GB | {megabytes:,.0f} MB: {met(megabytes < 2048)} |",
        "| 30 runs of 5,000 adults and 120 months within 2 s on two cores, warm "
        f"| {waits}: {met(min(slider.values()) <= 2)} |",
        "| the same question when one instrument is moved: 15 runs with micro-credit, the 15 without it kept "
        f"| {moved:.2f} s on 2 processes: {met(moved <= 2)} |",
    ]
    return "\n".join(lines)


def listed(numbers: Sequence[float], form: str) -> str:
    """Numbers in a form, with commas between."""
    return ", ".join(format(number, form) for number in numbers)


def met(is_met: bool) -> str:
    """Whether a wish is met, in words that can be seen."""
    return "met" if is_met else "**not met**"


def put(page: Path, blocks: Mapping[str, str]) -> None:
    """Replace what stands between `<!-- name -->` and `<!-- end of name -->`; ValueError if a pair is missing."""
    text = page.read_text(encoding="utf-8")
    for name, block in blocks.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        text, found = pattern.subn(lambda hit, block=block: f"{hit[1]}\n{block}\n\n{hit[2]}", text)
        if found != 1:
            raise ValueError(f"{page} has no place for {name}")
    page.write_text(text, encoding="utf-8")
