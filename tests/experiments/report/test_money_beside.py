"""Local money beside dollars: in sentences, in tables and in captions, and nowhere by default."""

from __future__ import annotations

import pytest

from poverty_nodes.experiments.answer.background import _money
from poverty_nodes.experiments.question.checked_question import ask
from poverty_nodes.experiments.report.money_beside import MoneyBeside
from poverty_nodes.experiments.report.numbers import TIED
from poverty_nodes.experiments.report.table import Row, Table

RUPEES = MoneyBeside("PKR", 2015, 28.9)


def test_each_sum_of_a_sentence_has_its_local_amount_and_nothing_else_changes() -> None:
    told = RUPEES.text("Below $4.20 a day; $4.20 for 12 persons, $1,230 to $2 million; 3 points.")
    assert told.replace(TIED, " ") == (
        "Below $4.20 a day; $4.20 [PKR 121] for 12 persons, $1,230 [PKR 35,500] to "
        "$2 million [PKR 57.8 million]; 3 points."
    )
    assert RUPEES.text("12 persons, 3.1 points") == "12 persons, 3.1 points"


def test_a_column_of_dollars_has_one_of_local_money_behind_it() -> None:
    heads = ("Group", "Persons", "Mean change, $ a month (95 %)", "Spent", "For whom")
    row = Row("women", ("12", "+1.20 (0.5 to 2.00)", "$100", "all"), "gain")
    found = RUPEES.table(
        Table("Who gains", heads, (row, Row("Gender", tone="section")), words=(3,))
    )
    assert found.heads[3] == found.heads[5] == "in PKR of 2015"
    assert found.rows[0].cells[2] == "+34.7 (10 to 57.8)"
    assert found.rows[0].cells[4] == "2,890"
    assert found.words == (5,)
    assert found.rows[1] == Row("Gender", tone="section")


def test_what_is_reckoned_for_each_dollar_is_no_sum_of_money() -> None:
    table = Table("Price", ("Policy", "Cost for each $ of gap closed"), (Row("a", ("$3",)),))
    assert RUPEES.table(table) == table


def test_a_table_whose_caption_is_in_dollars_says_the_rate() -> None:
    table = Table("By channel, $ a month", ("Group", "jobs"), (Row("all", ("1.2",)),))
    assert "what 28.9 PKR bought in 2015" in RUPEES.table(table).caption


def test_the_year_is_that_of_the_pays_unless_another_is_chosen() -> None:
    assert ask([]).money_beside is None
    assert ask(["money=local"]).money_beside == ("PKR", 2015)
    chosen = ask(["money=local", "money_year=2014"])
    beside = _money(chosen)["beside"]
    assert (beside.currency, beside.year) == ("PKR", 2014)
    assert beside.rate == pytest.approx(43.5 / 1.591)
    assert chosen.fingerprint() != ask(["money=local"]).fingerprint() != ask([]).fingerprint()
