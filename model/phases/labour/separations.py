"""Quits and layoffs: casual and home workers go at once, regular ones slowly, the last in first out."""

from poverty_nodes.model.draws import QUIT, stream_key, uniform
from poverty_nodes.model.ledger import SEVERANCE
from poverty_nodes.model.phases.labour.tenure import quits_by_tenure
from poverty_nodes.model.population.codes import REGULAR
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.hiring import allowed_cut


@rule
def quit_posts(workers, at_work, outside, places, parameters, staff, stayed, seed, month):
    """Workers quit at the rate of their contract, or of the place in regular posts; those who stay are counted in
    `staff`.

    `stayed` (at work,) gets the firm of everybody who was at work, -1 for those who quit.
    """
    p = parameters[0]
    key = stream_key(seed, QUIT, month)
    rates = (p.quit_skilled_regular, p.quit_regular, p.quit_casual, p.quit_homework)
    staff[:, :] = 0
    for i in range(len(outside)):
        worker = workers[outside[i]]
        if worker.last_wage > 0.0:
            worker.dismissed += 1
    for i in range(len(at_work)):
        worker = workers[at_work[i]]
        post = worker.post
        rate = rates[post - 1]
        if post <= REGULAR:
            rate *= places[worker.place].turnover
        if uniform(key, worker.id) < rate * quits_by_tenure(worker, places[worker.place], p):
            leave(worker)
        else:
            worker.tenure += 1
            staff[worker.employer, post - 1] += 1
        stayed[i] = worker.employer


@rule
def leave(worker):
    """Set a worker outside the sector."""
    worker.post = 0
    worker.employer = -1
    worker.tenure = 0
    worker.wage = 0.0
    worker.last_wage = 0.0
    worker.dismissed = 0


@rule
def dismiss(worker):
    """A worker is laid off; unemployment insurance goes by her last wage."""
    wage = worker.wage
    leave(worker)
    worker.last_wage = wage


@rule
def index_by_firm(at_work, stayed, start, order):
    """Counting sort of workers by employer: rows of firm f are order[start[f]:start[f + 1]].

    `at_work` are the rows of those in a hired post by the employment index, `stayed` the firm of each after quits, -1
    for none.
    """
    firms = len(start) - 1
    start[:] = 0
    for i in range(len(at_work)):
        if stayed[i] >= 0:
            start[stayed[i] + 1] += 1
    for f in range(firms):
        start[f + 1] += start[f]
    for i in range(len(at_work)):
        f = stayed[i]
        if f >= 0:
            order[start[f]] = at_work[i]
            start[f] += 1
    # Each start has walked to where the next firm begins.
    for f in range(firms, 0, -1):
        start[f] = start[f - 1]
    start[0] = 0


@rule
def comes_after(one, other):
    """Whether one worker came later than another; identity decides between those of the same month."""
    if one.tenure != other.tenure:
        return one.tenure < other.tenure
    return one.id > other.id


@rule
def lay_off(firms, workers, households, parameters, target, staff, start, order, flows):
    """Cut posts beyond the target; a registered firm owes its regular workers severance, due with the wages."""
    p = parameters[0]
    for f in range(len(firms)):
        for kind in range(4):
            surplus = staff[f, kind] - target[f, kind]
            if surplus <= 0:
                continue
            if kind < 2 and firms[f].alive:
                surplus = min(surplus, allowed_cut(staff[f, kind], p.layoff_limit, 0.5))
            for _ in range(surplus):
                last = -1
                for i in range(start[f], start[f + 1]):
                    w = order[i]
                    here = workers[w].post == kind + 1 and workers[w].employer == f
                    if here and (last < 0 or comes_after(workers[w], workers[last])):
                        last = w
                if last < 0:
                    break  # a modeller's own rule has moved them since people quit
                if kind < 2 and firms[f].formal and firms[f].alive:
                    due = p.severance_months * workers[last].wage
                    firms[f].severance += due
                    households[workers[last].household].income += due
                    flows[SEVERANCE] += due
                dismiss(workers[last])
                staff[f, kind] -= 1
