"""One pass over all adults a month: totals of people and money by cell (see groups.py)."""

from poverty_nodes.model.measures.gaps import WATTS_FLOOR_SHARE, gap_ratio, watts_gap
from poverty_nodes.model.measures.groups import cell_of
from poverty_nodes.model.rule import rule

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
    last = -1
    people = welfare = poor = gaps = gaps_squared = watts = 0.0
    for w in range(len(workers)):
        worker = workers[w]
        if worker.household != last:
            # Adults of a household mostly stand side by side: what they share is worked out once.
            last = int(worker.household)
            people, welfare, poor, gaps, gaps_squared, watts = an_adults_part(
                households[last], line, each
            )
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
        add_an_adult(
            cells[cell], worker, people, welfare, poor, gaps, gaps_squared, watts, each, lines
        )


@rule
def count_groups(workers, households, line, lines, each, codes, groups):
    """Add every adult to the group that `codes` (workers,) numbers, -1 for none; `groups` starts at zero.

    The same as `count_cells` for groups of any making: `groups` has shape (groups, TOTALS).
    """
    groups[:, :] = 0.0
    for w in range(len(workers)):
        if codes[w] < 0:
            continue
        worker = workers[w]
        people, welfare, poor, gaps, gaps_squared, watts = an_adults_part(
            households[worker.household], line, each
        )
        add_an_adult(
            groups[codes[w]], worker, people, welfare, poor, gaps, gaps_squared, watts, each, lines
        )


@rule
def add_an_adult(total, worker, people, welfare, poor, gaps, gaps_squared, watts, each, lines):
    """Add one adult, and the members of the household that she stands for, to a row of totals."""
    total[PEOPLE] += people
    total[POOR] += poor
    total[GAP] += gaps
    total[GAP_2] += gaps_squared
    total[WATTS] += watts
    total[WELFARE] += people * welfare
    total[ADULTS] += each
    total[EARNINGS] += each * worker.earnings
    total[EMPLOYED] += each if worker.post > 0 else 0.0
    for i in range(len(lines)):
        total[LINE_0 + i] += people if welfare < lines[i] else 0.0


@rule
def an_adults_part(household, line, each):
    """What each adult of a household stands for: people, their welfare, and people, gaps, squares and Watts if poor."""
    # By its name in brackets: a record of NumPy has a `size` of its own, which is 1.
    size = float(household["size"])
    people = each * size / household.adults
    welfare = household.consumption / size
    gap = gap_ratio(welfare, line)
    poor = people if welfare < line else 0.0
    watts = poor * watts_gap(welfare, line, WATTS_FLOOR_SHARE) if poor > 0.0 else 0.0
    return people, welfare, poor, poor * gap, poor * gap * gap, watts
