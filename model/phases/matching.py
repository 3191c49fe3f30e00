"""Search and matching: seekers look at vacancies on a ring, are selected or not, and take the best offer.

The ring is what keeps luck personal: a seeker's look is a point on it and meets the next vacancy, so that one
vacancy more or less moves only the seekers whose points fall on its own arc.
"""

import numpy as np

from model.draws import (
    FIT,
    SEARCH,
    SEEKER_ORDER,
    SELECTION,
    VACANCY,
    normal,
    stream_key,
    uniform,
    uniform_pair,
)
from model.phases.staffing import floor_for
from model.rule import rule
from model.rules.agglomeration import contacts
from model.rules.hiring import offer_worth
from model.rules.upgrading import machine_access
from model.rules.wages import personal_wage

OWNER = 5
HOMEWORK = 4


@rule
def open_vacancies(target, staff, vacancy):
    """Vacancies by firm and kind: posts wanted less people there."""
    for f in range(len(target)):
        for kind in range(4):
            vacancy[f, kind] = max(target[f, kind] - staff[f, kind], 0)


@rule
def gather_seekers(workers, parameters, seeker_key, seeker_row, seed, month):
    """Who looks for a post this month, with the key that orders them; returns how many."""
    p = parameters[0]
    search = stream_key(seed, SEARCH, month)
    order = stream_key(seed, SEEKER_ORDER, month)
    n = 0
    for w in range(len(workers)):
        worker = workers[w]
        if worker.post == OWNER:
            continue
        rate = p.search_outside if worker.post == 0 else p.search_employed
        if uniform(search, worker.id) < rate:
            seeker_key[n] = uniform(order, worker.id)
            seeker_row[n] = w
            n += 1
    return n


@rule
def next_open(node, start, stop, ring_next, ring_firm, ring_kind, vacancy):
    """The first node at or after `node` with a vacancy, going round once; -1 when there is none.

    `ring_next` remembers skipped nodes (path compression), so that filled vacancies are not walked over again.
    """
    for lap in range(2):
        i = node if lap == 0 else start
        while i < stop:
            if ring_next[i] != i:
                i = ring_next[i]
            elif vacancy[ring_firm[i], ring_kind[i]] > 0:
                if lap == 0:
                    ring_next[node] = i if node != i else node
                return i
            else:
                ring_next[i] = i + 1
                i += 1
    return -1


@rule
def reference_wage(place, kind):
    """The place's reference wage of a kind of post (0-3), dollars a month."""
    if kind == 0:
        return place.wage_skilled_regular
    if kind == 1:
        return place.wage_regular
    if kind == 2:
        return place.wage_casual
    return place.wage_homework


@rule
def match(
    firms,
    workers,
    places,
    parameters,
    settings,
    levers,
    staff,
    vacancy,
    ring_key,
    ring_firm,
    ring_kind,
    ring_start,
    ring_next,
    access,
    seeker_key,
    seeker_row,
    seekers,
    hires,
    seed,
    month,
):
    """Seekers in the order of their keys take the best offer that beats what they have."""
    p = parameters[0]
    setting = settings[0]
    look = stream_key(seed, VACANCY, month)
    select = stream_key(seed, SELECTION, month)
    liking = stream_key(seed, FIT, 0)
    for i in range(len(ring_next)):
        ring_next[i] = i
    queue = np.argsort(seeker_key[:seekers])
    for turn in range(seekers):
        w = seeker_row[queue[turn]]
        worker = workers[w]
        place = places[worker.place]
        lever = levers[worker.place]
        start = ring_start[worker.place]
        stop = ring_start[worker.place + 1]
        if start == stop:
            continue
        if worker.post == 0:
            best = place.outside_pay * worker.outside_factor
        else:
            best = (1.0 + p.gain_to_move) * offer_worth(
                worker.wage,
                worker.fit,
                p.fit_effect,
                worker.care,
                worker.post == HOMEWORK,
                p.care_cost,
            )
        seen = contacts(p.base_contacts, place.density)
        looks = int(seen)
        if uniform_pair(look, worker.id, 99) < seen - looks:
            looks += 1
        chosen = -1
        chosen_fit = 0.0
        chosen_pay = 0.0
        for j in range(looks):
            point = uniform_pair(look, worker.id, j)
            node = start + np.searchsorted(ring_key[start:stop], point)
            if node >= stop:
                node = start
            node = next_open(node, start, stop, ring_next, ring_firm, ring_kind, vacancy)
            if node < 0:
                break
            f = ring_firm[node]
            kind = ring_kind[node]
            if f == worker.employer or (kind == 0 and worker.skill == 0):
                continue
            chance = access[worker.place, kind, worker.gender, worker.social_group]
            if kind < 2 and worker.gender == 1:
                upgraded = firms[f].process_level + firms[f].product_level
                chance *= machine_access(p.machine_gap, upgraded)
            if uniform_pair(select, worker.id, j) >= chance:
                continue
            firm = firms[f]
            fit = normal(uniform_pair(liking, worker.id, firm.id))
            pay = personal_wage(
                reference_wage(place, kind),
                firm.premium,
                worker.ability,
                setting.wage_spread,
                worker.gender,
                setting.gender_gap,
            )
            pay = max(pay, floor_for(firm, lever, kind, p.units_homework))
            worth = offer_worth(pay, fit, p.fit_effect, worker.care, kind == 3, p.care_cost)
            if worth > best:
                best = worth
                chosen = node
                chosen_fit = fit
                chosen_pay = pay
        if chosen >= 0:
            f = ring_firm[chosen]
            kind = ring_kind[chosen]
            if worker.post > 0:
                staff[worker.employer, worker.post - 1] -= 1
            worker.employer = f
            worker.post = kind + 1
            worker.tenure = 0
            worker.fit = chosen_fit
            worker.wage = chosen_pay
            vacancy[f, kind] -= 1
            staff[f, kind] += 1
            hires[worker.place, kind, worker.gender, worker.social_group] += 1
