"""What a bad survey is told: file, row, column and remedy, all at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from poverty_nodes.scenarios.survey import table
from tests.scenarios.survey.conftest import refusal, spoil


def cell(row: int, column: int, text: str):
    """A change that puts a text into a cell; the header is row 1, columns count from 0."""

    def change(whole: str) -> str:
        lines = whole.splitlines()
        cells = lines[row - 1].split(",")
        cells[column] = text
        lines[row - 1] = ",".join(cells)
        return "\n".join(lines) + "\n"

    return change


def test_a_missing_column_is_named_with_the_nearest(town: Path) -> None:
    spoil(town, "workers.csv", lambda text: text.replace("rs_week", "rs_weekly", 1))
    said = refusal(town)
    assert "workers.csv: row 1, column 'rs_week': is missing" in said
    assert "did you mean 'rs_weekly'?" in said
    assert "next: correct the name in map.yaml" in said


def test_an_unknown_category_is_named_with_those_that_are_known(town: Path) -> None:
    spoil(town, "workers.csv", cell(7, 3, "pieces"))
    said = refusal(town)
    assert "workers.csv: row 7, column 'job': 'pieces' is an unknown category" in said
    assert "accepted: craft, payroll, piece, home" in said
    assert "did you mean 'piece'?" in said


def test_a_negative_wage_is_refused_unless_its_code_is_missing(town: Path) -> None:
    spoil(town, "workers.csv", cell(9, 4, "-300"))
    said = refusal(town)
    assert "workers.csv: row 9, column 'rs_week': -300 is negative" in said
    assert "workers.missing: {pay: [CODE]} in map.yaml" in said


def test_mixed_currencies_are_found_in_the_column_of_currency(town: Path) -> None:
    def with_currency(text: str) -> str:
        head, *lines = text.splitlines()
        marked = [f"{line},{'USD' if n in (3, 5) else 'PKR'}" for n, line in enumerate(lines)]
        return "\n".join([f"{head},money", *marked])

    spoil(town, "workers.csv", with_currency)
    spoil(
        town, "map.yaml", lambda text: text.replace("pay: rs_week", "pay: rs_week, currency: money")
    )
    said = refusal(town)
    assert "workers.csv: row 5, column 'money': money in USD among money in PKR" in said
    assert "so does row 7" in said
    assert "next: convert these rows" in said


@pytest.mark.parametrize(
    "text", ["Rs 900", "$40", "1 200", "1.200,50", "12_000", "abc", "inf", "nan"]
)
def test_what_is_no_plain_number_is_refused(town: Path, text: str) -> None:
    spoil(
        town, "workers.csv", cell(4, 4, f'"{text}"' if "," not in text else text.replace(",", ";"))
    )
    assert "workers.csv: row 4, column 'rs_week'" in refusal(town)


def test_a_file_that_is_not_utf8_is_told_by_row_and_cell(town: Path) -> None:
    file = town / "workers.csv"
    lines = file.read_bytes().splitlines()
    lines[4] = lines[4].replace(b"piece", b"pi\xe8ce", 1).replace(b"craft", b"cr\xe8ft", 1)
    lines[4] = lines[4].replace(b"payroll", b"payr\xe8ll", 1).replace(b"home", b"h\xe8me", 1)
    file.write_bytes(b"\n".join(lines))
    said = refusal(town)
    assert "workers.csv: row 5, cell 4: the byte 0xe8 is not UTF-8 text" in said
    assert "next: save the file as UTF-8" in said


def test_a_repeated_id_is_told_with_the_row_that_has_it_already(town: Path) -> None:
    spoil(town, "firms.csv", lambda text: text + text.splitlines()[1] + "\n")
    said = refusal(town)
    assert "column 'unit': the id 'F0000' stands on row 2 already" in said


def test_a_firm_without_workers_is_refused(town: Path) -> None:
    spoil(town, "firms.csv", lambda text: text + "F9999,V,0,N,1,1000,500,0,2.0,2.5\n")
    said = refusal(town)
    assert "column 'staff': the firm has no workers" in said
    assert "take owners who work alone out" in said


def test_a_firm_that_reports_fewer_workers_than_were_met_contradicts_itself(town: Path) -> None:
    spoil(town, "firms.csv", cell(2, 2, "3"))
    assert "the firm reports 3 workers and 12 of it are in the file of workers" in refusal(town)


def test_a_worker_of_a_firm_that_is_not_there_is_refused(town: Path) -> None:
    spoil(town, "workers.csv", cell(3, 1, "F8888"))
    assert "workers.csv: row 3, column 'unit': there is no firm 'F8888' in firms.csv" in refusal(
        town
    )


@pytest.mark.parametrize(
    ("text", "said"), [("", "is empty"), ("unit,kind\n", "has a header and no rows")]
)
def test_an_empty_file_is_refused(town: Path, text: str, said: str) -> None:
    (town / "firms.csv").write_text(text)
    assert f"firms.csv: {said}" in refusal(town)


def test_a_file_of_two_gigabytes_is_refused_by_its_size_and_never_read_whole(town: Path) -> None:
    os.truncate(town / "workers.csv", 2_000_000_000)  # sparse: it takes no room on the disk
    said = refusal(town)
    assert "workers.csv: has 2,000 megabytes" in said
    assert "draw a sample of the rows" in said


def test_more_rows_than_are_taken_are_refused(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 100)
    assert "rows" in refusal(town)


def test_ragged_rows_are_counted_and_named(town: Path) -> None:
    spoil(town, "workers.csv", lambda text: text.replace("\n", ",9\n", 4).replace(",9\n", "\n", 1))
    said = refusal(town)
    assert "workers.csv: row 2: has 12 cells where the header has 11; so do rows 3, 4" in said


def test_another_separator_is_guessed_and_named(town: Path) -> None:
    spoil(town, "workers.csv", lambda text: text.replace(",", ";"))
    assert 'separator: ";" in map.yaml' in refusal(town)


def test_totals_that_contradict_each_other_cannot_be_raked_to(town: Path) -> None:
    spoil(town, "map.yaml", lambda text: text.replace("woman: 660", "woman: 6600"))
    said = refusal(town)
    assert "map.yaml: totals.workers (line" in said
    assert "cannot be raked to: gender to 16,020, post to 10,080" in said


def test_a_total_for_a_category_that_nobody_has_cannot_be_met(town: Path) -> None:
    spoil(town, "workers.csv", lambda text: text.replace(",home,", ",piece,"))
    said = refusal(town)
    assert "nobody is homework in the file, the total is 720" in said
    assert "next: join the category with another" in said


def test_margins_that_no_weights_meet_are_refused_with_the_cell(town: Path) -> None:
    """Home work by women alone in the file, but more home workers known than women."""

    def women_at_home(text: str) -> str:
        head, *lines = text.splitlines()
        rows = [line.split(",") for line in lines]
        for row in rows:
            row[2] = "2" if row[3] == "home" else "1"
        return "\n".join([head, *(",".join(row) for row in rows)])

    spoil(town, "workers.csv", women_at_home)
    said = refusal(town)
    assert "cannot be raked to: after 500 rounds" in said
    assert "next: leave a margin out" in said


def test_head_counts_of_two_definitions_are_refused(town: Path) -> None:
    def tenfold(text: str) -> str:
        for number in ("9420", "660", "2800", "2610", "3950", "720"):
            text = text.replace(number, f"{number}0")
        return text

    spoil(town, "map.yaml", tenfold)
    assert "one definition of who is a worker" in refusal(town)


def test_everything_wrong_with_both_files_is_said_at_once(town: Path) -> None:
    spoil(town, "workers.csv", cell(9, 4, "-300"))
    spoil(town, "workers.csv", cell(10, 2, "7"))
    spoil(town, "firms.csv", cell(3, 9, "0"))
    spoil(town, "firms.csv", cell(4, 7, "250"))
    said = refusal(town)
    assert said.startswith("4 problems:")
    for part in ("rs_week", "column 'sex': '7'", "column 'wt': 0 is too low", "exported_pct"):
        assert part in said


def test_ten_thousand_faults_of_one_kind_are_one_problem(town: Path) -> None:
    def all_negative(text: str) -> str:
        head, *lines = text.splitlines()
        rows = [line.split(",") for line in lines]
        return "\n".join([head, *(",".join([*row[:4], "-5", *row[5:]]) for row in rows)])

    spoil(town, "workers.csv", all_negative)
    said = refusal(town)
    assert said.startswith("1 problem:")
    assert "so do rows 3, 4, 5, 6, 7 and 1,675 more" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("phase: mature", "phase: old", "map.yaml: about.phase"),
        ("like: sialkot_surgical", "like: sialkot_surgicol", "did you mean 'sialkot_surgical'?"),
        ("currency: PKR", "currency: INR", "prices and the national line in PKR"),
        ("year: 2015                       # of", "year: 1999 # of", "add money.price_index.1999"),
        ("tier: kind,", "teir: kind,", "did you mean 'tier'?"),
        ("woman}\n    post", "wuman}\n    post", "'wuman' is no category of gender"),
        ("man: 9420", "men: 9420", "'men' is no category of gender"),
        ("percent: [export", "percents: [export", "map.yaml: firms.percents"),
    ],
)
def test_a_map_with_a_fault_is_told_where(town: Path, old: str, new: str, said: str) -> None:
    spoil(town, "map.yaml", lambda text: text.replace(old, new, 1))
    assert said in refusal(town)


def test_a_line_without_end_is_refused_before_it_is_split(town: Path) -> None:
    """A tenth of the largest file in one line: a list of its cells would need a gigabyte."""
    (town / "workers.csv").write_text("," * 10_000_000)
    assert "workers.csv: row 1: is a line of more than 1,000,000 characters" in refusal(town)


def test_a_line_of_a_gigabyte_is_refused_in_bounded_memory(town: Path) -> None:
    import tracemalloc

    os.truncate(
        town / "workers.csv", 1_000_000_000
    )  # sparse, and not one line end after the last row
    tracemalloc.start()
    said = refusal(town)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "workers.csv: has 1,000 megabytes" in said
    assert most < 250_000_000


def test_a_header_of_countless_columns_is_refused(town: Path) -> None:
    (town / "workers.csv").write_text("a," * 30_000 + "\n1\n")
    assert "workers.csv: row 1: has 30,001 columns" in refusal(town)
