import numpy as np
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.impact.nodes import MEASURES, MOMENTS
from poverty_nodes.model.measures.catalogue import MEASURES as CATALOGUE

LINE = 4.20 * 365 / 12


def test_a_node_is_told_at_the_base_month_and_at_the_end_of_both_worlds(world):
    columns = {"contract": 3, "tier": 2, "gender": 1}
    pair = world.pair([LINE - 30] * 40, [LINE + 30] * 40, **columns)
    table = assess([(1, *pair), (2, *pair)], world.terms(window=1)).nodes
    rows = table[table["node"] == "subcontractor|homework|female"].set_index("moment")
    assert rows.index.tolist() == list(MOMENTS)
    assert rows["P0"].tolist() == [100, 100, 0, -100]
    assert rows.loc["base", "people"] == 400
    assert not rows["thin"].any()


def test_the_end_is_the_mean_of_the_last_months(world):
    pair = world.pair([100.0], [160.0])
    table = assess([(1, *pair)], world.terms(window=2)).nodes
    row = table[(table["node"] == "none|none|male") & (table["moment"] == "end_with")].iloc[0]
    # welfare with is 150 in month 5 and 160 in month 6, against a line of 127.75
    assert row["P0"] == 0
    assert row["P1"] == 0


def test_an_empty_node_has_no_poverty_and_is_too_thin(world):
    pair = world.pair([100.0], [160.0])
    table = assess([(1, *pair)], world.terms()).nodes
    row = table[table["node"] == "exporter|regular|female"].iloc[0]
    assert np.isnan(row["P0"])
    assert row["thin"]


def test_no_column_is_promised_of_what_no_run_measures():
    assert set(MEASURES) <= {each.name for each in CATALOGUE if each.by_group}


def test_nodes_add_up_to_the_people_of_the_cluster(world, towns):
    found = assess(towns(2), world.terms())
    base = found.nodes[found.nodes["moment"] == "base"]
    assert base["people"].sum() == pytest.approx(found.winners.iloc[0]["n"])
