"""The bibliography: read strictly, every entry justified, every entry used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.citations import cited_by_the_model
from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.sources.bibliography import (
    BYTES,
    REASONS,
    bibliography_path,
    project_sources,
    read_sources,
)

ENTRY = """% a comment
@article{nadvi1999,
  title = {The {Sialkot} cluster},
  author = {Nadvi, Khalid},
  year = {1999},
  url = {https://example.org/a, b},
  reason = {firms, value chain}
}
"""


def refused(text: str, tmp_path: Path) -> list[Problem]:
    path = tmp_path / "sources.bib"
    path.write_text(text)
    with pytest.raises(QuestionError) as caught:
        read_sources(path)
    return list(caught.value.problems)


def test_an_entry_is_read_with_all_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "sources.bib"
    path.write_text(ENTRY)
    source = read_sources(path)["nadvi1999"]
    assert source.title == "The {Sialkot} cluster"
    assert (source.author, source.year) == ("Nadvi, Khalid", 1999)
    assert source.address == "https://example.org/a, b"
    assert source.reasons == ("firms", "value chain")
    assert source.cite().startswith("Nadvi, Khalid (1999). The {Sialkot} cluster.")


@pytest.mark.parametrize("field", ["title", "author", "year", "reason"])
def test_an_entry_without_a_required_field_is_refused(field: str, tmp_path: Path) -> None:
    text = re.sub(rf"  {field} = .*\n", "", ENTRY)
    (problem,) = refused(text, tmp_path)
    assert problem.message == f"has no {field}"
    assert "nadvi1999" in problem.where


def test_an_entry_without_an_address_is_refused(tmp_path: Path) -> None:
    (problem,) = refused(re.sub(r"  url = .*\n", "", ENTRY), tmp_path)
    assert problem.message == "has no address"


def test_a_reason_outside_the_vocabulary_gets_the_nearest(tmp_path: Path) -> None:
    (problem,) = refused(ENTRY.replace("{firms,", "{firm,"), tmp_path)
    assert problem.nearest == "firms"


def test_an_unknown_field_gets_the_nearest(tmp_path: Path) -> None:
    problems = refused(ENTRY.replace("title =", "titel ="), tmp_path)
    assert "title" in {problem.nearest for problem in problems}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("@article", "@artcle", "is not accepted"),
        ("{1999}", "{99}", "'99' is not a year"),
        ("}\n}", "}\n  title = {again}\n}", "the field 'title' stands twice"),
        ("  year = {1999},", "  year: 1999", "is not understood"),
    ],
)
def test_a_line_out_of_form_is_refused(old: str, new: str, said: str, tmp_path: Path) -> None:
    problems = refused(ENTRY.replace(old, new), tmp_path)
    assert any(said in problem.message for problem in problems)


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    (problem,) = refused(ENTRY + ENTRY, tmp_path)
    assert problem.message == "the key 'nadvi1999' stands twice"


def test_all_problems_of_a_bibliography_come_at_once(tmp_path: Path) -> None:
    text = ENTRY.replace("{1999}", "{x}") + ENTRY.replace("nadvi1999", "b").replace("firms", "z")
    assert len(refused(text, tmp_path)) == 2


def test_a_bibliography_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(QuestionError):
        read_sources(tmp_path / "none.bib")


def test_a_bibliography_that_is_too_long_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "long.bib").write_bytes(b"%" * (BYTES + 1))
    with pytest.raises(QuestionError, match="too long for a bibliography"):
        read_sources(tmp_path / "long.bib")


def test_the_projects_bibliography_is_in_order_and_every_entry_has_reasons() -> None:
    sources = project_sources()
    assert len(sources) >= 20
    for source in sources.values():
        assert source.reasons
        assert set(source.reasons) <= set(REASONS)


def test_every_entry_of_the_bibliography_is_cited() -> None:
    """By a number of a cluster, by a rule or parameter, or by its key as a word in code, data or docs."""
    sources = project_sources()
    numbers = {
        key
        for identifier in cluster_ids()
        for _, estimate in load_cluster(identifier).estimates()
        for key in estimate.sources
    }
    cited = numbers | set(cited_by_the_model(sources)) | words_of_the_project()
    assert set(sources) - cited == set()


def words_of_the_project() -> set[str]:
    """Every word of the project's code, data and documents, the bibliography left out."""
    root = bibliography_path().parent
    rooms = ("model", "experiments", "scenarios", "conf", "docs")
    files = [path for room in rooms for path in root.glob(f"{room}/**/*")]
    texts = [path.read_text() for path in files if path.suffix in (".py", ".yaml", ".md")]
    return {word for text in texts for word in re.findall(r"\w+", text)}
