"""The page on a survey: self-contained, escaped, and true to the numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import escape

from poverty_nodes.experiments.data_quality import page_of, tables, words
from poverty_nodes.experiments.report.input_names import input_name
from poverty_nodes.experiments.report.labels import capital
from poverty_nodes.scenarios.survey.building import Built, build
from poverty_nodes.scenarios.survey.raking import design_effect
from poverty_nodes.scenarios.survey.survey_reading import read_survey

TOWN = Path(__file__).resolve().parents[3] / "scenarios/samples/town"


@pytest.fixture(scope="module")
def built() -> Built:
    return build(
        read_survey(*(TOWN / n for n in ("workers.csv", "firms.csv", "map.yaml"))), "my_town"
    )


@pytest.fixture(scope="module")
def page(built: Built) -> str:
    return page_of(built)


def test_the_page_asks_nothing_of_a_network(page: str) -> None:
    assert re.findall(r'(?:src|href)="(?!data:|#)', page) == []
    assert "<script" not in page


def test_every_number_of_the_cluster_is_on_the_page(built: Built, page: str) -> None:
    keys = [key for key, _ in built.cluster.estimates() if not key.startswith("money.")]
    names = [str(escape(capital(input_name(key)))) for key in keys]
    assert [name for name in names if name not in page] == []


def test_a_thin_cell_has_no_share(built: Built) -> None:
    rows = tables.cells_table(built).rows
    assert {row.cells[1] for row in rows if int(row.cells[0]) < 30} == {tables.SUPPRESSED}
    assert all("%" in row.cells[1] for row in rows if int(row.cells[0]) >= 30)


def test_the_design_effect_is_that_of_the_weights(built: Built) -> None:
    used = tables.weights_table(built).rows[3]
    assert used.cells[5] == f"{design_effect(built.weights.workers.raked):.2f}"


def test_a_column_that_a_third_did_not_answer_is_warned_of(built: Built) -> None:
    assert any("gave no answer to loan_rate_pct" in each for each in words.cannot(built))


def test_the_synthetic_population_is_near_the_targets(page: str) -> None:
    body = page.split("The base month: targets against what came out")[-1]
    row = re.search(r">workers</th>(.*?)</tr>", body, re.DOTALL)
    assert row
    assert float(re.findall(r"([\d.]+) %", row[1])[0]) < 3


def test_what_stands_in_the_files_is_escaped(tmp_path: Path) -> None:
    for name in ("workers.csv", "firms.csv", "map.yaml"):
        text = (TOWN / name).read_text()
        if name == "map.yaml":
            text = text.replace("title: Metal workshops of", "title: <script>alert(1)</script> of")
        (tmp_path / name).write_text(text)
    found = build(
        read_survey(*(tmp_path / n for n in ("workers.csv", "firms.csv", "map.yaml"))), "my_town"
    )
    assert "<script>" not in page_of(found)


def test_the_headline_accounts_for_every_number(built: Built) -> None:
    said = [
        int(each)
        for each in re.findall(r"\b(\d+)\b(?!-)", words.headline(built).split("Sialkot")[0])
    ]
    found, total, borrowed = said[:3]
    money = int(re.search(r"(\d+) are of prices", words.headline(built))[1])
    assert found + borrowed + money == total


def test_the_table_of_missing_answers_counts_the_cells_of_each_code(built: Built) -> None:
    rows = {row.head: row.cells for row in tables.missing_table(built).rows}
    assert rows["rs_week"][2] == f"-99: {built.survey.workers.hits['pay']['-99']}"
