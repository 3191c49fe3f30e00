"""The page that sweeps, sensitivities and the ledger share: whole, escaped, in words, readable by ear."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from poverty_nodes.experiments.answer.setting_words import key_words, value_words
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.uncertainty.page import Fold, page, table_of

ATTACK = "<script>alert(1)</script>"


def drawing(name: str) -> Drawing:
    return Drawing(name, f"Bars {ATTACK}", f"bars of {name}", b"<svg/>", Figure())


@pytest.fixture(scope="module")
def text() -> str:
    frame = pd.DataFrame(
        {"factor": [ATTACK, "size"], "value_of": [12345.678, np.nan], "empty": [None, None]}
    )
    table = table_of(frame, "What was found")
    sections = [
        ("Results", [ATTACK, drawing("one"), table]),
        ("More", [Fold("folded away", [drawing("two"), table])]),
        ("How", ["so"]),
    ]
    return page(f"Title {ATTACK}", ATTACK, ["The answer.", ATTACK], sections, [("Word", ATTACK)])


def test_everything_is_escaped_and_nothing_is_asked_of_a_network(text: str) -> None:
    assert "<script" not in text
    assert re.findall(r'(?:src|href)="(?!data:|#)', text) == []


def test_figures_are_numbered_and_have_words_for_the_ear(text: str) -> None:
    assert re.findall(r"Figure (\d)", text) == ["1", "2"]
    assert text.count('alt="bars of') == 2


def test_tables_have_captions_and_heads_of_their_own_and_no_empty_column(text: str) -> None:
    assert text.count("<caption>What was found</caption>") == 2
    assert "value of" in text
    assert "empty" not in text
    assert "12,350" in text
    assert text.count('scope="col"') == 4


def test_the_answer_stands_first_and_links_lead_somewhere(text: str) -> None:
    assert text.index("The answer.") < text.index("<nav")
    for target in re.findall(r'href="#([^"]+)"', text):
        assert f'id="{target}"' in text


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("policy", ["micro_credit"], ("the package", "micro-credit")),
        ("policy", [], ("the package", "no policy")),
        ("shock", ["demand_slump"], ("the shock", "demand slump")),
        ("shock.flood.start", 7, ("first month of the flood", "month 7")),
        (
            "policy.labour_standards.wage_floor",
            {1: 1.0},
            ("wage floor of labour standards", "1 from month 1"),
        ),
        ("inputs.workers.casual_ratio", 0.25, ("casual pay over regular pay", "0.25")),
        ("months", 24, ("the horizon", "24 months")),
    ],
)
def test_what_is_swept_is_called_in_words(key: str, value: object, words: tuple[str, str]) -> None:
    assert (key_words(key), value_words(key, value)) == words
