"""runs.csv: the runs of an answer by the question's own names, each with the digits of its result.

With these an answer's folder alone, without its store, says what a repeated run must give.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from poverty_nodes.experiments.output.answer_files import RUNS
from poverty_nodes.experiments.output.csv_table import write_rows
from poverty_nodes.experiments.runs.batch import Name
from poverty_nodes.experiments.runs.store.digest import digest
from poverty_nodes.model.result import RunResult

COLUMNS = ("scenario", "draw", "seed", "sha256")
Digests = dict[Name, str]


def noting(
    pairs: Iterable[tuple[int, RunResult, RunResult]], digests: Digests
) -> Iterator[tuple[int, RunResult, RunResult]]:
    """Pass on seed and both results, and record their digits, so that no result is read twice."""
    for seed, without, with_ in pairs:
        digests["without", 0, seed] = digest(without)
        digests["with", 0, seed] = digest(with_)
        yield seed, without, with_


def digests_of(found: Iterable[tuple[int, int, RunResult]], label: str) -> Digests:
    """The digits of runs of one scenario, from draw, seed and result."""
    return {(label, draw, seed): digest(result) for draw, seed, result in found}


def as_file(digests: Digests) -> dict[str, bytes]:
    """The table by the name of its file; no file where nothing was written down."""
    if not digests:
        return {}
    text = io.StringIO()
    write_rows(text, COLUMNS, [(*name, digits) for name, digits in digests.items()])
    return {RUNS: text.getvalue().encode()}
