"""Whether this machine has the memory for a question, which is said before anything is allocated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from poverty_nodes.experiments.question.question import Question
from poverty_nodes.model.lives import population_of
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import Problem

BYTES_PER_ADULT, BYTES_PER_FIRM = 315, 7_000
"""An economy at rest, its workspace and the rows that wait for entrants: measured on six clusters, within a tenth."""
ECONOMIES_PER_RUN = 3
"""What a run holds at once: its economy, room for the month's measures and results, and what is made on the way."""
FRAMES_PER_LIFE = 4
"""Months of which an experiment of the ledger keeps the tables, as most of them do."""
LIBRARIES = 250_000_000
"""Bytes of a process before it has read a cluster."""
ADDRESSES = 1_300_000_000
"""Addresses that libraries and their threads reserve in a process, most of which they never use."""


def memory_problem(*questions: Question) -> Problem | None:
    """The problem if this machine lacks the memory for the largest of some questions, with a scale that would fit."""
    largest = {(each.cluster, each.share): each for each in questions}.values()
    return _problem_of(max(largest, key=memory_needed))


def shortage(where: str, what: str, needed: float, remedy: str) -> Problem | None:
    """The problem if `what` takes more bytes than are free; None if it fits, or where nobody can tell."""
    there = available_memory()
    if there is None or needed <= there:
        return None
    message = f"{what} take about {_gigabytes(needed)} of memory, and {_gigabytes(there)} are free"
    return Problem(where, message, f"a machine with {_gigabytes(needed)} free", remedy=remedy)


def _problem_of(question: Question) -> Problem | None:
    if question.compute.address is not None:
        return None  # the runs are made elsewhere
    needed, there = memory_needed(question), available_memory()
    if there is None or needed <= there:
        return None
    people, base = people_of(question), _before_people(question)
    fitting = question.share * max(there - base, 0.0) / (needed - base)
    if fitting < question.share / people:
        accepted = f"a machine with {_gigabytes(base)} free"
        remedy = "free memory, or raise the limit (ulimit -v)"
    else:
        accepted = f"scale of {fitting:.2g} or less, or fewer workers"
        remedy = f"scale={fitting:.2g} or workers=1"
    return Problem(
        f"scale={question.share:g}",
        f"runs of {people:,} adults take about {_gigabytes(needed)} of memory, and {_gigabytes(there)} are free",
        accepted,
        remedy=remedy,
    )


def memory_needed(question: Question) -> float:
    """Bytes, roughly: economies that run at once, base months that are kept for the next scenario, and libraries."""
    from poverty_nodes.scenarios.scenario import KEPT_BYTES, KEPT_STARTS

    economy = economy_of(question)
    processes, threads = _processes(question)
    populations = len({population_of(seed) for seed in question.seed_numbers})
    kept = min(populations * economy, max(KEPT_STARTS * economy, KEPT_BYTES))
    return _before_people(question) + processes * (kept + threads * ECONOMIES_PER_RUN * economy)


def economy_of(question: Question) -> float:
    """Bytes of one economy of a question at rest."""
    return economy(question.description, question.share)


def economy(cluster: ClusterDescription, scale: float) -> float:
    """Bytes of one economy at rest."""
    return adults(cluster, scale) * BYTES_PER_ADULT + _firms(cluster, scale) * BYTES_PER_FIRM


def people_of(question: Question) -> int:
    """Working-age adults of both places: the sector's workers over their share of all adults."""
    return adults(question.description, question.share)


def adults(cluster: ClusterDescription, scale: float) -> int:
    """Adults of a cluster at a scale."""
    workers = cluster.workers.total.value + cluster.places.dispersed.workers.value
    return round(scale * workers / cluster.workers.sector_share.value)


def of_small_economies(economies: Iterable[float], threads: int = 1, kept_lives: int = 0) -> float:
    """Bytes of a process in which `threads` economies live at once, none larger than the largest of these.

    Of `kept_lives` more the tables of some months stay.
    """
    largest = max(economies, default=0.0)
    return LIBRARIES + largest * (threads * ECONOMIES_PER_RUN + kept_lives * FRAMES_PER_LIFE)


def _firms(cluster: ClusterDescription, scale: float) -> float:
    """Simulated firms of both places, as if those of the comparator were as large."""
    workers = cluster.workers.total.value
    both = 1.0 + cluster.places.dispersed.workers.value / workers
    return scale * cluster.firms.total.value * both


def _before_people(question: Question) -> float:
    return float(_processes(question)[0] * LIBRARIES)


def _processes(question: Question) -> tuple[int, int]:
    """Processes that make runs, and runs that each makes at once."""
    from poverty_nodes.experiments.runs.executors.executors import available_cores

    compute = question.compute
    workers = compute.workers or question.workers or available_cores()
    at_once = 1 if compute.kind == "serial" else min(workers, 2 * question.seeds)
    return (at_once, 1) if compute.kind in ("processes", "dask") else (1, at_once)


def available_memory() -> float | None:
    """Bytes that this process may still take, as far as the system tells; None where it does not."""
    return min(_limits(), default=None)


def _limits() -> Iterator[float]:
    """Bytes that are free, and those that limits of the process and of its container allow."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                yield 1024.0 * int(line.split()[1])
    with suppress(OSError, ValueError):
        yield float(Path("/sys/fs/cgroup/memory.max").read_text(encoding="ascii"))
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        import resource

        addresses, _ = resource.getrlimit(resource.RLIMIT_AS)
        if addresses != resource.RLIM_INFINITY:
            yield max(0.0, addresses - ADDRESSES + LIBRARIES)


def _gigabytes(size: float) -> str:
    return f"{size / 1e9:,.1f} GB"
