"""The map that the document on surveys shows in full is one, and asks for columns that a file can have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from poverty_nodes.scenarios.survey.building import build
from poverty_nodes.scenarios.survey.map_reading import read_map
from poverty_nodes.scenarios.survey.survey_reading import read_survey_of

DOCUMENT = Path(__file__).resolve().parents[2] / "docs/survey.md"
BLOCKS = re.findall(r"^```yaml\n(about:.*?)^```", DOCUMENT.read_text(), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("text", BLOCKS)
def test_a_map_in_full_is_read_and_makes_a_cluster(text: str, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text(text)
    found, _, problems = read_map(mapping)
    assert problems == []
    assert found is not None
    assert found.workers is not None
    head = found.workers.wanted
    rows = [[_cell(column, at) for column in head] for at in range(400)]
    (tmp_path / "persons.csv").write_text(
        "\n".join([";".join(head), *(";".join(row) for row in rows)])
    )
    built = build(read_survey_of([tmp_path / "persons.csv"], mapping), "my_town")
    assert built.findings.found["workers.regular_wage"].kind == "derived"


def test_there_is_a_map_in_full() -> None:
    assert len(BLOCKS) == 1


def _cell(column: str, at: int) -> str:
    """A cell of a column that the map names, invented and different from row to row."""
    fixed = {
        "district": "34",
        "household": str(at),
        "line": "1",
        "members": str(2 + at % 5),
        "age": str(20 + at % 30),
    }
    cycles = {
        "isic": "1410 1430",
        "status": "3 3 3 5",
        "sells_to": "1 3 4 5 1",
        "size_class": "1 2 3",
    }
    if column in fixed:
        return fixed[column]
    if column == "pay_month":
        return f"{9000 + 37 * (at % 101)},5"
    if column == "weight":
        return "40,5"
    choices = cycles.get(
        column, "1 2 3" if column in ("contract", "place_of_work", "area") else "1 2"
    ).split()
    return choices[(at + at // len(choices)) % len(choices)]
