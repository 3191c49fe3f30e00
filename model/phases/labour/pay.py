"""Wages and piece rates of the month, and the cost of lifting each worker to a wage floor."""

from poverty_nodes.model.ledger import WAGES
from poverty_nodes.model.phases.labour.home_work import piece_floor_for
from poverty_nodes.model.phases.labour.labour_demand import floor_for
from poverty_nodes.model.phases.labour.matching import reference_wage
from poverty_nodes.model.phases.labour.tenure import pay_by_tenure
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.health import pay_kept
from poverty_nodes.model.rules.training import hours_paid
from poverty_nodes.model.rules.wages import bargained, personal_wage


@rule
def pay_wages(
    workers, at_work, firms, households, places, parameters, settings, instruments, flows
):
    """Pay everybody at work; add up each firm's wage bill and its gaps to the floor."""
    p = parameters[0]
    open_pay_books(firms, places)
    for i in range(len(at_work)):
        worker = workers[at_work[i]]
        firm = firms[worker.employer]
        place = places[worker.place]
        instrument = instruments[worker.place]
        free = pay_without_floor(worker, firm, place, settings[0], p)
        note_gap(firm, instrument, worker.post - 1, free, p.units_homework)
        floor = max(
            floor_for(firm, instrument, worker.post - 1, p.units_homework),
            piece_floor_for(worker, firm, place, p.units_homework),
        )
        full = max(free, floor)
        kept = pay_kept(
            worker.sick, worker.post, instrument.work_allowed, instrument.child_work_barred
        )
        worker.missed = full * (1.0 - kept) if worker.sick > 0 else 0.0
        worker.wage = full * kept * hours_paid(worker.in_training, worker.post)
        firm.safety_bill += firm.safety_cost
        if firm.home_registered > 0.0:
            firm.home_dues += worker.piece_contribution * worker.wage
        worker.earnings = worker.wage
        place.uplift += max(worker.wage - free, 0.0)
        firm.wage_bill += worker.wage
        households[worker.household].income += worker.wage
        place.wage_bill += worker.wage
        flows[WAGES] += worker.wage


@rule
def open_pay_books(firms, places):
    """Clear what was paid last month."""
    for f in range(len(firms)):
        firm = firms[f]
        firm.wage_bill = 0.0
        firm.gap_regular = 0.0
        firm.gap_casual = 0.0
        firm.gap_homework = 0.0
        firm.safety_bill = 0.0
        firm.home_dues = 0.0
    for i in range(len(places)):
        places[i].wage_bill = 0.0
        places[i].uplift = 0.0


@rule
def pay_without_floor(worker, firm, place, setting, p):
    """Pay of a worker for a full month in her post where no floor binds, dollars."""
    pay = personal_wage(
        reference_wage(place, worker.post - 1),
        bargained(firm.premium, firm.voice, p.monopsony_markdown),
        worker.ability,
        setting.wage_spread,
        worker.gender,
        setting.gender_gap,
    )
    return pay * pay_by_tenure(worker, place, p)


@rule
def note_gap(firm, instrument, kind, free, units):
    """Add the cost of lifting a worker from `free` dollars to the wage floor, whether the floor binds or not."""
    floor = max(instrument.floor, instrument.code_floor) if firm.audited else instrument.floor
    gap = max(floor * (units if kind == 3 else 1.0) - free, 0.0)
    if gap <= 0.0:
        return
    if kind < 2:
        firm.gap_regular += gap
    elif kind == 2:
        firm.gap_casual += gap
    else:
        firm.gap_homework += gap
