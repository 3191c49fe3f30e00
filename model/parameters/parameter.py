"""What a behavioural number of the model is: value, range, unit, kind and source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Parameter:
    """A number of the model; `source` is a key of sources.bib or the reasoning behind a judgement."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    kind: str
    source: str
    meaning: str
