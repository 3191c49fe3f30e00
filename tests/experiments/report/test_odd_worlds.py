"""Whatever comes out, each sentence of the page says what the tables of the page say."""

from __future__ import annotations

import re

import numpy as np
import pytest

from poverty_nodes.experiments.impact.interval import excludes_zero
from poverty_nodes.experiments.report import Background, page, titles, words
from poverty_nodes.experiments.report.figures import draw_all
from poverty_nodes.experiments.report.labels import people_label
from poverty_nodes.experiments.report.tables_of_people import winners_table
from tests.experiments.report.odd_worlds import ODD, compared

TITLES = (titles.over_time, titles.difference, titles.bins, titles.mean_change, titles.incidence,
          titles.cells, titles.by_month, titles.transitions, titles.nodes, titles.cost)  # fmt: skip
SOURCES = {
    "headline": "winners", "levels": "winners", "winners": "winners", "comparator": "winners",
    "transitions": "transitions", "nodes": "nodes", "cost": "cost", "payers": "payers", "net": "cost",
}  # fmt: skip
"""The table that each sentence reads."""
KNOWN = (95.0, 4.20, 0.1, 0.001)
"""Numbers of a sentence that no table holds: the level of intervals, the line, the bounds of the bins."""
CLAIMS_OF_NOTHING = ("nobody's consumption changes", "each person consumes the same",
                     "no person's consumption changes", "nothing else changes either")  # fmt: skip


@pytest.fixture(scope="module", params=list(ODD))
def told(request, world, towns):
    """A comparison, its sentences by name with the titles among them, and its page."""
    found = compared(request.param, world, towns)
    sentences = page._sentences(found) | {each.__name__ + " title": each(found) for each in TITLES}
    background = Background("Atown", "A town.", "0", "compare", {"assumed": 1.0}, 1)
    return found, sentences, page.render(found, background, draw_all(found))


def test_no_sentence_has_a_blank_a_sign_of_nothing_or_a_number_that_is_none(told):
    _, sentences, text = told
    for name, sentence in sentences.items():
        for wrong in ("nan", "inf ", "\N{EN DASH}", "  ", "{", "is zero", "$0 a month", "+0.0 "):
            assert wrong not in sentence, (name, sentence)
    assert not re.search(r"\bnan\b|\binf\b", re.sub(r"base64,[^\"]*", "", text))


def test_every_number_of_a_sentence_stands_in_its_table(told):
    found, sentences, _ = told
    for name, table in SOURCES.items():
        held = _numbers_of(getattr(found, table))
        more = {*KNOWN, len(found.seeds), found.headline.agreeing, *map(abs, _of_terms(found))}
        for value, unit in _numbers_in(sentences[name]):
            assert any(abs(each - value) <= unit for each in (*held, *more)), (
                name,
                value,
                sentences[name],
            )


def test_that_nothing_changes_is_said_if_and_only_if_it_is_so(told):
    found, sentences, text = told
    claimed = [each for each in CLAIMS_OF_NOTHING if each in " ".join(sentences.values()).lower()]
    assert bool(claimed) == (found.moved == 0)
    assert ("nothing else changes either" in claimed) <= found.untouched
    same = found.headline.change == 0
    headline = sentences["headline"]
    assert same == (
        "with and without" in headline
        or "nothing changes" in headline
        or "estimate is 0 points" in headline
    )
    if found.untouched:
        assert not re.search(r"\d (?:points|%) (?:lower|higher)", text)


def test_what_is_said_to_be_no_luck_has_that_verdict_in_the_table_and_the_reverse(told):
    found, sentences, _ = told
    verdicts = {
        row.head: row.cells[-1] for row in winners_table(found, page._PLAIN, "").rows if row.cells
    }
    table = found.winners.set_index("group")
    gain, lose = (words.certain_groups(found.winners, sign) for sign in (1, -1))
    for named, verdict in ((gain, "gain"), (lose, "loss")):
        labels = {people_label(group): row for group, row in table.iterrows()}
        for each in named:
            row = labels.get(each.partition(" (")[0])
            assert row is None or (row["low"] > 0 if verdict == "gain" else row["high"] < 0)
    if "No group of the table below gains or loses" in sentences["winners"]:
        groups = found.winners[found.winners["dimension"].isin(page._PLAIN[1:-1])]
        assert not (excludes_zero(groups["low"], groups["high"]) & ~groups["thin"]).any()
    if verdicts["all persons"] in ("gain", "loss"):
        assert "which may be luck" not in sentences["winners"]
    assert found.headline.certain == ("whatever the luck" in sentences["headline"])


def test_no_share_of_seeds_is_given_for_the_sign_of_nothing(told):
    found, _, _ = told
    for table, change in (
        (found.winners, "mean_change"),
        (found.by_month, "change"),
        (found.incidence, "growth"),
    ):
        assert table.loc[table[change] == 0, "sign_certain"].isna().all()


def _numbers_in(sentence: str) -> list[tuple[float, float]]:
    """Each number with half a unit of its last digit: three digits of money, persons from a thousand on."""
    found = []
    sentence = re.sub(r"\d+ more groups? of the table", "", sentence)
    for text, scale in re.findall(r"(\d[\d,]*(?:\.\d+)?)(?: (million|billion))?", sentence):
        by = {"": 1.0, "million": 1e6, "billion": 1e9}[scale]
        value = float(text.replace(",", ""))
        digits = len(text.partition(".")[2])
        unit = 0.5 * 10.0**-digits
        if not digits and value >= 1000:
            unit = max(unit, 0.5 * 10.0 ** (np.floor(np.log10(value)) - 2))
        found.append((value * by, unit * by * (1 + 1e-6) + 1e-9))
    return found


def _numbers_of(table) -> list[float]:
    """Sizes of all numbers of a table, as they are and as per cent, with sums of a column by policy."""
    numbers = [abs(float(each)) for each in table.select_dtypes("number").to_numpy().ravel()]
    if "paid" in table and len(table):
        own = table[table["policy"] == table["policy"].iloc[-1]]
        numbers += [float(own[name].sum()) for name in ("paid", "a_household_a_month")]
    if "out_persons" in table:
        numbers.append(abs(float(table["out_persons"].iloc[0] - table["into_persons"].iloc[0])))
    finite = [each for each in numbers if np.isfinite(each)]
    return [*finite, *(100 * each for each in finite)]


def _of_terms(found) -> tuple[float, ...]:
    first = found.terms.months - found.terms.window + 1
    return (found.terms.months, first, found.terms.window, 100 * found.moved)
