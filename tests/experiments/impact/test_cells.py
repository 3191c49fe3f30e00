import pytest

from poverty_nodes.experiments.impact import assess


def test_cells_of_a_node_add_up_to_the_node(world, towns):
    found = assess(towns(2, 2000), world.terms())
    nodes = found.winners[found.winners["dimension"] == "node"].set_index("group")
    cells = found.cells
    for node, rows in cells.groupby("node"):
        assert rows["n"].sum() == pytest.approx(nodes.loc[f"node={node}", "n"])
    assert cells["decile"].between(1, 10).all()


def test_a_cell_too_small_to_report_is_said_to_be_thin(world, towns):
    cells = assess(towns(2, 400), world.terms()).cells
    assert cells["thin"].any()
    assert (cells.loc[cells["thin"], "simulated"] < 30).all()
