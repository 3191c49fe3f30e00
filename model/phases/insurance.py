"""Social insurance: contributions from wages, sick pay, benefits after a dismissal, and medical costs."""

from model.ledger import INSURANCE, MEDICAL_COVERED, TRANSFERS
from model.rule import rule
from model.rules.insurance import job_benefit, sick_pay


@rule
def due(worker, household):
    """Dollars of sick pay and of job-loss benefit that an insured or registered person is owed for the month."""
    share = max(household.insured_sick, worker.covered_sick)
    sick = sick_pay(worker.missed, share) if worker.sick > 0 and worker.post > 0 else 0.0
    job = 0.0
    if worker.post == 0 and worker.last_wage > 0.0:
        months = int(household.insured_months) - worker.dismissed
        job = job_benefit(worker.last_wage, household.insured_job, months)
    return sick, job


@rule
def pay_out(workers, households, flows, limit, paid):
    """Contributions of the insured from this month's wages, and benefits up to `limit` dollars, all cut alike beyond.

    `paid` (1,) is the programme's count of benefits. Contributions go to the government.
    """
    wanted = 0.0
    for w in range(len(workers)):
        sick, job = due(workers[w], households[workers[w].household])
        wanted += sick + job
    part = min(1.0, limit / wanted) if wanted > 0.0 else 0.0
    for w in range(len(workers)):
        worker = workers[w]
        household = households[worker.household]
        sick, job = due(worker, household)
        worker.benefit = part * job
        household.income += part * (sick + job)
        flows[TRANSFERS] += part * (sick + job)
        paid[0] += part * (sick + job)
        contribution = household.insurance_rate * worker.wage
        household.income -= contribution
        flows[INSURANCE] += contribution


@rule
def cover_medical(workers, households, flows, limit, paid):
    """What the insured and the registered have just paid for treatment is given back, up to `limit` dollars."""
    wanted = 0.0
    for w in range(len(workers)):
        worker = workers[w]
        share = max(households[worker.household].insured_medical, worker.covered_medical)
        wanted += share * worker.medical
    part = min(1.0, limit / wanted) if wanted > 0.0 else 0.0
    for w in range(len(workers)):
        worker = workers[w]
        household = households[worker.household]
        share = max(household.insured_medical, worker.covered_medical)
        back = part * share * worker.medical
        household.savings += back
        flows[MEDICAL_COVERED] += back
        paid[0] += back
