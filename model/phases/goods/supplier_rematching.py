"""Supplier rematching: links along the chain end when a firm closes or a buyer leaves, and are found again in time."""

import math

import numpy as np

from poverty_nodes.model.draws import REMATCH, stream_key, uniform_pair
from poverty_nodes.model.population.codes import EXPORTER, SUBCONTRACTOR
from poverty_nodes.model.rule import making_rule, rule


@making_rule
def find_patrons(firms, parameters, seed, month):
    """Subcontractors without a patron find one, in proportion to the work that exporters put out."""
    p = parameters[0]
    key = stream_key(seed, REMATCH, month)
    listed = False
    patrons = np.empty(0, dtype=np.int32)
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.tier != SUBCONTRACTOR or firm.patron >= 0:
            continue
        if uniform_pair(key, firm.id, 0) >= p.rematch:
            continue
        if not listed:
            patrons = _who_put_out(firms)
            listed = True
        best = 0.0
        for i in range(len(patrons)):
            g = patrons[i]
            exporter = firms[g]
            if exporter.place != firm.place:
                continue
            # The largest u^(1/w) falls on each with its weight w, in whatever rows they stand.
            luck = math.log(uniform_pair(key, firm.id, exporter.id + 7)) / exporter.base_putout
            if firm.patron < 0 or luck > best:
                best = luck
                firm.patron = g


@making_rule
def _who_put_out(firms):
    """Rows of the exporters that put work out."""
    rows = np.empty(len(firms), dtype=np.int32)
    found = 0
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive and firm.tier == EXPORTER and firm.base_putout > 0.0:
            rows[found] = f
            found += 1
    return rows[:found]


@rule
def find_buyers(firms, buyers, parameters, seed, month):
    """Exporters whose buyer has left find another of the place, in proportion to the orders that buyers place."""
    p = parameters[0]
    key = stream_key(seed, REMATCH, month)
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.buyer < 0 or buyers[firm.buyer].volume > 0.0:
            continue
        if uniform_pair(key, firm.id, 2) >= p.rematch:
            continue
        total = 0.0
        for b in range(len(buyers)):
            if buyers[b].place == firm.place:
                total += buyers[b].base_orders * buyers[b].volume
        point = uniform_pair(key, firm.id, 3) * total
        for b in range(len(buyers)):
            if buyers[b].place == firm.place and buyers[b].volume > 0.0:
                point -= buyers[b].base_orders * buyers[b].volume
                if point <= 0.0:
                    firm.buyer = b
                    firm.order_weight = p.new_supplier
                    break
