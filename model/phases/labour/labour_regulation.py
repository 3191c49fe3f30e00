"""How labour standards are enforced: which firms are monitored, and what each monitored firm does."""

import math

from poverty_nodes.model.draws import EVASION, MONITORED, RECONSIDER, normal, stream_key, uniform
from poverty_nodes.model.population.codes import CASUALISE, PUT_OUT, SHRINK
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.labour_regulation import (
    cheapest_course,
    cost_of_casualising,
    cost_of_complying,
    cost_of_putting_out,
    cost_of_shrinking,
)


@rule
def reorganising_cost(wage_bill, luck, p):
    """Cost of evading, dollars a month: a share of the wage bill that differs from firm to firm."""
    return p.reorganisation_cost * wage_bill * math.exp(p.reorganisation_spread * luck)


@rule
def forget(firms):
    """Clear last month's inspections."""
    for f in range(len(firms)):
        firms[f].monitored = 0


@rule
def enforce(firms, staff, instruments, queue, seed):
    """Flag monitored firms: those whose unchanging draw lies below the share enforced, so that enforcement adds firms.

    `queue` (a `ServiceQueue`) has the firms for which the standard is meant, in the order of inspection. A firm that
    another inspector has flagged this month is not inspected twice. A firm that stays under the threshold by choice
    remains flagged, so that it stays there.
    """
    instrument = instruments[0]
    funds = queue.funds
    key = stream_key(seed, MONITORED, 0)
    for i in range(len(queue.rows)):
        f = queue.rows[i]
        firm = firms[f]
        if instrument.floor <= 0.0 or not firm.alive or not queue.eligible[f] or funds[0] < 1.0:
            continue
        if firm.monitored == 1:
            continue
        heads = staff[f, 0] + staff[f, 1] + staff[f, 2] + staff[f, 3]
        share = instrument.monitored_formal if firm.formal else instrument.monitored_informal
        large = heads >= instrument.monitored_from or firm.evasion == SHRINK
        if large and uniform(key, firm.id) < share:
            firm.monitored = 1
            funds[0] -= 1.0
            funds[1] += 1.0


@rule
def bound(firm, instrument):
    """Whether a wage floor applies to a firm: by inspection, or by the audits of a buyers' code."""
    return firm.monitored == 1 or (firm.audited == 1 and instrument.code_floor > 0.0)


@rule
def covered(firm, instrument):
    """Whether casual and home workers are covered: by the law where it is enforced, by the code where it is audited.

    Auditors see everybody who works on the premises; the code says whether they follow work home.
    """
    casual = home = 0
    if firm.monitored:
        casual, home = int(instrument.casual_covered), int(instrument.homework_covered)
    if firm.audited and instrument.code_floor > 0.0:
        casual, home = 1, max(home, int(instrument.code_homework))
    return casual, home


@rule
def decide(firm, heads, instrument, p, luck):
    """The cheapest response of one monitored firm to the wage floor, from last month's gaps to it."""
    casual, homework = covered(firm, instrument)
    penalty = instrument.penalty if firm.monitored else 0.0
    comply = cost_of_complying(
        firm.gap_regular, firm.gap_casual, firm.gap_homework, casual, homework
    )
    moving = reorganising_cost(firm.wage_bill, luck, p)
    casualise = cost_of_casualising(
        comply, firm.gap_regular, casual, p.shift_limit, moving, penalty
    )
    put_out = cost_of_putting_out(
        comply,
        firm.gap_casual,
        casual,
        homework,
        p.shift_limit,
        moving,
        penalty,
    )
    shrink = 1e300
    if firm.monitored and instrument.monitored_from > 1.0 and heads > 0.0:
        margin = max(firm.profit, 0.0) / heads
        shrink = cost_of_shrinking(heads, instrument.monitored_from, margin, moving)
    return cheapest_course(comply, casualise, put_out, shrink)


@rule
def respond(firms, staff, parameters, instruments, seed, month):
    """Monitored firms choose a response, now and then anew; contracts shift slowly, and back without a standard."""
    p = parameters[0]
    instrument = instruments[0]
    taste = stream_key(seed, EVASION, 0)
    again = stream_key(seed, RECONSIDER, month)
    for f in range(len(firms)):
        firm = firms[f]
        if not firm.alive:
            continue
        if not bound(firm, instrument):
            firm.evasion = 0
        elif firm.evasion == 0 or uniform(again, firm.id) < p.reconsider:
            heads = staff[f, 0] + staff[f, 1] + staff[f, 2] + staff[f, 3]
            firm.evasion = decide(
                firm, float(heads), instrument, p, normal(uniform(taste, firm.id))
            )
        casual = p.shift_limit if firm.evasion == CASUALISE else 0.0
        home = p.shift_limit if firm.evasion == PUT_OUT else 0.0
        out = p.putout_limit if firm.evasion == PUT_OUT and firm.putout_share > 0.0 else 0.0
        firm.casual_shift += p.shift_speed * (casual - firm.casual_shift)
        firm.home_shift += p.shift_speed * (home - firm.home_shift)
        firm.putout_shift += p.shift_speed * (out - firm.putout_shift)
        firm.head_limit = instrument.monitored_from - 1.0 if firm.evasion == SHRINK else 0.0
