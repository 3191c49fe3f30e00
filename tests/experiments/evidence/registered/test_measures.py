"""The hash of a measure follows what it does, and not what is written about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.evidence.registered import measures


def hash_of(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The hash of a module of this text."""
    (tmp_path / "a_measure.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    measures._tree.cache_clear()
    return measures._bare("a_measure")


def test_texts_and_imports_do_not_move_it_and_numbers_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = hash_of("def size():\n    'How large.'\n    return 3\n", tmp_path, monkeypatch)
    told = "'A module.'\nimport os\ndef size():\n    'How large it is.'\n    return 3\n"
    assert hash_of(told, tmp_path, monkeypatch) == plain
    assert hash_of(told.replace("3", "4"), tmp_path, monkeypatch) != plain


def test_what_a_pattern_takes_from_another_counts_with_it() -> None:
    reached = measures._reached(measures.module_of("patterns/p03") or "")
    assert any(name.endswith("p01_export_insertion") for name in reached)
