"""Courses teach a trade or work at machines; a trade fades when no post uses it."""

from poverty_nodes.model.draws import COURSE, FADING, stream_key, uniform, uniform_pair
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.training import fading_chance


@rule
def learn_trade(worker, p):
    """A course makes the person skilled."""
    if worker.skill == 0:
        worker.skill = 1
        worker.certified = 1
        worker.outside_factor *= p.skilled_outside


@rule
def teach(workers, parameters, seed, month):
    """People in a course may learn this month; those who learned in one and have no skilled post may forget."""
    p = parameters[0]
    school = stream_key(seed, COURSE, month)
    fade = stream_key(seed, FADING, month)
    for w in range(len(workers)):
        worker = workers[w]
        if (
            worker.trade_training_chance > 0.0
            and uniform(school, worker.id) < worker.trade_training_chance
        ):
            learn_trade(worker, p)
        if (
            worker.technical_training_chance > 0.0
            and uniform_pair(school, worker.id, 1) < worker.technical_training_chance
        ):
            learn_trade(worker, p)
            worker.technical = 1
        forgets = fading_chance(p.skill_fading, worker.post)
        if worker.certified and worker.in_training <= 0.0 and uniform(fade, worker.id) < forgets:
            worker.skill = worker.certified = worker.technical = 0
            worker.outside_factor /= p.skilled_outside
