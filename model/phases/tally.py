"""Totals of each place at the end of the month."""

from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.entry_exit import left_at_base


@rule
def add_up(firms, places, parameters, settings):
    """Value added is sales less inputs and work put out; sales between firms of the place cancel in the sum.

    `surplus` follows value added less wages over what the same firms had of it in their base month: what founders see
    of how well firms do. Measured per firm, it would fall when a large one closes.
    """
    speed = parameters[0].fortune_speed
    input_share = settings[0].input_share
    for i in range(len(places)):
        place = places[i]
        place.value_added = 0.0
        capital = 0.0
        base = 0.0
        usual = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if firm.alive and firm.place == i:
                place.value_added += firm.revenue - firm.inputs - firm.putout_cost
                capital += firm.capital
                base += firm.base_capital
                usual += left_at_base(
                    firm.base_revenue, firm.base_putout, firm.base_wage_bill, input_share
                )
        place.mean_capital = capital / max(place.firms, 1.0)
        place.capital_level = capital / base if base > 0.0 else 1.0
        place.left_over = (place.value_added - place.wage_bill) / usual if usual > 0.0 else 0.0
        if place.base_surplus > 0.0 and usual > 0.0:
            now = place.left_over / place.base_surplus
            place.surplus += speed * (max(now, 0.1) - place.surplus)
