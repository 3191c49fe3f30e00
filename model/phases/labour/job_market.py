"""The month's market for posts: vacancies, offers, and who looks for a post in which order."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from poverty_nodes.model.phases.labour import matching, vacancies
from poverty_nodes.model.population.draw_order import draw_order
from poverty_nodes.model.population.seeker import SEEKER
from poverty_nodes.model.rules.agglomeration import MOST_CONTACTS
from poverty_nodes.model.state import State, Table


class Ahead(NamedTuple):
    """The next seekers in the queue (`matching.AT_A_TIME`,), how often each looks, and the nodes seen (.., looks)."""

    seekers: Table
    looks: NDArray[np.int64]
    nodes: NDArray[np.int64]


class JobMarket(NamedTuple):
    """What matching reads and writes in a month.

    `staff` and `vacancy` (firms, 4) are filled and vacant posts by kind; `hires` (places, 4, 2, 2)
    counts who is hired by gender and group. `nodes` are those of the ring that have vacancies, by place (`start`), and
    `guide` where to look for a point among them (`vacancies.guide`). `access` (places, 4, 2, 2) is the chance that an
    offer of a kind reaches a person; `offers` (firms,) is what firms offer. `seekers` come in the order of `queue`.
    """

    staff: NDArray[np.int32]
    vacancy: NDArray[np.int32]
    hires: NDArray[np.int64]
    nodes: Table
    start: NDArray[np.int64]
    guide: NDArray[np.int32]
    access: NDArray[np.float64]
    offers: Table
    seekers: Table
    queue: NDArray[np.int64]
    ahead: Ahead


def look_ahead() -> Ahead:
    """Empty arrays for the next seekers in the queue."""
    n = matching.AT_A_TIME
    nodes = np.empty((n, int(MOST_CONTACTS) + 1), dtype=np.int64)
    return Ahead(np.empty(n, dtype=SEEKER), np.empty(n, dtype=np.int64), nodes)


def open_market(state: State) -> JobMarket:
    """Vacancies and offers of the month, and who looks for a post in it."""
    s, d = state, state.workspace
    vacancies.open_vacancies(d.target, d.staff, d.vacancy)
    vacancies.write_offers(s.firms, s.parameters, s.instruments, d.offers)
    nodes, start = vacancies.open_nodes(
        d.ring_key, d.ring_firm, d.ring_kind, d.ring_start, d.vacancy
    )
    found = matching.gather_seekers(s.workers, s.places, s.parameters, d.seekers, s.seed, s.month)
    seekers = d.seekers[:found]
    return JobMarket(
        staff=d.staff,
        vacancy=d.vacancy,
        hires=d.hires,
        nodes=nodes,
        start=start,
        guide=vacancies.guide(nodes, start),
        access=vacancies.access_of_month(d.access, s.places, s.parameters),
        offers=d.offers,
        seekers=seekers,
        queue=draw_order(seekers["key"]),
        ahead=look_ahead(),
    )
