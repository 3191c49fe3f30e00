"""Surveys as they exist: what each layout gives, what it does not, and that both are said."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from poverty_nodes.experiments.data_quality import page_of
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.survey.building import Built, build
from poverty_nodes.scenarios.survey.survey_reading import read_survey_of
from tests.scenarios.survey.conftest import build_of, small_town
from tests.scenarios.survey.layouts import (
    enterprise_survey,
    labour_force_survey,
    micro_enterprise_module,
)


def built_of(*paths: Path) -> Built:
    return build(read_survey_of(paths[:-1], paths[-1]), "my_town")


@pytest.fixture(scope="module")
def of_persons(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_of(*labour_force_survey(tmp_path_factory.mktemp("persons")))


@pytest.fixture(scope="module")
def of_roster(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_of(*micro_enterprise_module(tmp_path_factory.mktemp("roster")))


def test_a_labour_force_survey_gives_workers_and_says_that_no_firm_was_asked(
    of_persons: Built,
) -> None:
    found = of_persons.findings.found
    assert found["workers.total"].kind == "measured"
    assert found["workers.regular_wage"].kind == "derived"
    assert (
        "Post is derived: homework where d12_place is 1; casual where"
        in found["workers.regular_wage"].note
    )
    assert not [
        key for key in found if key.startswith(("firms.formal", "firms.women", "firms.input"))
    ]
    assert "No firm was asked" in page_of(of_persons)
    assert of_persons.cluster.money.currency == "KES"


def test_of_a_labour_force_survey_the_rows_of_the_trade_alone_are_read(of_persons: Built) -> None:
    note = of_persons.weights.notes[0]
    assert note.endswith(
        "rows of persons.csv are read: those where d05_status is >= 3 and d06_isic is 1410 or 1430."
    )
    assert set(of_persons.survey.workers.hits["pay"]) == {"works without pay", "999999"}


def test_ids_are_made_of_household_and_line(of_persons: Built) -> None:
    ids = of_persons.survey.workers.texts["id"]
    assert len(set(ids)) == len(ids)
    assert all("-" in each for each in ids)


def test_firms_of_a_labour_force_survey_are_workers_over_sizes_in_bands(of_persons: Built) -> None:
    """By hand: each tier's firms are the sum of weights over sizes, taken at the middle of their bands."""
    survey, weights = of_persons.survey, of_persons.weights.workers.raked
    sizes = survey.workers.numbers["firm_size"]
    wanted = sum((weights / sizes)[survey.tier == at].sum() for at in range(3))
    total = of_persons.findings.found["firms.total"]
    assert total.value == pytest.approx(wanted)
    assert total.low < 0.75 * wanted
    assert total.high > 1.25 * wanted
    assert "Asked in bands" in of_persons.findings.found["firms.mean_workers.exporter"].note


@pytest.mark.parametrize("ending", [".sav", ".dta"])
def test_an_enterprise_survey_gives_firms_with_labels_and_says_that_no_worker_was_asked(
    ending: str, tmp_path: Path
) -> None:
    pytest.importorskip("pyreadstat", reason="an optional extra of surveys, and of the tests")
    built = built_of(*enterprise_survey(tmp_path, ending))
    found = built.findings.found
    assert found["firms.tier_share.exporter"].kind == "derived"
    assert (
        "subcontractor where d1a3 is Made to order for other firms"
        in found["firms.tier_share.exporter"].note
    )
    assert not [
        key for key in found if key.startswith(("workers.posts", "workers.regular", "households"))
    ]
    code = "-9 (declared in the file)" if ending == ".sav" else "-9"
    assert built.survey.firms.hits["revenue"][code] > 10
    assert "No worker was asked" in page_of(built)


def test_pay_that_nobody_was_asked_is_carried_over_by_purchasing_power(tmp_path: Path) -> None:
    pytest.importorskip("pyreadstat", reason="an optional extra of surveys, and of the tests")
    built = built_of(*enterprise_survey(tmp_path, ".sav"))
    wage = built.cluster.workers.regular_wage
    by_hand = 5500 * 1.613 / 19.469 * 43.2 / 1.38
    assert wage.value == pytest.approx(by_hand, rel=1e-4)
    assert wage.year == 2016
    assert "5,500 INR of 2012 times" in wage.note


def test_a_micro_enterprise_module_counts_heads_in_its_roster(of_roster: Built) -> None:
    survey = of_roster.survey
    heads = survey.firms.numbers["workers"]
    np.testing.assert_array_equal(heads, np.bincount(survey.employer, minlength=len(survey.firms)))
    assert heads.min() >= 1
    assert "The workers of a firm are its rows in roster.csv." in of_roster.weights.notes


def test_who_works_without_pay_is_told_and_is_no_worker_of_the_model(of_roster: Built) -> None:
    notes = " ".join(of_roster.weights.notes)
    assert (
        "rows of roster.csv (37.4% by weight) work without pay. The model has no post without pay"
        in notes
    )
    assert "firms (35.1% by weight) pay nobody and are left out" in notes
    assert (of_roster.survey.workers.codes["post"] < 4).all()
    assert np.nanmin(of_roster.survey.workers.numbers["pay"]) > 0


def test_firms_that_pay_nobody_are_refused_until_the_map_says_what_to_do_with_them(
    tmp_path: Path,
) -> None:
    paths = micro_enterprise_module(tmp_path)
    paths[-1].write_text(paths[-1].read_text().replace("  alone: left out\n", ""))
    with pytest.raises(QuestionError, match="the firm pays nobody") as caught:
        built_of(*paths)
    assert "next: firms: {alone: left out} in map.yaml" in str(caught.value)


def test_one_file_and_a_map_of_two_are_told_apart(tmp_path: Path) -> None:
    roster, businesses, mapping = micro_enterprise_module(tmp_path)
    for only in (roster, businesses):
        with pytest.raises(
            QuestionError, match="has sections firms and workers, and one file is given"
        ):
            built_of(only, mapping)
    persons, of_persons = labour_force_survey(tmp_path)
    with pytest.raises(QuestionError, match=r"has no section firms for businesses.csv"):
        built_of(persons, businesses, of_persons)


def test_a_row_of_a_roster_without_a_firm_is_told_and_not_counted(tmp_path: Path) -> None:
    roster, businesses, mapping = micro_enterprise_module(tmp_path)
    head, first, *others = roster.read_text().splitlines()
    cells = first.split(",")
    roster.write_text("\n".join([head, ",".join(["", *cells[1:]]), *others]))
    with pytest.raises(
        QuestionError, match=r"roster.csv: row 2, column 'cluster \+ hh \+ biz': is missing"
    ):
        built_of(roster, businesses, mapping)


def test_an_interval_ends_where_its_quantity_does(tmp_path: Path) -> None:
    """Pays of few rows that are far apart: the ratio of two posts is at most 10, its interval is not refused."""
    skilled = [f"P{n},F{n},1,c,{48000 if n == 0 else 6000}" for n in range(4)]
    rows = [*skilled, *(f"P{n},F{n % 12},1,r,2000" for n in range(4, 24))]
    folder = small_town(tmp_path, rows, [f"F{n},E,10" for n in range(12)], "fewest: 2\n")
    ratio = build_of(folder).cluster.workers.skilled_ratio
    assert ratio.high == 10.0
