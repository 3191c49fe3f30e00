"""A misspelt field is told by file, line, field and nearest field, wherever below the called rule it stands."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import numba
import numpy as np
import pytest

from poverty_nodes.model.compiling.misspelt_field import FieldError
from poverty_nodes.model.instruments import neutral
from poverty_nodes.model.parameters.all_parameters import parameter_row
from poverty_nodes.model.population.firm import FIRM
from poverty_nodes.model.population.table import new_table
from poverty_nodes.model.rule import rule

pytestmark = pytest.mark.skipif(
    bool(numba.config.DISABLE_JIT), reason="plain Python says it by itself"
)


@rule
def reads(firm, p):
    return firm.chas * p.cash_target


@rule
def calls(firms, parameters):
    total = 0.0
    for f in range(len(firms)):
        total += reads(firms[f], parameters[0])
    return total


@rule
def writes(firms, parameters):
    firms[0].csh = 1.0


@rule
def asks_parameters(firms, parameters):
    p = parameters[0]
    return p.cash_targt


@rule
def asks_instruments(instruments):
    return instruments[0].flor


@rule
def asks_a_record_of_its_own(records):
    return records[0].bb


def line_of(text: str) -> int:
    return next(
        number
        for number, line in enumerate(Path(__file__).read_text().splitlines(), start=1)
        if text in line
    )


@pytest.mark.parametrize(
    ("called", "field", "near", "kind", "where", "line"),
    [
        (calls, "chas", "cash", "firm", "poverty_nodes.model.population.firm", "return firm.chas"),
        (
            writes,
            "csh",
            "cash",
            "firm",
            "poverty_nodes.model.population.firm",
            "firms[0].csh = 1.0",
        ),
        (
            asks_parameters,
            "cash_targt",
            "cash_target",
            "set of parameters",
            "poverty_nodes.model.parameters.all_parameters",
            "return p.cash_targt",
        ),
    ],
)
def test_a_misspelt_field_is_told_in_three_lines(
    called: Callable[..., object], field: str, near: str, kind: str, where: str, line: str
) -> None:
    with pytest.raises(FieldError) as caught:
        called(new_table(FIRM, 2), parameter_row({}))
    first, second, third = str(caught.value).splitlines()
    number = line_of(f"    {line}")
    assert (
        first
        == f"{__file__}, line {number}: a {kind} has no field '{field}'; did you mean '{near}'?"
    )
    assert line in second
    assert third == f"its fields are declared in {where}"


def test_an_instrument_is_told_by_its_name() -> None:
    with pytest.raises(
        FieldError, match="a set of instruments has no field 'flor'; did you mean 'floor'"
    ):
        asks_instruments(neutral(2))


def test_fields_of_another_record_are_listed() -> None:
    records = np.zeros(2, dtype=np.dtype([("aa", "f8"), ("zz", "f8")]))
    with pytest.raises(FieldError, match=r"a record has no field 'bb'(?s:.*)its fields: aa, zz"):
        asks_a_record_of_its_own(records)


def test_the_traceback_shows_no_frame_of_the_compiler() -> None:
    with pytest.raises(FieldError) as caught:
        calls(new_table(FIRM, 2), parameter_row({}))
    assert "site-packages" not in "".join(traceback.format_exception(caught.value))


def test_any_other_key_error_is_let_be() -> None:
    @rule
    def unknown(firms):
        return firms[0].cash.nothing

    with pytest.raises(numba.TypingError, match="Unknown attribute 'nothing'"):
        unknown(new_table(FIRM, 2))
