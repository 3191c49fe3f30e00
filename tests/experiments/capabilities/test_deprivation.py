"""Deprivations of real runs of a small cluster: what is kept, what is told, and what stands on the page."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.experiments.capabilities import words
from poverty_nodes.experiments.capabilities.deprivation import deprivation_of
from poverty_nodes.experiments.capabilities.fields import FIELDS, KEPT, kept_of
from poverty_nodes.experiments.capabilities.kept_run import Lived, run_lived
from poverty_nodes.experiments.capabilities.page import section_of
from poverty_nodes.experiments.capabilities.sets import read_sets, set_names
from poverty_nodes.experiments.report.section import Boxed
from poverty_nodes.experiments.runs.kinds_of_run.whole_run import run_one
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.experiments.runs.store.store import MemoryStore
from poverty_nodes.model.policies import SocialProtection
from poverty_nodes.scenarios import Scenario, load_cluster


@pytest.fixture(scope="module")
def scenario():
    insured = SocialProtection(start=1)
    return Scenario(load_cluster("sialkot_surgical"), (insured,), months=3, scale=0.02, window=2)


@pytest.fixture(scope="module")
def sets():
    return read_sets(set_names(), "sialkot_surgical")


@pytest.fixture(scope="module")
def found(scenario, sets):
    scenarios = {"without": replace(scenario, policies=()), "with": scenario}
    return deprivation_of(
        sets, None, scenarios, (1, 2), MemoryStore(), 1, Progress(quiet=True), ("gender", "node")
    )


def test_what_is_kept_is_what_the_full_run_says(scenario):
    full = run_one(scenario, 1).people
    kept = run_lived(Lived(scenario, tuple(KEPT)), 1).people
    for name in ("id", "weight", "contract", "tier", "contract_final", "tier_final"):
        assert np.array_equal(kept[name], full[name])
    assert kept["consumption_at_base"] == pytest.approx(full["welfare_base"])
    assert kept["consumption_at_end"] == pytest.approx(full["welfare_final"], rel=1e-6)
    assert kept["earnings_at_end"] == pytest.approx(full["earnings_final"], rel=1e-6, abs=1e-4)
    assert set(np.unique(kept["insured_at_end"])) <= {0.0, 1.0}


def test_a_run_keeps_only_what_the_indicators_ask_for(scenario):
    kept = run_lived(Lived(scenario, kept_of(frozenset({"illness_burden"}))), 1).people
    columns = {name for name in kept if name.endswith(("_at_base", "_at_end"))}
    assert columns == {
        f"{name}_at_{when}" for name in ("consumption", "illness_cost") for when in ("base", "end")
    }


def test_every_field_is_made_of_columns_that_a_run_can_keep():
    assert {name for each in FIELDS.values() for name in each.of} <= set(KEPT)


def test_insurance_takes_away_one_deprivation_and_no_other_by_much(found):
    table = found.sets[1].table
    rows = table[(table["group"] == "all") & (table["measure"] == "hd")].set_index("indicator")
    assert found.sets[1].chosen.id == "employment"
    assert rows.loc["no_social_security", "change"] < -0.05
    assert rows.loc["no_social_security", "change"] == rows["change"].min()
    assert words.headline(found.sets[1]).startswith(
        "Quality of employment: the policies reduce deprivation"
    )


def nodes_of(found):
    """The table of nodes as a comparison has it, with the columns that the map asks for."""
    parts = found.nodes["node"].str.split("|", expand=True)
    table = found.nodes[["node", "moment"]].assign(
        tier=parts[0], contract=parts[1], gender=parts[2]
    )
    return found.beside(table.assign(people=100.0, thin=False))


def test_the_page_tells_each_set_and_puts_what_is_not_known_in_a_box(found):
    section = section_of(found, nodes_of(found))
    boxes = [each for each in section.members if isinstance(each, Boxed)]
    assert len(boxes) == len(found.sets) == 3
    assert any("hours are not in this model" in text for each in boxes for text in each.boxed)
    assert [each.name for each in section.drawings] == ["deprivation", "deprivation_nodes"]
    again = section_of(found, nodes_of(found)).drawings
    assert [each.svg for each in section.drawings] == [each.svg for each in again]


def test_a_change_too_small_to_write_is_not_written_as_none(found):
    table = found.sets[0].table.copy()
    table.loc[table["measure"] == "M0", ["change", "low", "high"]] = (-0.0002, -0.0003, -0.0001)
    told = words.headline(replace(found.sets[0], table=table))
    assert "reduce deprivation (M0) by less than 0.001" in told


def test_levels_of_a_survey_are_told_apart_from_results(sets):
    level = {"share": 0.4, "of": "women home workers", "source": "a survey of 2024"}
    told = sets[1].model_dump()
    told["dimensions"]["conditions"]["indicators"]["long_hours"] |= {
        "known": "survey",
        "levels": [level],
    }
    first, *_ = words.left_out(type(sets[1]).model_validate(told))
    assert "No policy moves these here" in first
    assert f"{words.per_cent(0.4)} of women home workers (a survey of 2024)" in first


def test_tables_are_written_and_nodes_get_a_column(found, tmp_path):
    found.write(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {
        f"deprivation{end}.csv" for end in ("", "_robustness", "_by_weights", "_weights")
    }
    nodes = found.nodes[["node", "moment"]].assign(people=1.0)
    assert list(found.beside(nodes).columns)[-3:] == [
        "deprivation",
        "deprivation_low",
        "deprivation_high",
    ]
