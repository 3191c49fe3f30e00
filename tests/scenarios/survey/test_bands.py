"""Head-counts and pays that were asked in bands are numbers between two ends, and their range says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.survey.conftest import build_of, refusal, small_town

FIRMS = [*(f"F{n},E,6-9" for n in range(15)), *(f"V{n},E,1-5" for n in range(15)), "G1,E,40"]
PEOPLE = [f"P{n},F{n % 15},1,r,{'low' if n % 3 else 3000}" for n in range(45)]


def in_bands(folder: Path, bands: str, of_pay: str = "") -> Path:
    small_town(folder, PEOPLE, FIRMS)
    text = (folder / "map.yaml").read_text()
    text = text.replace("workers: staff}\n", f"workers: staff}}\n  bands: {{workers: {bands}}}\n")
    text = text.replace(
        "pay: pay}\n", f"pay: pay}}\n  bands: {{pay: {of_pay or '{low: [1000, 1000]}'}}}\n"
    )
    (folder / "map.yaml").write_text(text)
    return folder


def test_the_range_of_a_head_count_in_bands_reaches_from_their_lowest_to_their_highest(
    tmp_path: Path,
) -> None:
    built = build_of(in_bands(tmp_path, "{1-5: [1, 5], 6-9: [6, 9]}"))
    size = built.cluster.firms.mean_workers.exporter
    assert size.value == pytest.approx((15 * 54**0.5 + 15 * 5**0.5 + 40) / 31, rel=1e-4)
    assert size.low < (15 * 6 + 15 * 1 + 40) / 31
    assert size.high > (15 * 9 + 15 * 5 + 40) / 31
    assert size.kind == "derived"
    assert built.cluster.workers.total.low < 15 * 7 + 40


def test_pay_in_bands_widens_the_wage(tmp_path: Path) -> None:
    built = build_of(in_bands(tmp_path, "{1-5: [1, 5], 6-9: [6, 9]}", "{low: [500, 2000]}"))
    wage = built.findings.found["workers.regular_wage"]
    assert wage.value == pytest.approx((30 * 1000 + 15 * 3000) / 45)
    assert wage.low < (30 * 500 + 15 * 3000) / 45
    assert wage.high > (30 * 2000 + 15 * 3000) / 45


def test_a_cell_that_is_no_band_and_no_number_is_told(tmp_path: Path) -> None:
    said = refusal(in_bands(tmp_path, "{1-5: [1, 5]}"))
    assert "firms.csv: row 2, column 'staff': '6-9' is no band and no number" in said
    assert "firms.bands.workers in map.yaml" in said
