"""The page on speed is written from a measurement."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.page import PAGE, put, speed_table, wishes_table

ROWS = [
    {
        "yardstick": name,
        "workers": 5_000,
        "seconds": seconds,
        "ratio_to_ours": seconds / 0.0005,
        "bytes_per_worker": size,
    }
    for name, seconds, size in (
        ("ours", 0.0005, 311),
        ("ours_all_phases", 0.0006, 311),
        ("c", 0.0004, 311),
        ("plain_mesa", 0.05, ""),
    )
]


def test_the_tables_say_what_was_measured_and_what_is_not_met(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.read_text())
    wishes = wishes_table(ROWS, 314.0, {"1 thread": 3.5, "2 threads": 1.9}, 1.2)
    table = speed_table(ROWS, "Measured on a day:")
    put(page, {"speed": table, "wishes": wishes})
    written = page.read_text()
    assert "| C, shared part | 5,000 | 0.4 | 0.8 | 311 |" in written
    assert "1.25 to 1.25 times: met" in written
    assert "83 times at 5,000 adults: **not met**. C on the shared part is 125 times" in written
    assert "3.50 s on 1 thread, 1.90 s on 2 threads: met" in written
    between = written.split("<!-- speed -->")[1].split("<!-- end of speed -->")[0]
    assert between.strip() == table


def test_a_page_without_the_place_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("nothing")
    with pytest.raises(ValueError, match="no place for speed"):
        put(page, {"speed": "table"})
