"""The beginning of a cluster of one's own: every key there, each number borrowed and marked as to be replaced."""

from __future__ import annotations

from typing import Any

from poverty_nodes.scenarios.description.borrowing import (
    borrowed,
    borrowed_facts,
    round_numbers,
    sum_to_one,
)
from poverty_nodes.scenarios.description.cluster import ClusterDescription

Tree = dict[str, Any]


def stub(name: str, like: ClusterDescription) -> dict[str, Tree]:
    """Return the sections of a cluster `name` that runs as it stands, on the numbers of another place."""
    sections: dict[str, Tree] = like.model_dump(mode="json")
    about = sections["cluster"]
    about |= {
        "id": name,
        "title": f"{name.replace('_', ' ').capitalize()} (title to be filled in)",
        "summary": f"A beginning: all numbers are those of {like.cluster.title} ({like.cluster.id}).",
    }
    for key, estimate in like.estimates():
        put(sections, key, borrowed(estimate, like.cluster.title))
    facts = borrowed_facts(like.features, like.cluster.title, like.cluster.phase)
    sections["features"] = facts
    sum_to_one(sections)
    for section in sections.values():
        round_numbers(section)
    return sections


def put(sections: dict[str, Tree], key: str, leaf: Tree) -> None:
    """Set a leaf at a dotted key; buyers stand in a list and are found by their id."""
    *path, last = key.split(".")
    here: Any = sections
    for part in path:
        here = (
            next(each for each in here if each["id"] == part)
            if isinstance(here, list)
            else here[part]
        )
    here[last] = leaf
