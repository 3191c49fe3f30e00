"""Social insurance: contributions from wages, sick pay, benefits after a dismissal, and medical costs.

Each programme bears what it has promised: one for households what they are insured for, one for registered home workers
what its cover adds to that. Each call is for one programme; `bears` (5,) flags the claims that it set, in the order of
`CLAIMS`.
"""

from poverty_nodes.model.ledger import INSURANCE, MEDICAL_COVERED, TRANSFERS
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.insurance import job_benefit, sick_pay

CLAIMS = ("insured_sick", "insured_job", "insured_medical", "covered_sick", "covered_medical")
"""The marks that say what people are insured for, in the order of `bears`."""
SICK, JOB, MEDICAL, SICK_REGISTERED, MEDICAL_REGISTERED = range(5)


@rule
def borne(insured, covered, of_household, of_registered):
    """Share of a cost that a programme bears: the household's insurance, what a worker's cover adds to it, or both."""
    share = insured if of_household else 0.0
    if of_registered:
        share += max(covered - insured, 0.0)
    return share


@rule
def due(worker, household, bears):
    """Dollars of sick pay and of job-loss benefit that a programme owes a person for the month."""
    share = borne(household.insured_sick, worker.covered_sick, bears[SICK], bears[SICK_REGISTERED])
    sick = sick_pay(worker.missed, share) if worker.sick > 0 and worker.post > 0 else 0.0
    job = 0.0
    if bears[JOB] and worker.post == 0 and worker.last_wage > 0.0:
        months = int(household.insured_months) - worker.dismissed
        job = job_benefit(worker.last_wage, household.insured_job, months)
    return sick, job


@rule
def pay_out(workers, households, flows, bears, insures, limit, paid):
    """Collect contributions from wages and pay benefits of at most `limit` dollars in all, each cut in proportion.

    `insures` says whether households contribute to it, `paid` (1,) is its count of benefits. Contributions go to the
    government.
    """
    wanted = 0.0
    for w in range(len(workers)):
        sick, job = due(workers[w], households[workers[w].household], bears)
        wanted += sick + job
    part = min(1.0, limit / wanted) if wanted > 0.0 else 0.0
    for w in range(len(workers)):
        worker = workers[w]
        household = households[worker.household]
        sick, job = due(worker, household, bears)
        if bears[JOB]:
            worker.benefit = part * job
        household.income += part * (sick + job)
        flows[TRANSFERS] += part * (sick + job)
        paid[0] += part * (sick + job)
        if insures:
            contribution = household.insurance_rate * worker.wage
            household.income -= contribution
            flows[INSURANCE] += contribution


@rule
def medical_share(worker, household, bears):
    """Share of what a person has paid for treatment that a programme gives back."""
    return borne(
        household.insured_medical, worker.covered_medical, bears[MEDICAL], bears[MEDICAL_REGISTERED]
    )


@rule
def cover_medical(workers, households, flows, bears, limit, paid):
    """Refund what people whom a programme covers have just paid for treatment, up to `limit` dollars in all."""
    wanted = 0.0
    for w in range(len(workers)):
        worker = workers[w]
        share = medical_share(worker, households[worker.household], bears)
        wanted += share * worker.medical
    part = min(1.0, limit / wanted) if wanted > 0.0 else 0.0
    for w in range(len(workers)):
        worker = workers[w]
        household = households[worker.household]
        share = medical_share(worker, household, bears)
        back = part * share * worker.medical
        household.savings += back
        flows[MEDICAL_COVERED] += back
        paid[0] += back
