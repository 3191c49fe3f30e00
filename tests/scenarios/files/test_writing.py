"""What is written as YAML reads back as it was, whatever stands in the texts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.files.writing import estimate_lines, quoted, scalar, write_cluster


@pytest.mark.parametrize("name", cluster_ids())
def test_every_cluster_of_the_catalogue_is_the_same_after_writing(
    name: str, tmp_path: Path
) -> None:
    cluster = load_cluster(name)
    folder = tmp_path / name
    folder.mkdir()
    write_cluster(cluster.model_dump(mode="json"), folder)
    again = load_cluster(folder)
    assert [(k, e.low, e.high, e.kind) for k, e in again.estimates()] == [
        (k, e.low, e.high, e.kind) for k, e in cluster.estimates()
    ]


def test_a_written_file_explains_its_keys(tmp_path: Path) -> None:
    write_cluster(load_cluster("sialkot_surgical").model_dump(mode="json"), tmp_path)
    text = (tmp_path / "workers.yaml").read_text()
    assert "# home workers included, owners not [persons, 1 to 100,000,000]" in text
    assert max(len(line) for line in text.splitlines()) <= 100


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@given(TEXTS)
def test_any_text_reads_back_but_for_its_blanks(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}")["a"] == " ".join(text.split())


@given(
    st.floats(1e-6, 1e9) | st.integers(-5, 10**6) | st.sampled_from(["yes", "no", "share", "on"])
)
def test_a_scalar_reads_back_as_what_it_was(value: float | int | str) -> None:
    read = yaml.safe_load(f"a: {scalar(value)}")["a"]
    assert read == (pytest.approx(value, rel=1e-5) if isinstance(value, float) else value)


@given(TEXTS, TEXTS)
def test_an_estimate_reads_back(where: str, note: str) -> None:
    given_ = {
        **{"value": 0.5, "low": 0.25, "high": 0.75, "unit": "persons per firm", "year": 2011},
        **{"kind": "assumed", "source": "a2001, b2002", "where": where, "note": note},
    }
    lines = "\n".join(["a:", *estimate_lines(given_, "  ")])
    read = yaml.safe_load(lines)["a"]
    assert {key: read[key] for key in list(given_)[:7]} == {
        key: given_[key] for key in list(given_)[:7]
    }
    assert read.get("note", "") == " ".join(note.split())
