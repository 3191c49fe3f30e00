"""The record of an answer's folder, read back by the library that defines its form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from poverty_nodes.experiments.output.answer_files import CRATE
from poverty_nodes.experiments.output.crate import hash_of, write_crate

MANIFEST = {
    "verb": "compare",
    "version": "0.1.0",
    "code": "ab" * 32,
    "commit": "cd" * 20,
    "python": "3.11.9",
    "libraries": {"numpy": "2.4.6"},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small answer with a cluster of one's own and a figure."""
    made = tmp_path / "town-1"
    (made / "clusters" / "town").mkdir(parents=True)
    (made / "figures").mkdir()
    (made / "manifest.json").write_text(json.dumps(MANIFEST))
    (made / "question.yaml").write_text("verb: compare\ncluster: clusters/town\n")
    (made / "clusters" / "town" / "cluster.yaml").write_text("title: Town\n")
    (made / "winners.csv").write_text("scenario,group\n")
    (made / "figures" / "paths.svg").write_text("<svg/>")
    write_crate(made, "town-1")
    return made


def test_the_library_of_the_form_reads_every_file_and_what_made_it(folder: Path) -> None:
    rocrate = pytest.importorskip("rocrate.rocrate")
    crate = rocrate.ROCrate(folder)
    files = {each.id: each for each in crate.get_by_type("File")}
    assert set(files) == {
        "manifest.json", "question.yaml", "clusters/town/cluster.yaml", "winners.csv", "figures/paths.svg",
    }  # fmt: skip
    assert {name: each["sha256"] for name, each in files.items()} == {
        name: hash_of(folder / name) for name in files
    }
    (action,) = crate.get_by_type("CreateAction")
    assert action["instrument"].id == "#poverty-nodes"
    assert {each.id for each in action["object"]} == {"question.yaml", "clusters/town/cluster.yaml"}
    assert {each.id for each in action["result"]} == {
        "manifest.json",
        "winners.csv",
        "figures/paths.svg",
    }
    assert crate.name == "poverty-nodes compare: town-1"
    assert crate.license.id == "#terms"


def test_every_name_that_the_graph_points_to_stands_in_it(folder: Path) -> None:
    graph = json.loads((folder / CRATE).read_text())["@graph"]
    there = {each["@id"] for each in graph}
    assert len(there) == len(graph)
    outside = {"https://w3id.org/ro/crate/1.1", "http://schema.org/CompletedActionStatus"}
    assert _pointed_to(graph) - outside <= there


def test_an_answer_without_a_manifest_gets_no_record(tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("a\n")
    write_crate(tmp_path, "one")
    assert not (tmp_path / CRATE).exists()


def _pointed_to(value: object) -> set[str]:
    """All that stands as {"@id": NAME} alone, anywhere in it."""
    if isinstance(value, list):
        return set().union(*map(_pointed_to, value))
    if not isinstance(value, dict):
        return set()
    if set(value) == {"@id"}:
        return {value["@id"]}
    return set().union(*map(_pointed_to, value.values()))
