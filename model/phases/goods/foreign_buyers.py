"""Exporters' portfolios of foreign buyers: relations end, new ones are found, and orders go with them."""

from poverty_nodes.model.draws import RELATION, stream_key, uniform_pair
from poverty_nodes.model.population.codes import EXPORTER
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.relations import (
    ending_chance,
    grown,
    share_of_buyer,
    usual_coverage,
)


@rule
def keep_relations(firms, buyers, places, relations, parameters, seed, month):
    """Relations of the month, and with them each exporter's part in the orders of its chain (`reach`).

    `relations` (firms, slots) is the table of model/population/relation.py. With a turnover of 0 nothing ends and every
    exporter has all of its orders for good, as if it had one buyer who never leaves.
    """
    p = parameters[0]
    if p.relation_turnover <= 0.0:
        return
    key = stream_key(seed, RELATION, month)
    usual = usual_coverage(
        p.relation_found,
        p.relation_turnover * p.relation_ends_young,
        p.relation_turnover * p.relation_ends_old,
        p.relation_memory,
        p.relation_trial,
        p.relation_growth,
    )
    see_exporters(firms, places)
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive and firm.tier == EXPORTER and firm.buyer >= 0:
            found = p.relation_found * neighbours_help(places[firm.place], p)
            firm.portfolio = renew(firm, relations[f], found, p, key) / usual
    for b in range(len(buyers)):
        share_orders(firms, b, p.orders_nearby)


@rule
def see_exporters(firms, places):
    """Exporters of each place who sell abroad now: would-be sellers see them, and buyers come where they are."""
    for i in range(len(places)):
        places[i].exporters = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive and firm.tier == EXPORTER and firm.portfolio > 0.0:
            places[firm.place].exporters += 1.0


@rule
def neighbours_help(place, p):
    """How much sooner a new buyer is found than with the neighbours of the base month: 1 + h (n/n0 - 1), at least 0."""
    if place.base_exporters <= 0.0:
        return 1.0
    return max(1.0 + p.neighbours_help * (place.exporters / place.base_exporters - 1.0), 0.0)


@rule
def renew(firm, portfolio, found, p, key):
    """Relations of one exporter end and are found; returns the sum of their shares.

    A new exporter begins with a trial order of its main buyer. Who is found first has no say in who is found next: each
    place in the portfolio has its own luck, by the identity of the firm.
    """
    covered = 0.0
    for k in range(firm.buyers_most):
        relation = portfolio[k]
        luck = uniform_pair(key, firm.id, k)
        if relation.firm != firm.id:
            relation.firm = firm.id
            relation.age = 0 if k == 0 else -1
        elif relation.age >= 0:
            relation.age += 1
            ends = ending_chance(
                relation.age, p.relation_ends_young, p.relation_ends_old, p.relation_memory
            )
            if luck < p.relation_turnover * ends:
                relation.age = -1
        elif luck < found:
            relation.age = 0
        relation.share = 0.0
        if relation.age >= 0:
            relation.share = share_of_buyer(k, firm.buyers_most, p.buyers_concentration)
            relation.share *= grown(relation.age, p.relation_trial, p.relation_growth)
        covered += relation.share
    return covered


@rule
def share_orders(firms, b, nearby):
    """Orders of a chain that some suppliers have lost go in part to others of the place who sell to it.

    With C what its suppliers have on average of the orders that are theirs, each has its own part times C^-n: of what
    one loses the share n stays with its neighbours, and the rest goes elsewhere.
    """
    usual = covered = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive and firm.tier == EXPORTER and firm.buyer == b:
            weight = firm.base_revenue * firm.export_share * firm.order_weight
            usual += weight
            covered += weight * firm.portfolio
    scale = (covered / usual) ** -nearby if covered > 0.0 and usual > 0.0 else 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive and firm.tier == EXPORTER and firm.buyer == b:
            firm.reach = firm.portfolio * scale
