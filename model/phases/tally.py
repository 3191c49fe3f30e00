"""Totals of each place at the end of the month."""

from model.rule import rule


@rule
def add_up(firms, places, parameters):
    """Value added is sales less inputs and work put out; sales between firms of the place cancel in the sum.

    `surplus` follows value added less wages a firm: what would-be founders see of incumbents' fortunes.
    """
    speed = parameters[0].fortune_speed
    for i in range(len(places)):
        place = places[i]
        place.value_added = 0.0
        capital = 0.0
        base = 0.0
        for f in range(len(firms)):
            firm = firms[f]
            if firm.alive and firm.place == i:
                place.value_added += firm.revenue - firm.inputs - firm.putout_cost
                capital += firm.capital
                base += firm.base_capital
        place.mean_capital = capital / max(place.firms, 1.0)
        place.capital_level = capital / base if base > 0.0 else 1.0
        if place.base_surplus > 0.0 and place.firms > 0.0:
            now = (place.value_added - place.wage_bill) / place.firms / place.base_surplus
            place.surplus += speed * (max(now, 0.1) - place.surplus)
