"""Who answers for a micro-loan that is not repaid: the borrower's group, or the lender where there is none.

Under group liability the others of a group owe what one of them leaves unpaid (Ghatak and Guinnane 1999). It is added
to their debts in equal parts and repaid with their own instalments; a member who cannot bear it defaults in turn, and
no money moves. Groups do not choose or watch their members here: taking their liability away raised no default (Gine
and Karlan 2009).
"""

from poverty_nodes.model.rule import rule


@rule
def leave_unpaid(firm, unpaid, lost):
    """A loan ends before all of it is repaid: the borrower's group answers for the rest, or `lost` (2,) counts it."""
    if firm.micro_group > 0:
        firm.micro_unpaid = unpaid
    else:
        lost[0] += unpaid
        lost[1] += 1.0
    firm.micro_debt = 0.0
    firm.micro_months = 0


@rule
def answer(firms, lost):
    """Those of a group who still repay owe in equal parts what members left unpaid this month; if none does, it is
    lost.

    `lost` (2,) adds up dollars and loans. Members who owe nothing any more have kept their part of the contract.
    """
    for f in range(len(firms)):
        unpaid = firms[f].micro_unpaid
        if unpaid <= 0.0:
            continue
        firms[f].micro_unpaid = 0.0
        others = 0
        for g in range(len(firms)):
            others += stands_by(firms[g], firms[f].micro_group)
        for g in range(len(firms)):
            if stands_by(firms[g], firms[f].micro_group):
                firms[g].micro_debt += unpaid / others
        if others == 0:
            lost[0] += unpaid
            lost[1] += 1.0


@rule
def stands_by(firm, group):
    """Whether a firm is a member of a group and still repays."""
    return firm.alive == 1 and firm.micro_group == group and firm.micro_debt > 0.0
