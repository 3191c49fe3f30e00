"""What stands for no answer: found however it is written, by column where it has to be, and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.scenarios.survey.doubts import unused_codes
from poverty_nodes.scenarios.survey.fields import FIRM_FIELDS, WORKER_FIELDS
from poverty_nodes.scenarios.survey.missing_codes import MissingCodes, codes_of
from poverty_nodes.scenarios.survey.number_style import NumberStyle
from tests.scenarios.survey.conftest import build_of, refusal, small_town, spoil

PAY = next(each for each in WORKER_FIELDS if each.name == "pay")
FIRM = next(each for each in WORKER_FIELDS if each.name == "firm")
FORMAL = next(each for each in FIRM_FIELDS if each.name == "formal")


@pytest.mark.parametrize("cell", ["9999", "9999.0", "9999.00", " 9999.", "+9999", "9.999e3"])
def test_a_code_is_found_however_its_number_is_written(cell: str) -> None:
    found = MissingCodes((9999,))
    found.look_through([cell.strip(), "1003.0"])
    assert found.empty.tolist() == [True, False]
    assert found.hits == {"9999": 1}


def test_a_code_is_found_in_the_style_of_the_file() -> None:
    found = MissingCodes((-99, "NA"), NumberStyle(",", "."))
    found.look_through(["-99,0", "na", "1.003,5", ""])
    assert found.empty.tolist() == [True, True, False, True]
    assert found.hits == {"-99": 1, "NA": 1, "empty": 1}


def test_pay_coded_as_missing_with_a_decimal_is_no_pay(tmp_path: Path) -> None:
    """A file of two firms of 400, whose regular posts are paid 1,000 to 1,006 and 9999.0 stands for no answer."""
    folder = small_town(
        tmp_path,
        workers=["P0,F1,1,r,1000.0", "P1,F2,1,r,9999.0", "P2,F1,1,r,9999.0", "P3,F2,1,r,1006.0"],
        extra="missing: ['', 9999]\nfewest: 2\n",
    )
    built = build_of(folder)
    assert built.findings.found["workers.regular_wage"].value == pytest.approx(1003.0)
    assert built.survey.workers.hits["pay"] == {"9999": 2}


def test_a_code_of_all_columns_that_lies_among_the_answers_of_one_is_asked_about(
    town: Path,
) -> None:
    spoil(town, "map.yaml", lambda text: text.replace('["", "-99"]', '["", "-99", 9]'))
    said = refusal(town)
    assert "9 is a code of no answer for all columns, and 190 cells of 'hh_members'" in said
    assert "workers.missing: {household_size: [-99]} in map.yaml if it is an answer there" in said


def test_codes_of_a_column_take_the_place_of_those_of_all(town: Path) -> None:
    own = "workers:\n  missing: {household_size: [-99], household_adults: [-99]}\n"
    spoil(town, "map.yaml", lambda text: text.replace('["", "-99"]', '["", "-99", 9]'))
    spoil(town, "map.yaml", lambda text: text.replace("workers:\n  columns", f"{own}  columns"))
    own = "firms:\n  missing: {workers: []}\n"
    spoil(town, "map.yaml", lambda text: text.replace("firms:\n  columns", f"{own}  columns"))
    assert build_of(town).findings.found["households.size"].value == pytest.approx(6.603, abs=5e-4)


def test_what_categories_give_a_meaning_and_ids_are_answers() -> None:
    assert codes_of(FORMAL, ("", 9, -99), None, (1, 9)) == ("", -99)
    assert codes_of(FIRM, ("", "NA", 9, -99), None, ()) == ("", "NA", -99)
    assert codes_of(PAY, ("", 9), (99,), ()) == (99,)


def test_a_code_that_no_cell_holds_is_pointed_out(town: Path) -> None:
    spoil(town, "map.yaml", lambda text: text.replace('["", "-99"]', '["", "-99", "-777"]'))
    said = list(unused_codes(build_of(town).survey))
    assert len(said) == 1
    assert "No cell holds these codes of no answer of map.yaml: -777 (any column)." in said[0]
