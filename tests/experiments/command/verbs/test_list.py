"""list: tables for people, CSV and JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from poverty_nodes.experiments.command import cli
from poverty_nodes.experiments.command.inventory import KINDS
from poverty_nodes.experiments.output.terminal_table import ID_GRAMMAR, WIDEST
from poverty_nodes.scenarios.catalogue import list_clusters


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_json_is_a_list_of_objects_with_id_and_title(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([word for word in ("list", kind, "format=json") if word]) == 0
    rows = json.loads(capsys.readouterr().out)
    # Orders of the month come from installed packages alone, of which there may be none.
    assert rows or kind == "models"
    for row in rows:
        assert row["id"]
        assert row["title"]


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_a_line_for_each_row_of_the_json(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["list", kind, "format=csv"])
    lines = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    cli.main(["list", kind, "format=json"])
    rows = json.loads(capsys.readouterr().out)
    assert [line["id"] for line in lines] == [row["id"] for row in rows]


@pytest.mark.parametrize("columns", ["80", "300"])
@pytest.mark.parametrize("kind", ["", *KINDS])
def test_a_table_fits_the_terminal_and_cuts_no_id(
    kind: str, columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    cli.main([word for word in ("list", kind) if word])
    table = capsys.readouterr().out
    assert max(len(line) for line in table.splitlines()) <= min(int(columns), WIDEST)
    cli.main([word for word in ("list", kind, "format=json") if word])
    for row in json.loads(capsys.readouterr().out):
        assert row["id"] in table


@pytest.mark.parametrize("kind", KINDS)
def test_ids_follow_one_grammar_and_stand_once(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["list", kind, "format=json"])
    ids = [row["id"] for row in json.loads(capsys.readouterr().out)]
    assert [each for each in ids if not re.fullmatch(ID_GRAMMAR, each)] == []
    assert len(set(ids)) == len(ids)
    if kind != "measures":  # P0, P1 and P2 are so called in the literature
        assert [each for each in ids if each != each.lower()] == []


@pytest.mark.parametrize("kind", ["clusters", "archetypes", "policies", "chains", "shocks"])
def test_what_can_be_chosen_by_name_has_no_point_in_its_name(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["list", kind, "format=json"])
    assert [row["id"] for row in json.loads(capsys.readouterr().out) if "." in row["id"]] == []


def test_the_twelve_clusters_show_their_provenance_in_a_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    cli.main(["list", "clusters"])
    table = capsys.readouterr().out
    for cluster in list_clusters():
        shares = (cluster.measured, cluster.derived, cluster.assumed)
        assert " + ".join(f"{100 * each:.0f}" for each in shares) in table
    assert len(table.splitlines()) <= 3 * len(list_clusters()) + 8


def test_clusters_policies_shocks_and_measures_are_there(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = {}
    for kind in ("clusters", "policies", "shocks", "measures"):
        cli.main(["list", kind, "format=json"])
        found[kind] = {row["id"] for row in json.loads(capsys.readouterr().out)}
    assert "sialkot_surgical" in found["clusters"]
    assert found["policies"] == {
        *("micro_credit", "vocational_training", "womens_technical_training", "labour_standards"),
        *("safety_and_health", "home_worker_inclusion", "code_of_conduct", "cluster_development"),
        *("technology_centre", "effluent_plant", "market_linkage", "procurement", "child_care"),
        *("social_protection", "cash_transfer", "cooperative", "formalisation"),
    }
    assert {"fda_standard_1994", "closure_order", "pandemic"} <= found["shocks"]
    assert {"P0", "P1", "P2", "gini"} <= found["measures"]


def test_a_shock_is_listed_with_its_kind_and_its_source(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cli.main(["list", "shocks", "format=json"])
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["fda_standard_1994"]["kind"] == "buyers_standard"
    assert rows["peso_devaluation_1994"]["kind"] == "currency_crisis"
    assert all(row["source"] and row["sizes"] for row in rows.values())


def test_a_term_shows_the_value_that_it_has_when_nothing_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cli.main(["list", "terms", "format=json"])
    terms = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert terms["policy.micro_credit.amount"]["default"] == 500  # from conf/policy
    assert terms["policy.micro_credit.take_up"]["default"] == 0.2  # from the schema
    accepted = "a number from 0 to 1, or a path {1: a, 13: b}"
    assert terms["policy.micro_credit.take_up"]["accepted"] == accepted
    assert terms["shock.flood.capital_lost"]["default"] == 0.1  # from conf/shock
    assert terms["shock.flood.ramp"]["default"] == 0  # from the schema
