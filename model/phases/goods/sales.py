"""Sales of the month, prices, and what firms pay each other for work put out and for inputs."""

from poverty_nodes.model.ledger import (
    EXPORT_SALES,
    IMPORTED_INPUTS,
    LOCAL_INPUTS,
    LOCAL_SALES,
    PUBLIC_SALES,
    PUTOUT_WORK,
)
from poverty_nodes.model.phases.labour.labour_demand import unit_inputs
from poverty_nodes.model.population.codes import EXPORTER, SPECIALIST, SUBCONTRACTOR
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.governance import late_price
from poverty_nodes.model.rules.production import bundle, own_price, revenue


@rule
def sell(firms, places, parameters, flows):
    """Each firm's sales, the place's price indices, and the money that comes from buyers and the home market."""
    p = parameters[0]
    for i in range(len(places)):
        place = places[i]
        export = base_export = home = base_home = 0.0
        final = base_final = putout = base_putout = inputs = base_inputs = 0.0
        place.exports = place.revenue = place.output = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if not firm.alive or firm.place != i:
                continue
            price = set_price(firm, place, p) ** (1.0 - p.demand_elasticity)
            if firm.tier == EXPORTER:
                abroad = firm.base_revenue * firm.export_share
                ordered = abroad * firm.order_weight * firm.reach if firm.buyer >= 0 else 0.0
                export += ordered * price
                base_export += ordered
                final += firm.base_revenue * price
                base_final += firm.base_revenue
                home += (firm.base_revenue - abroad) * price
                base_home += firm.base_revenue - abroad
                receive_final(firm, place, flows)
                continue
            receive_direct(firm, place, flows)
            if firm.tier == SUBCONTRACTOR:
                asked = firm.price_factor ** (1.0 - p.demand_elasticity)
                putout += firm.base_revenue * price * asked
                base_putout += firm.base_revenue
            else:
                inputs += firm.base_revenue * price
                base_inputs += firm.base_revenue
        add_volume(place, final, base_final, p)
        place.price_export = notice(place.price_export, export, base_export, p)
        place.price_local = notice(place.price_local, home, base_home, p)
        place.price_putout = notice(place.price_putout, putout, base_putout, p)
        place.price_input = notice(place.price_input, inputs, base_inputs, p)


@rule
def set_price(firm, place, p):
    """Set the sales of a firm, net of what late delivery costs; returns its price as a multiple of the base.

    Buyers turn to the cheaper of a place's firms: price indices are those of Dixit and Stiglitz (1977), weighted by the
    orders to each firm.
    """
    firm.revenue = revenue(
        firm.base_revenue, firm.price_factor, firm.demand, firm.output, p.demand_elasticity
    )
    if firm.tier == EXPORTER:
        kept = late_price(firm.output, firm.planned_output, p.late_penalty)
        firm.revenue *= 1.0 - firm.abroad_part * (1.0 - kept)
    cost = own_price(1.0, firm.demand, firm.output, p.demand_elasticity)
    place.revenue += firm.revenue
    if firm.tier == EXPORTER:
        place.output += firm.base_revenue * cost * firm.output
    return cost


@rule
def receive_final(firm, place, flows):
    """Money for what an exporter sells to buyers, to the state and at home."""
    sold = firm.revenue * firm.abroad_part
    place.exports += sold
    public = firm.revenue * firm.public_part
    flows[EXPORT_SALES] += sold
    flows[PUBLIC_SALES] += public
    flows[LOCAL_SALES] += firm.revenue - sold - public


@rule
def receive_direct(firm, place, flows):
    """Money for what others sell to the state or at fairs, which does not pass through exporters."""
    public = firm.revenue * firm.public_part
    flows[PUBLIC_SALES] += public
    abroad = firm.revenue * firm.direct_part - public
    place.exports += abroad
    flows[EXPORT_SALES] += abroad


@rule
def add_volume(place, final, base_final, p):
    """Set the final output of the place."""
    volume = bundle(place.output, final, base_final, p.demand_elasticity)
    place.output = volume / base_final if base_final > 0.0 else 0.0
    place.made = volume / place.base_final if place.base_final > 0.0 else 0.0


@rule
def notice(index, total, base, p):
    """A price index moves towards the month's, (sum of w p^(1-e) / sum of w)^(1/(1-e)); it stays where nobody sells."""
    if base <= 0.0 or total <= 0.0:
        return index
    power = 1.0 / (1.0 - p.demand_elasticity)
    return index + p.price_speed * ((total / base) ** power - index)


@rule
def pay_suppliers(firms, places, parameters, settings, instruments, flows, pool):
    """Exporters pay subcontractors, and all but specialists pay specialists; the rest of inputs is imported.

    Subcontractors' sales are paid by the exporters of the place in proportion to the work that each puts out, however
    many subcontractors have it as their patron. `pool` (places, 3) is workspace: subcontractors' sales, specialists'
    sales, input needs.
    """
    fill_pools(firms, settings[0].input_share, flows, pool)
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        place = places[firm.place]
        if firm.tier == EXPORTER and place.base_putout * place.putout > 0.0:
            part = firm.base_putout * firm.volume_putout / (place.base_putout * place.putout)
            firm.putout_cost += pool[firm.place, 0] * part
        local = 0.0
        if firm.tier != SPECIALIST and pool[firm.place, 2] > 0.0:
            local = pool[firm.place, 1] * firm.inputs / pool[firm.place, 2]
        firm.inputs = max(firm.inputs, local)
        flows[LOCAL_INPUTS] += local
        flows[IMPORTED_INPUTS] += firm.inputs - local
    for i in range(len(places)):
        count_inputs(firms, places[i], i, instruments[i], parameters[0])
        if pool[i, 2] <= 0.0:
            # Without a customer in the place, specialists sell outside it.
            flows[LOCAL_SALES] += pool[i, 1]


@rule
def fill_pools(firms, input_share, flows, pool):
    """Sum what is to be paid in each place: work put out, specialists' sales, and the inputs that firms need."""
    pool[:, :] = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        firm.putout_cost = 0.0
        firm.inputs = 0.0
        if not firm.alive:
            continue
        firm.inputs = input_share * firm.revenue
        if firm.tier == SPECIALIST:
            pool[firm.place, 1] += firm.revenue * (1.0 - firm.direct_part)
        else:
            pool[firm.place, 2] += firm.inputs
        if firm.tier == SUBCONTRACTOR:
            handed = firm.revenue * (1.0 - firm.direct_part)
            flows[PUTOUT_WORK] += handed
            pool[firm.place, 0] += handed


@rule
def count_inputs(firms, place, number, instrument, p):
    """Volume of inputs that the firms of a place buy, as a multiple of the base; sales of specialists follow it."""
    needs = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive and firm.place == number and firm.tier != SPECIALIST:
            needs += firm.inputs / unit_inputs(firm, place, instrument, p)
    place.inputs = needs / place.base_inputs if place.base_inputs > 0.0 else 1.0
