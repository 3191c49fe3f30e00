"""Whatever stands in the files, a survey becomes a cluster or is refused with reasons: never a crash."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.survey.building import build
from poverty_nodes.scenarios.survey.survey_reading import read_survey

TOWN = Path(__file__).resolve().parents[3] / "scenarios/samples/town"
FILES = ("workers.csv", "firms.csv", "map.yaml")
NASTY = st.sampled_from(
    [
        *("", "-1", "0", "nan", "inf", "-inf", "1e309", "1e400", "9" * 400, "0x10", "١٢", "½"),
        *(
            "Rs 5",
            "1,5",
            '"',
            '""',
            "'",
            "\0",
            "\r",
            "\t",
            "  ",
            "=1+1",
            "true",
            "null",
            "~",
            "[",
            "{",
        ),
        *("99999999999999999999", "1e-320", "\ufeff", "\u2028", "é", "💰", "-99", "E", "2"),
    ]
)
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(folder: Path) -> str:
    """Build and say how it ended: built, or what the refusal says."""
    try:
        build(read_survey(*(folder / name for name in FILES)), "my_town")
    except QuestionError as error:
        reasoned = all(problem.where and problem.message for problem in error.problems)
        return str(error) if reasoned else ""
    return "built"


def small(folder: Path, workers: int = 120) -> None:
    """A copy of the sample that is quick to read: its first firms and their workers."""
    shutil.copytree(TOWN, folder, dirs_exist_ok=True)
    lines = (folder / "workers.csv").read_text().splitlines()[: workers + 1]
    (folder / "workers.csv").write_text("\n".join(lines) + "\n")
    text = (folder / "map.yaml").read_text()
    (folder / "map.yaml").write_text(text.split("totals:")[0])


@SETTINGS
@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 10), NASTY), min_size=1, max_size=6))
def test_nasty_cells_are_taken_or_refused(spoilt: list[tuple[int, int, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small(folder)
        for file in ("workers.csv", "firms.csv"):
            rows = [line.split(",") for line in (folder / file).read_text().splitlines()]
            for row, column, text in spoilt:
                rows[row][column % len(rows[row])] = text
            (folder / file).write_text("\n".join(",".join(row) for row in rows), newline="")
        assert outcome(folder)


@SETTINGS
@given(st.sampled_from(FILES), st.binary(max_size=200), st.floats(0, 1))
def test_bytes_put_anywhere_are_taken_or_refused(file: str, junk: bytes, at: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small(folder)
        data = (folder / file).read_bytes()
        cut = int(at * len(data))
        (folder / file).write_bytes(data[:cut] + junk + data[cut + len(junk) :])
        assert outcome(folder)


@SETTINGS
@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_a_file_of_junk_is_refused(file: str, junk: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small(folder)
        (folder / file).write_bytes(junk)
        assert outcome(folder) != "built"


YAML_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = (
    "about",
    "source",
    "pay",
    "firms",
    "workers",
    "like",
    "money",
    "totals",
    "missing",
    "separator",
)


@SETTINGS
@given(st.dictionaries(st.sampled_from(KEYS), YAML_VALUES, min_size=1, max_size=3))
def test_any_value_of_any_key_of_the_map_is_taken_or_refused(changed: dict[str, object]) -> None:
    import yaml

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small(folder)
        content = yaml.safe_load((folder / "map.yaml").read_text())
        (folder / "map.yaml").write_text(yaml.safe_dump({**content, **changed}))
        assert outcome(folder)


@SETTINGS
@given(
    st.dictionaries(
        st.sampled_from(["gender", "post", "tier"]),
        st.dictionaries(
            st.sampled_from(
                ["man", "woman", "casual", "homework", "regular", "skilled_regular", "exporter"]
            ),
            st.floats(-1, 1e6),
            max_size=4,
        ),
        max_size=3,
    )
)
def test_any_totals_are_met_or_refused(totals: dict[str, dict[str, float]]) -> None:
    import yaml

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small(folder, 600)
        content = yaml.safe_load((folder / "map.yaml").read_text())
        content["totals"] = {"workers": totals}
        (folder / "map.yaml").write_text(yaml.safe_dump(content))
        assert outcome(folder)


KEYS_OF_A_FILE = (
    "columns",
    "categories",
    "percent",
    "missing",
    "bands",
    "derive",
    "only",
    "head_count",
    "alone",
)


@SETTINGS
@given(
    st.sampled_from(["firms", "workers"]),
    st.sampled_from(KEYS_OF_A_FILE),
    st.sampled_from(["tier", "post", "pay", "workers", "id", "kind", "unpaid"]),
    YAML_VALUES,
)
def test_any_value_of_any_key_of_a_file_is_taken_or_refused(
    file: str, key: str, answer: str, value: object
) -> None:
    import yaml

    for whole in (value, {answer: value}, {answer: [{"means": value, "when": {"kind": value}}]}):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            small(folder)
            content = yaml.safe_load((folder / "map.yaml").read_text())
            content[file] = {**content[file], key: whole}
            (folder / "map.yaml").write_text(yaml.safe_dump(content))
            assert outcome(folder)


@SETTINGS
@given(
    st.sampled_from(
        ["price_index", "ppp_2021", "national_line", "exchange_rate", "currency", "line_year"]
    ),
    st.floats(width=32) | st.integers() | YAML_VALUES,
)
def test_any_money_is_taken_or_refused(key: str, value: object) -> None:
    import yaml

    for whole in (value, {"value": value}, {2015: value}):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            small(folder)
            content = yaml.safe_load((folder / "map.yaml").read_text())
            content["money"] = {key: whole}
            (folder / "map.yaml").write_text(yaml.safe_dump(content))
            assert outcome(folder)


@SETTINGS
@given(st.sampled_from([".sav", ".zsav", ".por", ".dta", ".xlsx"]), st.binary(max_size=600))
def test_junk_with_the_ending_of_another_program_is_refused(ending: str, junk: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small(folder)
        (folder / f"workers{ending}").write_bytes(junk)
        with pytest.raises(QuestionError) as caught:
            read_survey(folder / f"workers{ending}", folder / "firms.csv", folder / "map.yaml")
        assert all(problem.where and problem.message for problem in caught.value.problems)
