"""What of a cluster of one's own travels with an answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from poverty_nodes.experiments.question.own_clusters import carried


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A folder that somebody sent, and a file beside it that is nobody else's business."""
    (tmp_path / "private").write_text("a key")
    (tmp_path / "money.yaml").write_text("money: shared by several towns")
    folder = tmp_path / "town"
    (folder / "survey").mkdir(parents=True)
    (folder / "cluster.yaml").write_text("cluster: a town")
    return folder


def _names(town: Path) -> set[str]:
    _, files = carried({"cluster": str(town)})
    return {name.removeprefix("clusters/town/") for name in files}


def test_a_link_to_something_private_does_not_travel(town: Path) -> None:
    for name in ("NOTES.md", "survey/map.yaml", "survey/money.yaml", "second_reading.yaml"):
        (town / name).symlink_to(town.parent / "private")
    assert _names(town) == {"cluster.yaml"}


def test_a_part_that_towns_share_and_a_link_within_the_folder_travel(town: Path) -> None:
    (town / "money.yaml").symlink_to("../money.yaml")
    (town / "about.txt").write_text("notes")
    (town / "NOTES.md").symlink_to("about.txt")
    assert _names(town) == {"cluster.yaml", "money.yaml", "NOTES.md"}
