"""Upgrading: better processes, better products, new functions; what helps, what it costs, how it changes work.

Levels are relative to the trade in the world, which moves on: a firm that upgrades at the pace of its base month
keeps its level, one that stops falls behind. Buyers' help by kind after Bazan and Navas-Aleman (2003) and
Humphrey and Schmitz (2002). Processes shed casual and unskilled work, products and functions ask for skill
(Verhoogen 2008; Tejani and Kucera 2021).
"""

import math

from poverty_nodes.model.rule import rule


@rule
def facility_help(facility, power):
    """Factor of the joint facility on the chance of an upgrading step: 1 at base, at most half of `power` more.

    >>> facility_help(1.0, 0.5), facility_help(3.0, 0.5)
    (1.0, 1.125)
    """
    return 1.0 + power * (facility / (1.0 + facility) - 0.5)


@rule
def step_chance(hazard, knowledge, facility, cash, target, most_cash):
    """Chance that a firm makes one upgrading step this month: hazard, the buyer's help, the facility's, and means.

    Cash over its target raises the chance, cash under it lowers it, smoothly: a hard gate meant no upgrading.

    >>> step_chance(0.01, 1.0, 1.0, 100.0, 100.0, 2.0)
    0.01
    """
    means = min(cash / target, most_cash) if target > 0.0 else 0.0
    return min(hazard * knowledge * facility * means, 0.5)


@rule
def new_machines(investment, worn, embodied):
    """Factor on the chance of a process step: 1 - e + e I/W, I investment (at most three times W), W wear.

    New processes come in new machines (Solow 1960): a firm that only replaces worn-out ones, I = W, keeps the usual
    pace; a growing one renews faster, and one that stops buying falls behind. e is the share of progress that is
    embodied in machines (Greenwood, Hercowitz and Krusell 1997).

    >>> new_machines(10.0, 10.0, 0.6), round(new_machines(20.0, 10.0, 0.6), 2), new_machines(0.0, 10.0, 0.6)
    (1.0, 1.6, 0.4)
    """
    if worn <= 0.0:
        return 1.0
    return 1.0 - embodied + embodied * min(investment / worn, 3.0)


@rule
def gained(level, gain):
    """Productivity at a level of processes or of management, as a multiple of the base: exp(g l).

    >>> gained(0.0, 0.04), round(gained(0.35, 0.45), 3)
    (1.0, 1.171)
    """
    return math.exp(gain * level)


@rule
def post_shares(posts, process, product, functional, shed, turned_by):
    """Posts of each kind, as shares of the base number of posts, at levels of upgrading; they need not sum to one.

    `posts` are skilled, regular, casual and home posts at base; a process step sheds a part of the last three, `shed`.
    A product and a functional step turn parts `turned_by` of them into skilled posts; both ways below the base level.

    >>> post_shares((0.25, 0.25, 0.4, 0.1), 0.0, 0.0, 0.0, (0.02, 0.06, 0.04), (0.04, 0.02))
    (0.25, 0.25, 0.4, 0.1)
    """
    skilled, regular, casual, homework = posts
    turned = 1.0 - math.exp(-turned_by[0] * product - turned_by[1] * functional)
    turned = min(max(turned, -0.3), 0.6)
    regular_now = regular * (1.0 - shed[0]) ** process
    casual_now = casual * (1.0 - shed[1]) ** process
    homework_now = homework * (1.0 - shed[2]) ** process
    moved = turned * (regular_now + casual_now + homework_now)
    if turned < 0.0:
        moved = max(moved, -0.5 * skilled)
        turned = moved / max(regular_now + casual_now + homework_now, 1e-9)
    kept = 1.0 - turned
    return skilled + moved, regular_now * kept, casual_now * kept, homework_now * kept


@rule
def machine_access(gap, level):
    """Chance that a woman is offered an upgraded post, relative to the base month: (1 - gap)^level, bounded.

    Firms that fall behind the trade offer them a little more often, so that the share of women is stable in the mean.

    >>> machine_access(0.3, 0.0), machine_access(0.3, 1.0)
    (1.0, 0.7)
    """
    return min(max((1.0 - gap) ** level, 0.1), 2.0)


@rule
def spillover(productivity, frontier, density, learning, imitation):
    """Growth of log productivity this month: dense places learn, and laggards copy their neighbours' mean.

    l (D/(D+1) - 1/2) + c max(ln(mean) - ln(A), 0): nothing at base density and equal productivity.

    >>> spillover(1.0, 1.0, 1.0, 0.0025, 0.01)
    0.0
    """
    behind = math.log(frontier) - math.log(productivity)
    return learning * (density / (density + 1.0) - 0.5) + imitation * max(behind, 0.0)
