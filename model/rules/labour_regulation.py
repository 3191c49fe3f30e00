"""What a firm does about a labour standard: comply, casualise, put work out, or stay under the threshold.

It takes the cheapest course that it has, reckoned in dollars a month. Leaving the trade is not chosen here: it follows
when the firm can no longer pay (phases/firms/firm_demography.py). Forms of evasion as reported after standards were
enforced in one tier (Harrison and Scorse 2004; Bossavie, Cho and Heath 2023; shared patterns 20, 23 and 24).
"""

from poverty_nodes.model.rule import rule


@rule
def cost_of_complying(gap_regular, gap_casual, gap_homework, casual_covered, homework_covered):
    """Cost of complying, dollars a month: every covered worker is lifted to the floor.

    >>> cost_of_complying(50.0, 30.0, 20.0, 1, 0)
    80.0
    """
    cost = gap_regular
    if casual_covered:
        cost += gap_casual
    if homework_covered:
        cost += gap_homework
    return cost


@rule
def cost_of_casualising(complying, gap_regular, casual_covered, limit, reorganising, penalty):
    """Cost if unskilled regular posts become casual, dollars a month; nothing is saved where casual workers are
    covered.

    A share `penalty` of what evading saves is expected to be lost in fines.

    >>> cost_of_casualising(80.0, 50.0, 0, 0.5, 10.0, 0.2)
    70.0
    """
    saved = 0.0 if casual_covered else limit * gap_regular
    return complying - (1.0 - penalty) * saved + reorganising


@rule
def cost_of_putting_out(
    complying, gap_casual, casual_covered, homework_covered, limit, reorganising, penalty
):
    """Cost if casual posts become home work, dollars a month; nothing is saved where home workers are covered.

    >>> cost_of_putting_out(80.0, 30.0, 1, 0, 0.5, 10.0, 0.0)
    75.0
    """
    saved = limit * gap_casual if casual_covered and not homework_covered else 0.0
    return complying - (1.0 - penalty) * saved + reorganising


@rule
def fine_due(course, shifted, gap_regular, gap_casual, penalty):
    """Fine of the month in dollars: a share of the saving from contracts shifted so far (course 2 or 3).

    `shifted` is the share of posts moved; the gap is that of the remaining posts, so it is scaled to those moved.

    >>> fine_due(2, 0.5, 50.0, 30.0, 0.2)
    10.0
    """
    gap = gap_regular if course == 2 else gap_casual
    return penalty * gap * shifted / max(1.0 - shifted, 0.1)


@rule
def cost_of_shrinking(heads, threshold, margin_per_head, reorganising):
    """Cost of staying under the size from which the standard holds, dollars a month: the margins forgone.

    >>> cost_of_shrinking(11.0, 10.0, 40.0, 10.0)
    90.0
    """
    surplus = heads - (threshold - 1.0)
    return max(surplus, 0.0) * margin_per_head + reorganising


@rule
def cheapest_course(comply, casualise, put_out, shrink):
    """Code of the cheapest course (1 comply, 2 casualise, 3 put out, 4 shrink); ties go to the earlier one.

    >>> cheapest_course(80.0, 65.0, 70.0, 90.0)
    2
    """
    course = 1
    cost = comply
    if casualise < cost:
        course = 2
        cost = casualise
    if put_out < cost:
        course = 3
        cost = put_out
    if shrink < cost:
        course = 4
    return course
