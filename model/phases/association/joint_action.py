"""The association: members give, are helped when orders fall away, the fund builds the facility, and trust follows."""

from poverty_nodes.model.ledger import JOINT_FACILITY, JOINT_GIVING, JOINT_GRANT, JOINT_RELIEF
from poverty_nodes.model.phases.firms.buyer_standards import saved_by_help
from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.joint_action import (
    facility_used,
    next_facility,
    next_giving,
    next_trust,
    pulled_outside,
    shortfall,
    usual_trust,
    worth_of_acting,
)


@rule
def give(firms, buyers, places, parameters, instruments, flows):
    """Members pay in; next month's giving and trust follow from what others gave and what came back."""
    p = parameters[0]
    for i in range(len(places)):
        place = places[i]
        given = 0.0
        sales = 0.0
        members = 0
        for f in range(len(firms)):
            firm = firms[f]
            if not firm.alive or firm.place != i:
                continue
            join(firm, place, p)
            if firm.member:
                pay_in(firm, place, flows)
                given += firm.contribution * firm.base_revenue
                sales += firm.base_revenue
                members += 1
        place.giving = given / sales if sales > 0.0 else place.base_giving
        for f in range(len(firms)):
            firm = firms[f]
            if firm.alive and firm.place == i and firm.member:
                worth = worth_of_giving(firm, buyers, place, instruments[i], p)
                think_again(firm, place, worth, sales / members, p)


@rule
def join(firm, place, p):
    """A firm that a broker has brought together with others becomes a member."""
    if firm.brokered > 0.0 and not firm.member:
        firm.member = firm.joined = 1
        firm.trust = p.base_trust
        firm.contribution = place.base_giving


@rule
def pay_in(firm, place, flows):
    """A member gives its share of sales to the fund, as far as its cash goes."""
    paid = min(firm.contribution * firm.revenue, firm.cash)
    firm.cash -= paid
    place.fund += paid
    flows[JOINT_GIVING] += paid


@rule
def think_again(firm, place, worth, mean_sales, p):
    """A member's trust and giving follow from what others gave, what came back, and what the facility is worth to it.

    `mean_sales` is the members' mean, in dollars of the base month.
    """
    others = place.giving / place.base_giving if place.base_giving > 0.0 else 1.0
    mine = firm.contribution / firm.base_contribution if place.base_giving > 0.0 else 1.0
    firm.trust = next_trust(
        firm.trust,
        usual_trust(
            p.base_trust + firm.brokered, place.unlike, place.base_unlike, p.unlike_distrust
        ),
        others,
        mine,
        1.0 + place.returned - place.aspiration,
        p.trust_memory,
        p.trust_lesson,
    )
    firm.contribution = next_giving(
        firm.contribution,
        firm.base_contribution,
        firm.trust / p.base_trust,
        others,
        worth,
        pulled_outside(firm.tie, firm.base_tie, firm.base_revenue, mean_sales, p.outside_pull),
        (p.giving_to_others, p.giving_to_worth),
        p.giving_limit,
        p.giving_speed,
    )


@rule
def worth_of_giving(firm, buyers, place, instrument, p):
    """Worth of the facility to a member, over that of the base month: what it adds, and what it saves on a standard."""
    part = facility_used(1.0, firm.contribution, place.base_giving, p.own_use)
    base_part = facility_used(1.0, firm.base_contribution, place.base_giving, p.own_use)
    return worth_of_acting(
        place.facility * part,
        base_part,
        part * saved_by_help(firm, buyers, place, instrument, p),
        firm.base_contribution * firm.base_revenue,
    )


@rule
def match_giving(places, instruments, given, place_code, left, paid, flows):
    """The association gets a grant for each dollar that its members have given, as long as the programme has money.

    `instruments` are its own, `given` (places,) what members have given; `place_code` is the place that the programme
    is for (-1 all); `left` (1,) the dollars that it can still pay this month and `paid` (1,) those that it has paid.
    """
    for i in range(len(places)):
        if place_code >= 0 and i != place_code:
            continue
        grant = min(instruments[i].matching * given[i], left[0])
        left[0] -= grant
        paid[0] += grant
        places[i].fund += grant
        flows[JOINT_GRANT] += grant


@rule
def relieve(firms, places, parameters, flows):
    """The fund helps members whose orders have fallen away, in proportion to what they have lost."""
    p = parameters[0]
    for i in range(len(places)):
        place = places[i]
        missed = 0.0
        for f in range(len(firms)):
            missed += missed_by(firms[f], i, p)
        help = min(p.joint_relief * place.fund, missed)
        if help <= 0.0:
            continue
        for f in range(len(firms)):
            firms[f].cash += help * missed_by(firms[f], i, p) / missed
        place.fund -= help
        flows[JOINT_RELIEF] += help


@rule
def missed_by(firm, place, p):
    """Loss of a member of the place for which the association helps: the fall below its recent sales, dollars."""
    if not firm.alive or not firm.member or firm.place != place:
        return 0.0
    return firm.base_revenue * shortfall(firm.output, firm.experience, p.relief_from)


@rule
def build(places, parameters, flows):
    """The fund is spent on the facility; members get used to what the facility returns, measured against the base."""
    p = parameters[0]
    for i in range(len(places)):
        place = places[i]
        spent = place.fund
        place.fund = 0.0
        flows[JOINT_FACILITY] += spent
        before = place.facility
        place.facility = next_facility(place.facility, spent, place.base_fund, p.facility_wear)
        place.returned += p.return_memory * (before / (1.0 + before) * 2.0 - place.returned)
        place.aspiration += p.aspiration_speed * (place.returned - place.aspiration)
