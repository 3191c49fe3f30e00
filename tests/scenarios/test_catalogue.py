"""The catalogue: every cluster loads, is sourced and is found by name; other names are helped."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import poverty_nodes.scenarios as scenarios
from poverty_nodes.scenarios.catalogue import (
    CATALOGUE,
    cluster_ids,
    known_sources,
    list_clusters,
    load_cluster,
)
from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.description.groups import is_id
from poverty_nodes.scenarios.errors import Problem, QuestionError
from poverty_nodes.scenarios.files.reading import SECTIONS
from poverty_nodes.scenarios.sources.bibliography import project_sources

Spoil = Callable[[str, str, str], None]
Refusal = Callable[[], tuple[Problem, ...]]


def test_the_catalogue_is_not_empty_and_every_folder_is_an_entry() -> None:
    folders = sorted(path.name for path in CATALOGUE.iterdir() if path.is_dir())
    assert "sialkot_surgical" in cluster_ids()
    assert cluster_ids() == folders


@pytest.mark.parametrize("identifier", cluster_ids())
def test_every_cluster_loads_under_its_own_name_with_notes(identifier: str) -> None:
    cluster = load_cluster(identifier)
    assert cluster.cluster.id == identifier
    assert (CATALOGUE / identifier / "NOTES.md").is_file()
    ids = [identifier, *(buyer.id for buyer in cluster.chain.buyers)]
    assert all(is_id(name) for name in ids)


@pytest.mark.parametrize("identifier", cluster_ids())
def test_every_number_has_a_range_around_it_and_sources_that_exist(identifier: str) -> None:
    numbers = dict(load_cluster(identifier).estimates())
    assert len(numbers) > 70
    for key, number in numbers.items():
        assert number.low <= number.value <= number.high, key
        assert number.low < number.high, key
        assert set(number.sources) <= set(project_sources()), key
        assert number.where or number.kind == "assumed", f"{key} does not say where it stands"


@pytest.mark.parametrize("identifier", cluster_ids())
def test_the_walk_finds_every_number_of_the_files(identifier: str) -> None:
    def count(data: object) -> int:
        if isinstance(data, dict):
            return 1 if "value" in data else sum(count(below) for below in data.values())
        return sum(count(below) for below in data) if isinstance(data, list) else 0

    files = [CATALOGUE / identifier / f"{section}.yaml" for section in SECTIONS]
    written = sum(count(yaml.safe_load(file.read_text())) for file in files)
    walked = list(load_cluster(identifier).estimates())
    assert len(walked) == written
    assert all(isinstance(number, Estimate) for _, number in walked)


def test_shares_of_measured_derived_and_assumed_sum_to_one() -> None:
    for entry in list_clusters():
        assert entry.measured + entry.derived + entry.assumed == pytest.approx(1.0)
        assert entry.measured > 0
    kinds = load_cluster("sialkot_surgical").provenance()
    assert sum(kinds.values()) == pytest.approx(1.0)


def test_a_list_entry_says_what_the_cluster_is() -> None:
    entry = next(entry for entry in list_clusters() if entry.id == "sialkot_surgical")
    assert (entry.country, entry.base_year, entry.phase) == ("Pakistan", 2011, "mature")
    assert "Sialkot" in entry.title


@pytest.mark.parametrize(
    ("name", "nearest"), [("sialkot_surgicl", "sialkot_surgical"), ("zzz", ""), ("", "")]
)
def test_an_unknown_id_is_refused_with_the_nearest_name(name: str, nearest: str) -> None:
    with pytest.raises(QuestionError) as caught:
        load_cluster(name)
    (problem,) = caught.value.problems
    assert problem.nearest == nearest
    assert "sialkot_surgical" in problem.accepted
    assert problem.remedy == "poverty-nodes list clusters"


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for name in (tmp_path / "none", str(tmp_path / "none.yaml"), "none.yaml"):
        with pytest.raises(QuestionError, match="no such file"):
            load_cluster(name)


def test_a_cluster_in_one_file_is_the_same_as_in_a_folder(folder: Path, tmp_path: Path) -> None:
    sections = {p.stem: yaml.safe_load(p.read_text()) for p in folder.glob("*.yaml")}
    del sections["second_reading"]  # about the numbers, and none of them
    single = tmp_path / "mine.yaml"
    single.write_text(yaml.safe_dump(sections))
    assert load_cluster(single) == load_cluster(folder) == load_cluster("sialkot_surgical")


def test_a_wrong_key_in_one_file_is_told_with_its_section_and_line(
    folder: Path, tmp_path: Path
) -> None:
    sections = {p.stem: yaml.safe_load(p.read_text()) for p in folder.glob("*.yaml")}
    sections["firm"] = sections.pop("firms")
    sections["households"]["sizes"] = 1
    sections["places"] = 3
    single = tmp_path / "mine.yaml"
    single.write_text(yaml.safe_dump(sections))
    with pytest.raises(QuestionError) as caught:
        load_cluster(single)
    text = str(caught.value)
    assert "mine.yaml: firms: is missing" in text
    assert "did you mean 'firms'?" in text
    assert re.search(r"mine.yaml: households.sizes \(line \d+\): is not a key here", text)
    assert re.search(r"mine.yaml: places \(line \d+\): holds no keys", text)


def test_a_missing_section_and_a_file_that_is_none_are_both_told(
    folder: Path, refusal: Refusal
) -> None:
    (folder / "chain.yaml").rename(folder / "chains.yaml")
    text = str(QuestionError(refusal()))
    assert "chain: is missing" in text
    assert "did you mean 'chain'?" in text


def test_a_folder_under_another_name_than_its_id_is_refused(folder: Path) -> None:
    other = folder.rename(folder.parent / "lahore_surgical")
    with pytest.raises(QuestionError, match="is not the name of the folder"):
        load_cluster(other)


def test_a_users_own_bibliography_is_read_beside_the_projects(folder: Path, spoil: Spoil) -> None:
    spoil("firms", "ap2006, page2007", "mine2024")
    with pytest.raises(QuestionError, match="'mine2024' is not in"):
        load_cluster(folder)
    (folder / "sources.bib").write_text(
        "@misc{mine2024,\n  title = {My count},\n  author = {Office},\n  year = {2024},\n"
        "  address = {unpublished},\n  reason = {firms}\n}\n"
    )
    assert load_cluster(folder).firms.total.sources == ("mine2024",)


def test_a_changed_file_is_read_again(folder: Path, spoil: Spoil) -> None:
    assert load_cluster(folder).firms.total.value == 2000
    spoil("firms", "value: 2000", "value: 2010")
    os.utime(folder / "firms.yaml", ns=(1, 1))
    assert load_cluster(folder).firms.total.value == 2010


def test_a_description_cannot_be_changed_in_place() -> None:
    cluster = load_cluster("sialkot_surgical")
    with pytest.raises(ValueError, match="frozen"):
        cluster.firms.total.value = 1.0  # type: ignore[misc]


def test_a_cluster_is_read_in_no_more_than_thrice_the_time_of_parsing_its_files(
    folder: Path,
) -> None:
    """The yardstick is the parser in plain Python; where the one in C is there a reading takes a fifth of it."""
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")]

    def spent(act: Callable[[], object]) -> float:
        start = time.process_time()
        act()
        return time.process_time() - start

    parsing = spent(lambda: [yaml.load(text, Loader=yaml.SafeLoader) for text in texts])
    assert spent(lambda: load_cluster(folder)) < 3.0 * parsing


def test_importing_the_room_pulls_in_neither_the_economy_nor_pandas() -> None:
    code = "import sys, scenarios; print({'poverty_nodes.model.state', 'pandas', 'numba'} & set(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=CATALOGUE.parent.parent,
    )
    assert run.stdout.strip() == "set()"


def test_the_room_offers_no_other_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        scenarios.Nothing  # noqa: B018


def test_the_sources_beside_a_cluster_of_ones_own_are_known(folder: Path) -> None:
    entry = "title = {Own}", "author = {A}", "year = {2020}", "address = {here}", "reason = {firms}"
    lines = ["@misc{own2020,", *(f"  {each}," for each in entry), "}"]
    (folder / "sources.bib").write_text("\n".join(lines) + "\n")
    known = known_sources(folder)
    assert known["own2020"].title == "Own"
    assert known.keys() > {"own2020"}
