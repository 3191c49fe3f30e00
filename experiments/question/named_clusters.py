"""Which clusters a list names: ids of the catalogue, or paths to one's own."""

from __future__ import annotations

import hashlib
import json

from experiments.question.settings import COMMAND_LINE
from scenarios.catalogue import cluster_ids, load_cluster
from scenarios.errors import Problem, QuestionError


def named_clusters(value: object, problems: list[Problem]) -> tuple[str, ...]:
    """Those asked for by `clusters`, each read once so that what is wrong with its files is said; all if none."""
    if value is None:
        return tuple(cluster_ids())
    asked = tuple(
        dict.fromkeys(str(each) for each in (value if isinstance(value, list) else [value]))
    )
    for each in asked:
        try:
            load_cluster(each)
        except QuestionError as error:
            problems += error.problems
    if not asked:
        where = f"{COMMAND_LINE}: clusters"
        problems.append(Problem(where, "names no cluster", "ids of `list clusters`, or paths"))
    return asked


def content_of(name: str) -> list[str]:
    """What decides an answer about a cluster: its id and digits of its numbers, wherever it lies."""
    found = load_cluster(name)
    digest = hashlib.sha256(json.dumps(found.numbers(), default=str).encode())
    return [found.cluster.id, digest.hexdigest()[:16]]
