"""Overheads of the month: rent, power, upkeep and administration, due whether or not there are orders."""

from poverty_nodes.model.ledger import IMPORTED_INPUTS, OVERHEADS
from poverty_nodes.model.population.codes import SPECIALIST
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.overheads import next_usual_sales, share_of_overheads


@rule
def pay_overheads(firms, places, parameters, settings, flows):
    """A part of what each firm buys goes by its usual sales and not by those of the month.

    Descriptions count overheads among the inputs of a firm. So what is bought comes to the same when sales are as
    usual, and the base month needs no other solution.
    """
    p = parameters[0]
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        share = overhead_share(firm, places[firm.place], settings[0].input_share, p)
        due = share * firm.usual_sales
        with_sales = share * firm.revenue
        firm.inputs += due - with_sales
        flows[OVERHEADS] += due
        flows[IMPORTED_INPUTS] -= with_sales
        firm.usual_sales = next_usual_sales(firm.usual_sales, firm.revenue, p.overhead_speed)


@rule
def overhead_share(firm, place, input_share, p):
    """Overheads of a firm over its usual sales: no more than what it buys from outside the place."""
    inside = firm.base_heads * (1.0 - firm.share_homework)
    local = place.local_input_share if firm.tier != SPECIALIST else 0.0
    share = share_of_overheads(inside, p.overhead_share, p.overhead_heads)
    return min(share, (1.0 - local) * input_share)
