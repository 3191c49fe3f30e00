"""What docs/model/ takes from the code is what the code says now."""

from __future__ import annotations

import re
from math import log
from xml.etree import ElementTree

import pytest

from docs.figures.month import STEPS, picture
from docs.generate import BLOCK, BLOCKS, DOCUMENTS, FIGURE, renewed
from docs.numbers import constants, responses
from docs.tables import phases, table, topics
from poverty_nodes.model.parameters.all_parameters import PARAMETERS
from poverty_nodes.model.population.codes import GOVERNANCE
from poverty_nodes.model.rules.production import made_at_cost, planned_sales

TEXT = "\n".join(each.read_text(encoding="utf-8") for each in DOCUMENTS)
BEHIND = "docs/model/ is behind the code: run `make docs` and read what has changed"


@pytest.mark.parametrize("name", BLOCKS)
def test_a_generated_table_is_what_the_code_says_now(name: str) -> None:
    (block,) = [match[0] for match in BLOCK.finditer(TEXT) if match["name"] == name]
    assert block == renewed(block), BEHIND


def test_every_marker_has_a_table_and_an_end() -> None:
    starts = re.findall(r"<!-- generated: ([a-z ]+) -->", TEXT)
    assert sorted(starts) == sorted(BLOCKS)
    assert re.findall(r"<!-- end of ([a-z ]+) -->", TEXT) == starts


def test_the_text_between_tables_is_left_alone() -> None:
    text = "before\n<!-- generated: codes -->\nold\n<!-- end of codes -->\nafter"
    new = renewed(text)
    assert new.startswith("before\n")
    assert new.endswith("\nafter")
    assert "old" not in new
    assert renewed(new) == new


def test_the_figure_shows_the_phases_of_the_month_in_their_order() -> None:
    assert [step.phase for step in STEPS] == phases()


def test_the_figure_is_drawn_by_its_script() -> None:
    assert words(FIGURE.read_text(encoding="utf-8")) == words(picture()), BEHIND


def test_every_parameter_stands_under_one_topic() -> None:
    assert [p for rows in topics().values() for p in rows] == list(PARAMETERS)


def test_every_parameter_is_named_in_the_text_and_not_in_its_table_only() -> None:
    text = BLOCK.sub("", TEXT).replace("\\_", "_")
    families = ("quit_", "units_", *(f"{each}_" for each in GOVERNANCE))
    named = set(re.findall(r"\w+", text))
    alone = [p.name for p in PARAMETERS if not p.name.startswith(families) and p.name not in named]
    assert alone == []


def test_a_bar_in_a_cell_does_not_break_the_table() -> None:
    assert table(("a",), [("x|y",)]).splitlines()[-1] == "| x\\|y |"


def test_constants_are_found_with_what_they_mean() -> None:
    found = {each.name: each for each in constants()}
    assert found["SPARE"].file == "scenarios/synthesis/links.py"
    assert all(each.meaning for each in found.values())


def test_responses_follow_the_rule_for_planned_sales() -> None:
    labour = next(p.value for p in PARAMETERS if p.name == "labour_elasticity")
    step = 1e-6

    def log_sales(orders: float, wage: float, inputs: float, putout: float) -> float:
        made = made_at_cost(1.0, 1.0, wage, putout, 0.3, inputs, 0.5, labour)
        return log(planned_sales(1.0, orders, made, 0.3, 0.5, 6.0, labour))

    expected = responses(6.0, 0.3, 0.5)
    moved = 1.0 + step
    assert log_sales(1.0, moved, 1.0, 1.0) / step - 1 == pytest.approx(
        expected["labour to its cost"], abs=1e-4
    )
    assert log_sales(moved, 1.0, 1.0, 1.0) / step == pytest.approx(
        expected["labour to orders"], abs=1e-4
    )
    assert log_sales(1.0, 1.0, moved, 1.0) / step == pytest.approx(
        expected["labour to the price of inputs"], abs=1e-4
    )
    assert log_sales(1.0, 1.0, 1.0, moved) / step == pytest.approx(
        expected["labour to the price of work put out"], abs=1e-4
    )


def words(picture: str) -> list[str]:
    """The texts of a figure, in their order."""
    root = ElementTree.fromstring(picture)
    return ["".join(each.itertext()).strip() for each in root.iter() if each.tag.endswith("}text")]
