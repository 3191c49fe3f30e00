"""What buyers and the home market would spend in a place at its prices: the size of market that founders see."""

from poverty_nodes.model.population.codes import EXPORTER
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.entry_exit import spent


@rule
def see_markets(firms, buyers, places, parameters, instruments):
    """Move each place's `market` towards the month's spending over that of the base (slowly, `fortune_speed`).

    Orders count even where no firm is left to fill them: founders find the orders of a buyer whose suppliers have
    closed. Sales at fairs and to the state are added, and all is counted at the prices that exporters get.
    """
    p = parameters[0]
    for i in range(len(places)):
        place, instrument = places[i], instruments[i]
        if place.base_market <= 0.0:
            continue
        ordered = 0.0
        for b in range(len(buyers)):
            if buyers[b].place == i:
                ordered += buyers[b].base_orders * buyers[b].volume * buyers[b].appeal
        ordered *= instrument.rival_price**p.export_elasticity
        wanted = place.base_home_sales * place.local_demand * instrument.home_demand
        direct = kept = base = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if firm.alive and firm.place == i:
                direct += firm.base_revenue * (firm.won_orders + firm.public_orders)
                if firm.tier == EXPORTER:
                    kept += firm.base_revenue * firm.price_factor
                    base += firm.base_revenue
        sales = spent(ordered, place.price_export, p.export_elasticity)
        sales += spent(wanted, place.price_local, p.local_elasticity) + direct
        if base > 0.0:
            sales *= kept / base
        place.market += p.fortune_speed * (sales / place.base_market - place.market)
