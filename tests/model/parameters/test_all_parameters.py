"""Each number of the model has a value inside its range, a unit, a kind and a source, and is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import poverty_nodes.model.parameters.all_parameters as all_parameters
from poverty_nodes.model.parameters.all_parameters import PARAMETERS, Parameter, parameter_row

ROOT = Path(all_parameters.__file__).parents[2]
KINDS = {"measured", "derived", "assumed"}
READ = re.compile(r"\bp\.(\w+)|parameters\[0\]\.(\w+)|parameters\[\"(\w+)\"\]")


@pytest.fixture(scope="module")
def sources() -> set[str]:
    """The keys of the project's references."""
    return set(re.findall(r"^@\w+\{([\w-]+),", (ROOT / "sources.bib").read_text(), re.MULTILINE))


@pytest.fixture(scope="module")
def read_by_code() -> set[str]:
    """The parameters that rules, phases and the making of a population read."""
    return {
        next(filter(None, found.groups()))
        for room in ("model", "scenarios")
        for path in (ROOT / room).rglob("*.py")
        for found in READ.finditer(path.read_text())
    }


def test_a_row_holds_every_parameter_at_its_value() -> None:
    row = parameter_row()
    assert row.shape == (1,)
    assert {each.name: float(row[each.name][0]) for each in PARAMETERS} == {
        each.name: each.value for each in PARAMETERS
    }


def test_a_change_by_name_leaves_the_others_as_they_are() -> None:
    row, usual = parameter_row({"wage_curve": 0.03}), parameter_row()
    assert row["wage_curve"] == 0.03
    row["wage_curve"] = usual["wage_curve"]
    assert row == usual


def test_a_parameter_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="wage_curv"):
        parameter_row({"wage_curv": 0.03})


def test_names_are_not_used_twice() -> None:
    names = [each.name for each in PARAMETERS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("each", PARAMETERS, ids=lambda each: each.name)
def test_a_parameter_lies_in_its_range_and_says_what_it_is(each: Parameter) -> None:
    assert each.low <= each.value <= each.high
    assert each.low < each.high
    assert each.kind in KINDS
    assert each.unit
    assert each.source
    assert each.meaning


def test_what_is_measured_names_a_source_that_was_read(sources: set[str]) -> None:
    wrong = [
        each.name
        for each in PARAMETERS
        if each.kind == "measured" and not any(key in each.source for key in sources)
    ]
    assert wrong == []


def test_no_parameter_is_without_effect(read_by_code: set[str]) -> None:
    assert sorted({each.name for each in PARAMETERS} - read_by_code) == []


def test_labour_demand_is_finite_all_over_the_ranges() -> None:
    """The exponent 1/(1 - c b) of planned sales must be positive, also where all work is put out."""
    by_name = {each.name: each for each in PARAMETERS}
    curve = 1.0 - 1.0 / by_name["demand_elasticity"].high
    assert curve * by_name["labour_elasticity"].high < 1.0
    assert by_name["demand_elasticity"].low > 1.0
