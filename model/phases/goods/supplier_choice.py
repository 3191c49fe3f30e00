"""From whom buyers order: which suppliers they admit and prefer, and how many orders the place wins or loses."""

import math

from poverty_nodes.model.phases.firms.codes_of_conduct import failed_audit
from poverty_nodes.model.phases.joint_facility import pooled
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.governance import orders_won, preference


@rule
def admits(buyer, firm, place, instrument, p):
    """Whether a buyer orders from a firm at all: whether its quality, its standard and its capacity suffice.

    Capacity is its own, what it puts out, and that of firms with which it takes large orders: partners in a consortium,
    members of the association.
    """
    alone = firm.desired_heads / max(1.0 - firm.putout_share, 0.05)
    capacity = alone * (1.0 + firm.partners + pooled(firm, place, p))
    return not failed_audit(firm, instrument) and (
        firm.quality >= buyer.minimum_quality
        and firm.standard >= max(buyer.minimum_standard, required(buyer, instrument))
        and capacity >= buyer.minimum_order
    )


@rule
def required(buyer, instrument):
    """The standard that a shock makes this buyer require; 0 when the shock is of another buyer."""
    if instrument.standard_buyer >= 0 and instrument.standard_buyer != buyer.id % 1000:
        return 0.0
    return instrument.standard_required


@rule
def liking(firm, p):
    """How much a buyer prefers a supplier, relative to the base month."""
    return preference(
        firm.quality - firm.base_quality,
        firm.tie - firm.base_tie,
        p.preference_quality,
        p.preference_tie,
    )


@rule
def choose_suppliers(firms, buyers, places, parameters, instruments):
    """Each buyer shifts orders towards the suppliers that it admits and prefers, and with them to or from the place.

    The place's appeal is the geometric mean of its suppliers', because suppliers elsewhere come to differ as much
    without any shock.
    """
    p = parameters[0]
    for b in range(len(buyers)):
        buyer = buyers[b]
        place, instrument = places[buyer.place], instruments[buyer.place]
        base = 0.0
        liked = 0.0
        appeal = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if firm.alive and firm.buyer == b and admits(buyer, firm, place, instrument, p):
                weight = firm.base_revenue * firm.export_share
                like = liking(firm, p)
                base += weight
                liked += weight * like
                appeal += weight * math.log(like)
        if base <= 0.0:
            # Nobody meets what this buyer asks for: its orders go elsewhere.
            scale_orders(firms, b, 0.0)
            continue
        won = orders_won(
            math.exp(appeal / base), p.demand_elasticity, p.export_elasticity, p.place_appeal
        )
        buyer.appeal += buyer.switching * (won - buyer.appeal)
        total = shift_orders(firms, b, buyers, places, instruments, base, liked, p)
        if total > 0.0:
            scale_orders(firms, b, buyer.base_orders * buyer.appeal / total)


@rule
def shift_orders(firms, b, buyers, places, instruments, base, liked, p):
    """Move shares in buyer b's orders towards suppliers that it prefers; returns their sum in dollars of the base
    month.

    `base` dollars are those of the suppliers that it admits, `liked` the same weighted by its preference.
    """
    buyer = buyers[b]
    total = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive or firm.buyer != b:
            continue
        if admits(buyer, firm, places[buyer.place], instruments[buyer.place], p):
            wish = buyer.appeal * liking(firm, p) * base / liked
            firm.order_weight += buyer.switching * (wish - firm.order_weight)
        else:
            firm.order_weight = 0.0
        total += firm.base_revenue * firm.export_share * firm.order_weight
    return total


@rule
def scale_orders(firms, b, factor):
    """Multiply all shares in buyer b's orders by a factor."""
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive and firm.buyer == b:
            firm.order_weight *= factor
