"""Who works without pay: no zero among the pays, no worker of the model, and always told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.survey.conftest import build_of, refusal, small_town

FIRMS = [f"F{n},E,10" for n in range(12)]
PAID = [f"P{n},F{n % 12},{1 + n % 2},r,{2000 + n % 3}" for n in range(24)]
KIN = [f"K{n},F{n % 12},{1 + n % 2},k,0" for n in range(8)]


def with_kin(folder: Path, posts: str = "k: unpaid") -> Path:
    small_town(folder, [*PAID, *KIN], FIRMS)
    text = (folder / "map.yaml").read_text().replace("h: homework}", f"h: homework, {posts}}}")
    (folder / "map.yaml").write_text(text)
    return folder


def test_a_pay_of_nothing_is_not_told_to_be_left_empty_and_no_more(tmp_path: Path) -> None:
    said = refusal(with_kin(tmp_path, "k: casual"))
    assert "column 'pay': 0 is too low" in said
    assert "who works without pay is no zero among the pays" in said


def test_kin_are_in_neither_pay_nor_head_count(tmp_path: Path) -> None:
    """A quarter of those met are unpaid: so are, then, a quarter of the ten of each firm."""
    built = build_of(with_kin(tmp_path))
    assert built.findings.found["workers.regular_wage"].value == pytest.approx(2001.0)
    assert built.cluster.firms.mean_workers.exporter.value == pytest.approx(7.5)
    assert built.cluster.firms.mean_workers.exporter.kind == "derived"
    assert built.cluster.workers.total.value == pytest.approx(90.0)
    assert (
        "8 of 32 rows of workers.csv (25.0% by weight) work without pay" in built.weights.notes[0]
    )


def test_firms_that_say_how_many_they_do_not_pay_are_believed(tmp_path: Path) -> None:
    folder = with_kin(tmp_path)
    firms = "\n".join(
        ["unit,kind,staff,kin", *(f"{each},{4 if at % 2 else 2}" for at, each in enumerate(FIRMS))]
    )
    (folder / "firms.csv").write_text(firms)
    text = (
        (folder / "map.yaml").read_text().replace("workers: staff}", "workers: staff, unpaid: kin}")
    )
    (folder / "map.yaml").write_text(text)
    built = build_of(folder)
    assert built.cluster.firms.mean_workers.exporter.value == pytest.approx(7.0)
    assert "Head-counts of firms are without the 30.0% who work without pay." in built.weights.notes


def test_more_who_are_not_paid_than_workers_contradict_each_other(tmp_path: Path) -> None:
    folder = with_kin(tmp_path)
    (folder / "firms.csv").write_text(
        "\n".join(["unit,kind,staff,kin", *(f"{each},12" for each in FIRMS)])
    )
    text = (
        (folder / "map.yaml").read_text().replace("workers: staff}", "workers: staff, unpaid: kin}")
    )
    (folder / "map.yaml").write_text(text)
    assert "column 'kin': 12 of 10 workers are without pay; so do rows 3, 4" in refusal(folder)


def test_known_totals_are_of_who_is_paid(tmp_path: Path) -> None:
    folder = with_kin(tmp_path)
    (folder / "map.yaml").write_text(
        (folder / "map.yaml").read_text() + "totals: {workers: {post: {regular: 90, unpaid: 30}}}\n"
    )
    assert "totals of workers are of who is paid" in refusal(folder)


def test_kin_need_no_post_of_their_own(tmp_path: Path) -> None:
    """A flag alone is enough, and the column of posts may be empty for them."""
    folder = small_town(
        tmp_path, [f"{each},no" for each in PAID] + [f"K{n},F{n},1,,,yes" for n in range(6)], FIRMS
    )
    text = (
        (folder / "workers.csv")
        .read_text()
        .replace("person,unit,sex,job,pay", "person,unit,sex,job,pay,kin")
    )
    (folder / "workers.csv").write_text(text)
    mapping = (folder / "map.yaml").read_text().replace("pay: pay}", "pay: pay, unpaid: kin}")
    (folder / "map.yaml").write_text(mapping)
    built = build_of(folder)
    assert built.survey.workers.texts["id"] == [each.split(",")[0] for each in PAID]
