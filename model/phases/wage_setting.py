"""The place's reference wages follow the wage curve and the posts that stay empty, month by month."""

from model.rule import rule
from model.rules.wages import scarcity_factor, wage_target

OWNER = 5


@rule
def move_reference_wages(workers, places, parameters, settings):
    """Slack is the share of adults without a post in the sector; each reference wage moves to its curve."""
    p = parameters[0]
    ratio = settings[0].homework_ratio
    for i in range(len(places)):
        places[i].adults = 0.0
        places[i].employment = 0.0
    # Counted in whole numbers as long as the place is the same: rows of a place mostly stand together.
    at = 0
    adults = employed = 0
    for w in range(len(workers)):
        worker = workers[w]
        if worker.place != at:
            places[at].adults += adults
            places[at].employment += employed
            at = int(worker.place)
            adults = employed = 0
        adults += 1
        employed += int((worker.post > 0) & (worker.post < OWNER))
    places[at].adults += adults
    places[at].employment += employed
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
