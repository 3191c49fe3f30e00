"""Social insurance: what it pays in illness and after a dismissal, and by how much it lowers households' buffers.

Without it illness is paid from savings. Insured households keep less aside, since a buffer is held against risk
(Deaton 1991); how much less, and what insurance is worth to a founder, is judged.
"""

from poverty_nodes.model.rule import rule


@rule
def sick_pay(lost, share):
    """Sick pay in dollars for the pay that a person has lost this month.

    >>> sick_pay(80.0, 0.5)
    40.0
    """
    return lost * share


@rule
def job_benefit(last_wage, replacement, months_left):
    """Dollars paid in a month to an insured person dismissed not long ago: a share of the last wage.

    >>> job_benefit(100.0, 0.5, 3), job_benefit(100.0, 0.5, 0)
    (50.0, 0.0)
    """
    return last_wage * replacement if months_left > 0 else 0.0


@rule
def buffer_kept(months, insured, released):
    """Savings that a household aims at, in months of income, when a share of its job risk is insured.

    >>> buffer_kept(2.0, 0.0, 0.3), buffer_kept(2.0, 0.5, 0.3)
    (2.0, 1.7)
    """
    return months * (1.0 - released * insured)


@rule
def insured_risk(expected, insured, worth):
    """Income that a founder reckons with: a smaller risk counts like more income.

    >>> insured_risk(100.0, 0.0, 0.2), round(insured_risk(100.0, 0.5, 0.2), 6)
    (100.0, 110.0)
    """
    return expected * (1.0 + worth * insured)
