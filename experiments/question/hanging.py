"""Which questions say what their answer hangs on unless they say otherwise: it takes a minute the first time."""

from __future__ import annotations

LEAST_SEEDS, LEAST_MONTHS, LEAST_WORKERS = 10, 24, 1_000
"""Below any of these a question is one to look around with."""


def is_large(seeds: int, months: int, workers: float) -> bool:
    """Whether a question is large enough; `workers` are those of the cluster that it simulates.

    >>> is_large(10, 24, 999.7), is_large(9, 60, 5_000.0)
    (True, False)
    """
    return seeds >= LEAST_SEEDS and months >= LEAST_MONTHS and round(workers) >= LEAST_WORKERS
