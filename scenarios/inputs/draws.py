"""Draws of uncertain inputs: the n-th draw of an input is the same whatever else is drawn, and however many."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.scenarios.inputs.register import Input


def uniforms(name: str, draws: int) -> NDArray[np.float64]:
    """Independent uniform numbers (draws,) for an input, a stream of its own by the input's name."""
    seed = int.from_bytes(hashlib.sha256(f"draws of {name}".encode()).digest()[:16])
    return np.random.Generator(np.random.Philox(seed)).random(draws)


def draw_inputs(inputs: Iterable[Input], draws: int) -> list[Mapping[str, float]]:
    """So many independent draws, each a value by name; asking for more leaves the earlier ones as they are."""
    columns = {each.name: each.distribution.quantile(uniforms(each.name, draws)) for each in inputs}
    return [
        {name: float(column[number]) for name, column in columns.items()} for number in range(draws)
    ]
