"""The sets of deprivations that a question names and the weights that people give: read, checked and hashed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from poverty_nodes.experiments.question.checked_values import Origin
from poverty_nodes.scenarios.errors import Problem, QuestionError

if TYPE_CHECKING:
    from poverty_nodes.experiments.capabilities.deprivation_set import DeprivationSet
    from poverty_nodes.experiments.capabilities.elicited.elicited import Elicited


def counted(
    names: tuple[str, ...], weights: str | None, cluster: str
) -> tuple[tuple[DeprivationSet, ...], Elicited | None]:
    """The sets by name or path, and the weights of a file; QuestionError with all that is wrong with their files."""
    if not names:
        return (), None
    from poverty_nodes.experiments.capabilities.elicited.weights_file import read_weights
    from poverty_nodes.experiments.capabilities.sets import read_sets

    sets = read_sets(names, cluster)
    return sets, None if weights is None else read_weights(weights, list(sets[0].of_the_model))


def counted_digest(names: tuple[str, ...], weights: str | None, cluster: str) -> str:
    """A hash of what the files say: a changed set or other weights are another question."""
    sets, elicited = counted(names, weights, cluster)
    parts = [each.model_dump_json() for each in sets]
    voices = {} if elicited is None else elicited.voices
    parts += [f"{name} {each.rankings} {each.own}" for name, each in voices.items()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def counted_problems(values: Mapping[str, object], verb: str, origin: Origin) -> Iterator[Problem]:
    """What is wrong with the files that the two keys name, or with the verb that they are asked of."""
    names, weights, cluster = (
        values.get(key) for key in ("capabilities", "capabilities_weights", "cluster")
    )
    listed = [names] if isinstance(names, str) else names
    if not isinstance(listed, list | tuple) or not all(isinstance(each, str) for each in listed):
        return  # told by the schema
    where = f"{origin('capabilities')}: capabilities"
    if weights is not None and not listed:
        remedy = "capabilities=[employment] beside it"
        message = "there are weights and no set of deprivations that they are of"
        yield Problem(
            f"{origin('capabilities_weights')}: capabilities_weights", message, remedy=remedy
        )
        return
    if listed and verb != "compare":
        remedy = "poverty-nodes compare, or capabilities=[]"
        yield Problem(where, f"is asked of compare, and not of {verb}", remedy=remedy)
        return
    try:
        counted(tuple(listed), weights if isinstance(weights, str) else None, str(cluster))
    except QuestionError as error:
        for each in error.problems:
            yield replace(each, where=where) if each.where == "capabilities" else each
