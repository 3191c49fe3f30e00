"""How many rows a survey needs, and what is told when it has fewer, or none of a kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.scenarios.errors import QuestionError
from tests.scenarios.survey.conftest import build_of, refusal, small_town

EIGHT = [f"P{n},F{n % 3},{1 + n % 2},{'crph'[n % 4]},{2000 + n}" for n in range(8)]


def test_a_survey_of_specialists_alone_is_told_that_nobody_sells_the_product(
    tmp_path: Path,
) -> None:
    firms = [f"F{n},S,5" for n in range(3)]
    said = refusal(small_town(tmp_path, EIGHT, firms, "fewest: 2\n"))
    assert (
        "firms.csv, column 'kind': gives firms.tier_share.exporter, and nobody sells the product"
        in said
    )


def test_eight_workers_in_all_are_refused_in_words_of_the_files(tmp_path: Path) -> None:
    said = refusal(small_town(tmp_path, EIGHT, [f"F{n},E,5" for n in range(3)]))
    assert said.startswith("1 problem:")
    assert "firms.csv: has 3 firms, and no number is taken from fewer than 10 rows" in said


def test_few_firms_of_a_tier_still_add_up_to_the_workers(tmp_path: Path) -> None:
    """Three exporters of 200 among thirty subcontractors of 5: their size is not that of another place."""
    firms = [*(f"F{n},E,200" for n in range(3)), *(f"V{n},V,5" for n in range(30))]
    built = build_of(small_town(tmp_path, EIGHT, firms))
    size = built.cluster.firms.mean_workers.exporter
    assert (size.value, size.low, size.high, size.kind) == (200.0, 100.0, 400.0, "derived")


@pytest.mark.parametrize(("weight", "said"), [("0", "is too low"), ("", "is missing")])
def test_a_row_without_weight_has_one_and_the_same_remedy(
    tmp_path: Path, weight: str, said: str
) -> None:
    folder = small_town(tmp_path, EIGHT, [f"F{n},E,5,{weight}" for n in range(12)])
    text = (folder / "firms.csv").read_text().replace("unit,kind,staff", "unit,kind,staff,wt")
    (folder / "firms.csv").write_text(text)
    mapping = (
        (folder / "map.yaml").read_text().replace("workers: staff}", "workers: staff, weight: wt}")
    )
    (folder / "map.yaml").write_text(mapping)
    with pytest.raises(QuestionError, match=said) as caught:
        build_of(folder)
    assert "next: correct it, or take the rows out of the file" in str(caught.value)
    assert "leave the cell empty" not in str(caught.value)
