"""A stub runs as it stands and says of every number that it is borrowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.files.new_cluster import stub
from poverty_nodes.scenarios.files.writing import write_cluster


@pytest.mark.parametrize("like", cluster_ids())
def test_a_stub_like_any_cluster_is_a_cluster_with_every_number_to_be_replaced(
    like: str, tmp_path: Path
) -> None:
    folder = tmp_path / "my_town"
    folder.mkdir()
    write_cluster(stub("my_town", load_cluster(like)), folder)
    found = load_cluster(folder)
    assert len(found.to_replace()) == len(list(found.estimates()))
    assert found.provenance()["assumed"] == 1.0


def test_borrowed_ranges_are_wider_and_hold_the_values(tmp_path: Path) -> None:
    like = load_cluster("sialkot_surgical")
    folder = tmp_path / "my_town"
    folder.mkdir()
    write_cluster(stub("my_town", like), folder)
    there, here = dict(like.estimates()), dict(load_cluster(folder).estimates())
    assert all(here[k].low <= there[k].low and here[k].high >= there[k].high for k in there)
    assert all(here[k].value == pytest.approx(there[k].value, abs=1e-4, rel=1e-3) for k in there)


def test_a_cluster_of_the_catalogue_has_nothing_to_replace() -> None:
    assert load_cluster("sialkot_surgical").to_replace() == []
