"""One pass over all adults a month: totals of people and money by cell (see groups.py)."""

from model.measures.gaps import WATTS_FLOOR_SHARE, gap_ratio, watts_gap
from model.measures.groups import cell_of
from model.rule import rule

PEOPLE, POOR, GAP, GAP_2, WATTS, WELFARE, ADULTS, EARNINGS, EMPLOYED, LINE_0 = range(10)
TOTALS = LINE_0 + 4
"""Totals kept by cell: the last four are people under each of the four lines."""


@rule
def count_cells(workers, households, firms, line, lines, each, cells):
    """Add every adult to the cell she is in; `cells` has shape (cells, TOTALS) and starts at zero.

    An adult stands for size/adults members of the household, so that all members are counted once, and for
    `each` real persons. Earnings and employment are counted by adult.
    """
    cells[:, :] = 0.0
    for w in range(len(workers)):
        worker = workers[w]
        household = households[worker.household]
        tier = firms[worker.employer].tier if worker.employer >= 0 else 0
        cell = cell_of(
            worker.place,
            worker.gender,
            worker.skill,
            worker.social_group,
            worker.migrant,
            tier,
            worker.post,
        )
        # By its name in brackets: a record of NumPy has a `size` of its own, which is 1.
        size = household["size"]
        people = each * size / household.adults
        welfare = household.consumption / size
        gap = gap_ratio(welfare, line)
        total = cells[cell]
        total[PEOPLE] += people
        if welfare < line:
            total[POOR] += people
            total[GAP] += people * gap
            total[GAP_2] += people * gap * gap
            total[WATTS] += people * watts_gap(welfare, line, WATTS_FLOOR_SHARE)
        total[WELFARE] += people * welfare
        total[ADULTS] += each
        total[EARNINGS] += each * worker.earnings
        if worker.post > 0:
            total[EMPLOYED] += each
        for i in range(len(lines)):
            if welfare < lines[i]:
                total[LINE_0 + i] += people
