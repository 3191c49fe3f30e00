"""The sheet for a second reader names the numbers and shows none of them."""

from __future__ import annotations

import pytest

from poverty_nodes.scenarios.catalogue import cluster_ids, load_cluster
from poverty_nodes.scenarios.files.reading_sheet import reading_sheet


@pytest.mark.parametrize("identifier", cluster_ids())
def test_every_measured_number_is_named_and_none_is_shown(identifier: str) -> None:
    cluster = load_cluster(identifier)
    sheet = reading_sheet(cluster)
    rows = [line for line in sheet.splitlines() if line.startswith("  ") and "#" not in line]
    measured = [key for key, each in cluster.estimates() if each.kind == "measured"]
    assert [row.split(":")[0].strip() for row in rows] == measured
    assert all("value: ," in row and row.endswith("where: }") for row in rows)
