"""The main job from the command line, small: what a policy designer types and what she finds."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from poverty_nodes.experiments.command.cli import main

SMALL = ("scale=0.02", "months=8", "seeds=2", "window=4")
PACKAGE = ("policy.micro_credit.start=2", "policy.labour_standards.start=2")
FILES = (
    "question.yaml", "manifest.json", "outcomes.parquet", "winners.csv", "transitions.csv",
    "cost.csv", "nodes.csv", "failures.csv", "report.html",
)  # fmt: skip


def ask(folder: Path, *words: str) -> Path:
    """Ask a small question into a folder and give back the folder of its files."""
    status = main(["compare", *SMALL, *words, f"output={folder}", f"store={folder / 'store'}"])
    assert status == 0
    (found,) = (folder / "compare").iterdir()
    return found


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the default question, answered with one worker."""
    return ask(tmp_path_factory.mktemp("one"), *PACKAGE, "workers=1")


def test_every_file_that_is_promised_is_there(finished: Path) -> None:
    assert [name for name in FILES if not (finished / name).is_file()] == []
    assert list((finished / "figures").glob("*.svg"))
    assert not list((finished / "figures").glob("*.png")), "only who asks for PNG waits for it"


def test_the_report_stands_alone_without_a_network(finished: Path) -> None:
    page = (finished / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)\s*=\s*["']?https?:""", page)
    assert "@import" not in page


def test_one_worker_and_two_give_the_same_tables_byte_for_byte(
    finished: Path, tmp_path: Path
) -> None:
    other = ask(tmp_path, *PACKAGE, "workers=2")
    for name in FILES:
        if name not in ("report.html", "manifest.json"):
            assert (finished / name).read_bytes() == (other / name).read_bytes(), name


def test_money_is_conserved_in_every_run(finished: Path) -> None:
    import poverty_nodes.experiments.runs.store.disk as disk

    keys = [
        key for _, _, key in json.loads((finished / "manifest.json").read_text())["runs"]["keys"]
    ]
    store = disk.Store(finished.parents[1] / "store")
    found = [result.conservation for _, result in store.iterate(keys)]
    assert len(found) == 4
    assert max(found) < 1e-9


def test_the_same_question_again_takes_its_runs_from_the_store(
    finished: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (finished / "winners.csv").read_bytes()
    ask(finished.parents[1], *PACKAGE, "workers=1")
    assert "runs in" not in capsys.readouterr().err
    assert (finished / "winners.csv").read_bytes() == before


def test_a_package_of_nothing_changes_nobody(tmp_path: Path) -> None:
    nothing = ("policy=[micro_credit]", "policy.micro_credit.take_up=0.0")
    found = ask(tmp_path, *nothing, "policy.micro_credit.start=2", "workers=2")
    with (found / "winners.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert {float(row["mean_change"]) for row in rows if row["mean_change"]} == {0.0}
