"""Tables in a terminal: as wide as it is, wrapped between words, and no word cut."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.output.terminal_table import NARROWEST, WIDEST, as_table

CHECK = {"component": "womens_technical_training", "group": "social_group=majority", "eligible": "73,650",
         "reached": "100", "$/month": "90,000", "first felt": "12", "bites": "yes"}  # fmt: skip
STORE = {"id": "a" * 10, "runs": "1,234", "label": "with", "cluster": "central_java_rooftiles",
         "about": "micro_credit, womens_technical_training and home_worker_inclusion over 60 months",
         "made": "2026-11-30 16:35"}  # fmt: skip
LONG = {"id": "shock.child_labour_agreement.monitored", "title": "share of home work " * 9}
WIDTHS = (60, 80, 100, 132, 200)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("row", [CHECK, STORE, LONG], ids=["check", "store", "terms"])
def test_no_word_is_cut_and_no_line_is_wider_than_the_terminal(
    row: dict[str, str], columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    table = as_table([row, row])
    assert max(map(len, table.splitlines())) <= min(max(columns, NARROWEST), WIDEST)
    words = table.replace(";", " ").split()
    for cell in row.values():
        for word in cell.split():
            assert word in words, (word, table)


def test_a_wide_terminal_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    found, row = {}, {"id": "shock.flood", "title": "what is said of it " * 12}
    for columns in (80, 150):
        monkeypatch.setenv("COLUMNS", str(columns))
        found[columns] = as_table([row, row])
    assert len(found[150].splitlines()) < len(found[80].splitlines())
    assert max(map(len, found[150].splitlines())) > 100


def test_without_an_id_what_stands_below_a_row_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert "eligible 73,650; reached 100" in " ".join(as_table([CHECK, CHECK]).split())
