"""Whatever the model names as a source of a rule or a parameter can be found in the bibliography."""

from __future__ import annotations

import re

import pytest

from docs.citations import (
    Work,
    cited_by_the_model,
    entries_of,
    keys_named,
    texts_with_works,
    works_named,
)
from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.scenarios.sources.bibliography import Source, project_sources


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_every_key_that_a_parameter_names_stands_in_the_bibliography(parameter) -> None:
    assert keys_named(parameter.source) - set(project_sources()) == set()


def test_a_parameter_that_is_measured_names_the_key_of_its_source() -> None:
    measured = [parameter for parameter in PARAMETERS if parameter.kind == "measured"]
    assert measured
    assert [each.name for each in measured if not keys_named(each.source)] == []


def test_every_work_that_a_rule_or_parameter_names_stands_in_the_bibliography() -> None:
    sources = project_sources()
    missing = [
        (where, work)
        for where, text in texts_with_works().items()
        for work in works_named(text)
        if not entries_of(work, sources)
    ]
    assert missing == []


def test_the_entries_that_the_model_rests_on_say_how_far_they_were_read() -> None:
    sources = project_sources()
    silent = [
        key
        for key in cited_by_the_model(sources)
        if not re.search(r"\bread\b|\brecalled\b", sources[key].note, re.IGNORECASE)
    ]
    assert silent == []


def test_keys_and_words_are_told_apart() -> None:
    text = "judged from azar2024 and a_b_c2001_second; prototype runs; 8.3 % a year in 2019"
    assert keys_named(text) == {"azar2024", "a_b_c2001_second"}


def test_works_are_read_with_all_their_authors() -> None:
    text = "after Schmitz (1999), Schmitz and\nNadvi (1999) and Steele, Lea and Flood 2014; Nadvi's 1999"
    assert [work.surnames for work in works_named(text)] == [
        ("Schmitz",),
        ("Schmitz", "Nadvi"),
        ("Steele", "Lea", "Flood"),
        ("Nadvi",),
    ]


@pytest.mark.parametrize(
    ("surnames", "year", "found"),
    [
        (("Nadvi",), 1999, []),
        (("Schmitz", "Nadvi"), 1999, ["both1999"]),
        (("Nadvi", "Schmitz"), 1999, ["both1999"]),
        (("Schmitz", "Nadvi"), 1998, []),
    ],
)
def test_a_work_is_found_by_all_its_authors_and_its_year(
    surnames: tuple[str, ...], year: int, found: list[str]
) -> None:
    authors = "Schmitz, Hubert and Nadvi, Khalid"
    source = Source("both1999", "Clustering", authors, 1999, "an address", ("rule",))
    assert entries_of(Work(surnames, year), {"both1999": source}) == found
