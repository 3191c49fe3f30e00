"""The measured numbers, read a second time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poverty_nodes.scenarios.catalogue import CATALOGUE, cluster_ids, list_clusters, load_cluster
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.files.second_reading import (
    ReadAgain,
    SecondReading,
    agree,
    compare_readings,
    provisional,
    second_reading,
)


@pytest.mark.parametrize("identifier", cluster_ids())
def test_both_readings_agree_or_say_why_not(identifier: str) -> None:
    lines = compare_readings(load_cluster(identifier), second_reading(CATALOGUE / identifier))
    assert lines
    differing = [
        f"{line.key}: {line.first} and {line.second}" for line in lines if line.verdict == "differs"
    ]
    assert not differing


def test_a_cluster_is_provisional_exactly_where_a_number_has_no_blind_second_reading() -> None:
    for entry in list_clusters():
        reading = second_reading(CATALOGUE / entry.id)
        measured = {k for k, e in load_cluster(entry.id).estimates() if e.kind == "measured"}
        read = set(reading.numbers) if reading is not None and reading.blind else set()
        assert set(entry.provisional) == measured - read


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (32.418, 32.42, True),
        (5354, 5353.5595703125, True),
        (0.916, 0.9161, True),
        (1000, 1020, False),
        (32.418, 32.43, False),
        (0.7, 0.75, True),
        (0.7, 0.76, False),
    ],
)
def test_two_numbers_agree_within_the_rounding_of_the_coarser(
    one: float, other: float, same: bool
) -> None:
    assert agree(float(one), float(other)) is same


@given(st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 6))
def test_a_number_agrees_with_itself_rounded(number: float, decimals: int) -> None:
    assert agree(number, round(number, decimals))
    assert agree(round(number, decimals), number)


def reading(
    value: float, unit: str = "firms", blind: bool = True, resolved: str = ""
) -> SecondReading:
    again = ReadAgain(value=value, unit=unit, where="by hand", resolved=resolved)
    return SecondReading(blind=blind, numbers={"firms.total": again})


@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        (reading(2000.0), "confirmed"),
        (reading(2100.0), "differs"),
        (reading(2100.0, resolved="the round figure of the text"), "resolved"),
        (reading(2000.0, unit="persons"), "differs"),
        (reading(2000.0, blind=False), "not blind"),
        (None, "not read"),
    ],
)
def test_a_verdict_for_each_case(second: SecondReading | None, verdict: str) -> None:
    cluster = load_cluster("sialkot_surgical")
    lines = {line.key: line.verdict for line in compare_readings(cluster, second)}
    assert lines["firms.total"] == verdict
    assert ("firms.total" in provisional(cluster, second)) == (
        verdict not in ("confirmed", "resolved")
    )


def test_a_number_that_is_not_measured_cannot_be_read_again() -> None:
    again = ReadAgain(value=0.5, unit="share", where="by hand")
    second = SecondReading(blind=True, numbers={"firms.input_share": again})
    with pytest.raises(QuestionError, match=r"firms\.input_share: not a measured number"):
        compare_readings(load_cluster("sialkot_surgical"), second)


def test_a_reading_that_is_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "second_reading.yaml"
    file.write_text(
        "blind: true\nnumbers:\n  firms.total: {value: many, unit: firms, where: here}\n"
    )
    with pytest.raises(QuestionError, match="many"):
        second_reading(tmp_path)


def test_no_file_is_no_reading(tmp_path: Path) -> None:
    assert second_reading(tmp_path) is None
