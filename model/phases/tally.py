"""Totals of each place at the end of the month."""

from model.rule import rule


@rule
def add_up(firms, places):
    """Value added is sales less inputs and work put out; sales between firms of the place cancel in the sum."""
    for i in range(len(places)):
        places[i].value_added = 0.0
        places[i].firms = 0.0
    for f in range(len(firms)):
        firm = firms[f]
        if firm.alive:
            place = places[firm.place]
            place.value_added += firm.revenue - firm.inputs - firm.putout_cost
            place.firms += 1.0
