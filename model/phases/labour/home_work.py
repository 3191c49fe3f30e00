"""Home workers with rights: what a firm owes those who are registered, and how much home work it moves elsewhere."""

from poverty_nodes.model.draws import HOME_LAW, stream_key, uniform
from poverty_nodes.model.population.codes import HOMEWORK
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.home_work import mixed_cost, moved_to_workshop
from poverty_nodes.model.rules.wages import marginal_cost


@rule
def piece_floor_for(worker, firm, place, units):
    """Dollars a month that a firm guarantees a registered home worker for her pieces; 0 for everybody else.

    The piece rate is what a factory hand would earn for the same pieces, times the ratio that is guaranteed.
    """
    if worker.post != HOMEWORK or firm.home_registered <= 0.0:
        return 0.0
    return worker.piece_floor * place.base_wage_regular * units


@rule
def register(firms, workers, places, parameters, instruments, seed):
    """Each firm's share of registered home workers, their mean floor and contribution.

    A firm keeps to it if a draw that never changes lies below the share enforced, so that more enforcement adds firms.
    """
    p = parameters[0]
    key = stream_key(seed, HOME_LAW, 0)
    for f in range(len(firms)):
        firm = firms[f]
        firm.home_registered = firm.home_floor = firm.home_contribution = firm.home_dues = 0.0
    for w in range(len(workers)):
        worker = workers[w]
        if worker.post != HOMEWORK:
            continue
        # Counted in `home_dues`, which pay clears before it adds up what is due.
        firm = firms[worker.employer]
        firm.home_dues += 1.0
        if worker.piece_floor > 0.0 or worker.piece_contribution > 0.0:
            floor = worker.piece_floor * places[worker.place].base_wage_regular * p.units_homework
            firm.home_registered += 1.0
            firm.home_floor += floor
            firm.home_contribution += worker.piece_contribution
    for f in range(len(firms)):
        firm = firms[f]
        registered = firm.home_registered
        kept = registered > 0.0 and uniform(key, firm.id) < instruments[firm.place].home_enforced
        firm.home_registered = registered / firm.home_dues if kept else 0.0
        firm.home_floor = firm.home_floor / registered if kept else 0.0
        firm.home_contribution = firm.home_contribution / registered if kept else 0.0
        firm.home_dues = 0.0


@rule
def move_work(firms, places, parameters):
    """A firm for which home work has become dearer slowly moves a part of it into its workshop, and later back."""
    p = parameters[0]
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        wanted = 0.0
        if firm.home_registered > 0.0:
            place = places[firm.place]
            pay = place.wage_homework * firm.premium
            free = marginal_cost(pay, p.monopsony_markdown, 0.0, 0.0)
            bound = marginal_cost(
                pay, p.monopsony_markdown, firm.home_floor, firm.home_contribution
            )
            home = mixed_cost(free, bound, firm.home_registered) / free
            wanted = moved_to_workshop(home, 1.0, p.centring, p.shift_limit)
        firm.centre_shift += p.shift_speed * (wanted - firm.centre_shift)
