"""What a validation found is kept with the columns that the pages read."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from poverty_nodes.experiments.evidence.harness.kept_table import kept, kept_lines, not_judged
from poverty_nodes.experiments.evidence.ledger.keep import KEPT, keep


def test_tables_that_were_made_are_kept_and_others_stay(tmp_path: Path) -> None:
    folder, docs = tmp_path / "run", tmp_path / "docs"
    folder.mkdir()
    docs.mkdir()
    row = dict.fromkeys((*KEPT["ledger"][1], "title"), 1.23456)
    pd.DataFrame([row]).to_csv(folder / "ledger.csv", index=False)
    pd.DataFrame(columns=list(KEPT["paper"][1])).to_csv(folder / "paper.csv", index=False)
    assert keep(folder, docs) == ["evidence_before.csv"]
    found = pd.read_csv(docs / "evidence_before.csv")
    assert tuple(found.columns) == KEPT["ledger"][1]
    assert found["value"].tolist() == [1.235]


def test_every_table_that_is_kept_has_the_columns_that_are_read() -> None:
    for name, columns in KEPT.values():
        assert tuple(kept(f"{name}.csv").columns) == columns, name


def test_what_is_kept_reads_as_a_table_and_says_what_is_missing() -> None:
    table = kept("evidence_before.csv")
    lines = kept_lines(table, "pattern")
    assert lines[0].startswith("| pattern | statistic |")
    assert len(lines) == 2 + len(table)
    assert not_judged(table, ["p98", *table["pattern"]]) == "Not judged yet: p98."
