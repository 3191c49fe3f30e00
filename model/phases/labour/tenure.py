"""Pay and quits by tenure, over what is usual in a place: its reference wages and quit rates are still the means."""

from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.population.kind_of_post import of_kind
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.tenure import quit_factor, tenure_pay


@rule
def usual_tenure_pay(place, kind):
    """What pay of a kind of post (0-3) usually is over pay at hiring, less 1."""
    return of_kind(
        kind,
        place.usual_tenure_pay_skilled_regular,
        place.usual_tenure_pay_regular,
        place.usual_tenure_pay_casual,
        place.usual_tenure_pay_homework,
    )


@rule
def usual_quit_factor(place, kind):
    """What the factor of quits in a kind of post (0-3) usually is, less 1."""
    return of_kind(
        kind,
        place.usual_quit_factor_skilled_regular,
        place.usual_quit_factor_regular,
        place.usual_quit_factor_casual,
        place.usual_quit_factor_homework,
    )


@rule
def pay_by_tenure(worker, place, p):
    """Pay of a worker over the reference wage of her kind of post, for match and tenure; 1 where pay knows neither."""
    if p.match_pay == 0.0 and p.tenure_pay == 0.0:
        return 1.0  # what the formula gives, without two exponentials a worker and month
    usual = 1.0 + usual_tenure_pay(place, worker.post - 1)
    return tenure_pay(worker.fit, worker.tenure, p) / usual


@rule
def pay_at_hiring(place, kind):
    """The same of somebody who begins: nothing is known of the match yet."""
    return 1.0 / (1.0 + usual_tenure_pay(place, kind))


@rule
def quits_by_tenure(worker, place, p):
    """Chance of a worker to quit over that of her kind of post, for match, tenure and origin; 1 where none counts."""
    if p.early_quits == 0.0 and p.match_quits == 0.0 and p.local_stay == 0.0:
        return 1.0
    usual = 1.0 + usual_quit_factor(place, worker.post - 1)
    return quit_factor(worker.fit, worker.tenure, worker.migrant, p) / usual


@rule
def sum_up_tenure(workers, parameters, sums):
    """Add up, into `sums` (places, 4, 3), people in posts by kind, their pay by tenure and their factors of quits."""
    p = parameters[0]
    for w in range(len(workers)):
        worker = workers[w]
        if 0 < worker.post < OWNER:
            cell = sums[worker.place, worker.post - 1]
            cell[0] += 1.0
            cell[1] += tenure_pay(worker.fit, worker.tenure, p)
            cell[2] += quit_factor(worker.fit, worker.tenure, worker.migrant, p)
