"""What the joint facility is to one firm: its part of it, what it saves on inputs, and who stands behind it."""

from poverty_nodes.model.rule import rule
from poverty_nodes.model.rules.joint_action import facility_used, price_together


@rule
def facility_for(firm, place, p):
    """The joint facility as one firm has it, by what it gives itself; who is no member has the common part."""
    giving = firm.contribution if firm.member else 0.0
    return facility_used(place.facility, giving, place.base_giving, p.own_use)


@rule
def facility_at_base(firm, place, p):
    """The same in the firm's base month, when the facility was 1; who has joined since was no member then."""
    giving = firm.base_contribution if firm.member and not firm.joined else 0.0
    return facility_used(1.0, giving, place.base_giving, p.own_use)


@rule
def bought_together(firm, place, p):
    """Price of a firm's inputs, as it buys them with others, over that of its base month."""
    return price_together(
        facility_for(firm, place, p), facility_at_base(firm, place, p), p.joint_buying
    )


@rule
def pooled(firm, place, p):
    """Firms of its own size whose capacity stands behind a member's for a large order; 0 for who is none."""
    return p.joint_pooling * facility_for(firm, place, p) if firm.member else 0.0
