"""Vacancies on the ring: which are open, what is offered, the next open one from any point, and how many stay empty."""

import numpy as np

from poverty_nodes.model.phases.labour.labour_demand import floor_for
from poverty_nodes.model.population.open_node import OPEN_NODE
from poverty_nodes.model.rule import making_rule, rule
from poverty_nodes.model.rules.hiring import access_with_vacancies
from poverty_nodes.model.rules.upgrading import machine_access
from poverty_nodes.model.rules.wages import bargained


@rule
def open_vacancies(target, staff, vacancy):
    """Vacancies by firm and kind: posts wanted less people there."""
    for f in range(len(target)):
        for kind in range(4):
            vacancy[f, kind] = max(target[f, kind] - staff[f, kind], 0)


@rule
def write_offers(firms, parameters, instruments, offers):
    """Write what each firm in business offers this month into `offers` (firms,)."""
    p = parameters[0]
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        offer = offers[f]
        instrument = instruments[firm.place]
        offer.id = firm.id
        offer.premium = bargained(firm.premium, firm.voice, p.monopsony_markdown)
        offer.near = machine_access(p.machine_gap, firm.process_level + firm.product_level)
        offer.floor_skilled_regular = floor_for(firm, instrument, 0, p.units_homework)
        offer.floor_regular = floor_for(firm, instrument, 1, p.units_homework)
        offer.floor_casual = floor_for(firm, instrument, 2, p.units_homework)
        offer.floor_homework = floor_for(firm, instrument, 3, p.units_homework)


@making_rule
def open_nodes(ring_key, ring_firm, ring_kind, ring_start, vacancy):
    """The nodes of the ring that have vacancies, by place and key, and where each place starts (places + 1)."""
    start = np.zeros(len(ring_start), dtype=np.int64)
    for place in range(len(ring_start) - 1):
        start[place + 1] = start[place]
        for i in range(ring_start[place], ring_start[place + 1]):
            start[place + 1] += vacancy[ring_firm[i], ring_kind[i]] > 0
    nodes = np.empty(start[-1], dtype=OPEN_NODE)
    n = 0
    for i in range(len(ring_key)):
        if vacancy[ring_firm[i], ring_kind[i]] > 0:
            nodes[n].key = ring_key[i]
            nodes[n].firm = ring_firm[i]
            nodes[n].kind = ring_kind[i]
            nodes[n].next = n
            n += 1
    return nodes, start


@rule
def next_open(node, start, stop, nodes, vacancy):
    """The first node at or after `node` with a vacancy, going round once; -1 when there is none.

    `next` points past nodes that were filled this month; pointers on the way are drawn to where they lead (disjoint
    sets with path compression, Tarjan 1975), so that filled vacancies are not walked over again.
    """
    found = _open_ahead(node, stop, nodes, vacancy)
    if found == stop:
        found = _open_ahead(start, stop, nodes, vacancy)
    return found if found < stop else -1


@rule
def _open_ahead(node, stop, nodes, vacancy):
    """The first open node at or after `node` before `stop`; `stop` when there is none."""
    i = node
    while i < stop:
        if nodes[i].next > i:
            i = nodes[i].next
        elif vacancy[nodes[i].firm, nodes[i].kind] > 0:
            break
        else:
            i += 1
            nodes[i - 1].next = i
    while node < i:
        ahead = nodes[node].next
        nodes[node].next = i
        node = ahead
    return i


@making_rule
def guide(nodes, start):
    """The first node to look at in each slice of a ring, (nodes + places,): a place has one slice a node, and one more.

    Entry j of a place with m nodes is its first node whose key falls into slice j or later of m equal slices, so
    that the node at or after a point is found in a step or two, where a search by halves takes fifteen.
    """
    places = len(start) - 1
    entries = np.empty(len(nodes) + places, dtype=np.int32)
    for place in range(places):
        node, stop = start[place], start[place + 1]
        count = stop - node
        for j in range(count + 1):
            while node < stop and int(nodes[node].key * count) < j:
                node += 1
            entries[start[place] + place + j] = node
    return entries


@rule
def node_at(point, place, nodes, start, entries):
    """The first node of a place at or after a point in (0, 1), going round."""
    first, stop = start[place], start[place + 1]
    node = int(entries[first + place + int(point * (stop - first))])
    while node < stop and nodes[node].key < point:
        node += 1
    return node if node < stop else first


@rule
def notice_unfilled(firms, places, target, vacancy, parameters):
    """After matching: the share of posts that stay empty, a slow average by place and kind of post."""
    speed = parameters[0].vacancy_memory
    for i in range(len(places)):
        place = places[i]
        skilled = regular = casual = 0.0
        no_skilled = no_regular = no_casual = 0.0
        for f in range(len(firms)):
            if firms[f].alive and firms[f].place == i:
                skilled += target[f, 0]
                regular += target[f, 1]
                casual += target[f, 2] + target[f, 3]
                no_skilled += vacancy[f, 0]
                no_regular += vacancy[f, 1]
                no_casual += vacancy[f, 2] + vacancy[f, 3]
        place.unfilled_skilled += speed * (no_skilled / max(skilled, 1.0) - place.unfilled_skilled)
        place.unfilled_regular += speed * (no_regular / max(regular, 1.0) - place.unfilled_regular)
        place.unfilled_casual += speed * (no_casual / max(casual, 1.0) - place.unfilled_casual)


@making_rule
def access_of_month(access, places, parameters):
    """The month's chances that offers reach people, in the shape of `access`: higher where posts stay empty."""
    openness = parameters[0].scarcity_access
    opened = access.copy()
    for i in range(len(places)):
        place = places[i]
        for kind in range(4):
            now, base = place.unfilled_casual, place.base_unfilled_casual
            if kind == 0:
                now, base = place.unfilled_skilled, place.base_unfilled_skilled
            elif kind == 1:
                now, base = place.unfilled_regular, place.base_unfilled_regular
            for gender in range(2):
                for group in range(2):
                    opened[i, kind, gender, group] = access_with_vacancies(
                        access[i, kind, gender, group], now, base, openness
                    )
    return opened
