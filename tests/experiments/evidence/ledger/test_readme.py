"""What README says that the model is not stands on numbers that `validate` made."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from poverty_nodes.experiments.evidence.ledger.found import Found
from poverty_nodes.experiments.evidence.ledger.numbers import numbers_table
from poverty_nodes.experiments.evidence.ledger.readme import TABLE, sentences

README = Path(__file__).resolve().parents[4] / "README.md"


@pytest.fixture
def section() -> str:
    """README's "What it is not", as one line."""
    text = README.read_text(encoding="utf-8")
    return " ".join(text.partition("## What it is not")[2].partition("\n## ")[0].split())


def test_every_sentence_with_a_number_is_made_from_the_table(section: str) -> None:
    left = section
    for sentence in sentences(pd.read_csv(TABLE)):
        assert sentence in left, sentence
        left = left.replace(sentence, "")
    assert not any(sign.isdigit() for sign in left), left


def test_what_stands_in_the_table_of_the_catalogue_is_so_now() -> None:
    kept = pd.read_csv(TABLE)
    now = numbers_table(Found(), seeds=12)
    kept = kept[kept["part"] == "catalogue"].drop(columns="seeds").reset_index(drop=True)
    assert kept.equals(now.drop(columns="seeds"))


def test_a_part_that_was_not_run_says_so_and_one_that_was_its_numbers() -> None:
    nothing = sentences(numbers_table(Found(), seeds=12))
    assert "No pattern has been judged by them yet." in nothing
    names = ("asked", "registered", "reproduced", "mechanisms", "inert")
    rows = [("paper", name, 3, 12) for name in names] + [("inert", "copying", 1, 12)]
    table = pd.concat(
        [
            numbers_table(Found(), 12),
            pd.DataFrame(rows, columns=["part", "number", "value", "seeds"]),
        ]
    )
    judged = "3 of 3 propositions of the paper have been judged, and 3 hold over what is not known"
    inert = "3 of 3 mechanisms that were switched off, or that no rule reads, are inert: copying."
    assert f"{judged}; {inert}" in sentences(table)
    assert f"{judged}; none of its mechanisms has been switched off yet." in sentences(
        table[~table["number"].isin(("mechanisms", "copying"))]
    )
