"""The place's reference wages follow the wage curve and the posts that stay empty, month by month."""

from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.wages import scarcity_factor, wage_target


@rule
def move_reference_wages(households, firms, staff, places, parameters, settings):
    """Slack is the share of adults without a hired post in the sector; each reference wage moves to its curve.

    `staff` (firms, 4) are people in posts by kind, as matching leaves them.
    """
    p = parameters[0]
    ratio = settings[0].homework_ratio
    for i in range(len(places)):
        places[i].adults = 0.0
        places[i].employment = 0.0
    for h in range(len(households)):
        household = households[h]
        places[household.place].adults += household.adults
    for f in range(len(staff)):
        # People work where they live: seekers meet firms of their own place.
        for kind in range(4):
            places[firms[f].place].employment += staff[f, kind]
    for i in range(len(places)):
        place = places[i]
        if place.adults == 0.0:
            continue
        place.slack = 1.0 - place.employment / place.adults
        speed = p.wage_speed
        curve = p.wage_curve
        skilled = wage_target(place.base_wage_skilled_regular, place.slack, place.base_slack, curve)
        regular = wage_target(place.base_wage_regular, place.slack, place.base_slack, curve)
        casual = wage_target(place.base_wage_casual, place.slack, place.base_slack, curve)
        skilled *= scarcity_factor(
            place.unfilled_skilled, place.base_unfilled_skilled, p.scarcity_pay
        )
        regular *= scarcity_factor(
            place.unfilled_regular, place.base_unfilled_regular, p.scarcity_pay
        )
        casual *= scarcity_factor(place.unfilled_casual, place.base_unfilled_casual, p.scarcity_pay)
        place.wage_skilled_regular += speed * (skilled - place.wage_skilled_regular)
        place.wage_regular += speed * (regular - place.wage_regular)
        place.wage_casual += speed * (casual - place.wage_casual)
        place.wage_homework = ratio * place.wage_casual
