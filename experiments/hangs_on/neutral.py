"""Neutral values, at which numbers of the model switch off their mechanism, and what the world would then be like.

A mechanism whose size is judged may not exist at all, and the range of a judgement seldom includes that: it is a range
of sizes. The clauses stand after "if".
"""

from __future__ import annotations

from typing import NamedTuple


class Neutral(NamedTuple):
    """A value of a parameter, and a clause for what it means."""

    value: float
    clause: str


NEUTRAL = {
    "sharing_elasticity": Neutral(0.0, "inputs were not cheaper where there are many specialists"),
    "sharing_size": Neutral(0.0, "specialists saved large firms as much as small ones"),
    "congestion": Neutral(0.0, "crowding cost nothing"),
    "fit_effect": Neutral(0.0, "it did not matter who fits which post"),
    "shock_spread": Neutral(0.0, "no firm had good or bad months of its own"),
    "severance_months": Neutral(0.0, "no firm paid anything to those it dismisses"),
    "care_cost": Neutral(0.0, "a post away from home were worth as much to those with care duties"),
    "wage_curve": Neutral(0.0, "pay did not answer to how many look for work"),
    "rent_sharing": Neutral(0.0, "firms shared no rise of profits with workers"),
    "size_wage": Neutral(0.0, "large firms paid no more than small ones"),
    "monopsony_markdown": Neutral(0.0, "employers had no power over pay"),
    "women_loan_diverted": Neutral(0.0, "women's loans all went into their firms"),
    "local_spending": Neutral(0.0, "nothing were spent on local services"),
    "exit_size": Neutral(0.0, "small firms closed no more often than large ones"),
    "exit_youth": Neutral(0.0, "new firms closed no more often than old ones"),
    "exit_profit": Neutral(0.0, "bad business closed no firm"),
    "exit_cushion": Neutral(0.0, "capital did not help to stand bad business"),
    "export_elasticity": Neutral(
        1.0, "the world spent the same on the place's exports at any price"
    ),
    "process_hazard": Neutral(0.0, "no firm upgraded its process"),
    "product_hazard": Neutral(0.0, "no firm upgraded its product"),
    "functional_hazard": Neutral(0.0, "no firm took on new functions"),
    "process_gain": Neutral(0.0, "upgrading of processes made nobody more productive"),
    "machine_gap": Neutral(0.0, "women were let near upgraded posts as men are"),
    "learning": Neutral(0.0, "firms learned nothing from density"),
    "imitation": Neutral(0.0, "firms copied nothing from their neighbours"),
    "trust_lesson": Neutral(0.0, "members did not answer to what others give"),
    "facility_saving": Neutral(0.0, "the common facility saved nothing of a standard's cost"),
    "standard_teaching": Neutral(0.0, "no buyer helped with a standard"),
    "standard_know_how": Neutral(0.0, "no know-how were needed for a standard"),
    "migration": Neutral(0.0, "nobody moved to where there is more work"),
    "shift_limit": Neutral(0.0, "no firm could change contracts to evade a standard"),
    "putout_limit": Neutral(0.0, "no exporter could put work out to evade a standard"),
    "technical_access": Neutral(0.0, "technical training did not improve women's access to posts"),
    "insured_buffer": Neutral(0.0, "insurance let nobody save less"),
    "insurance_dares": Neutral(0.0, "insurance made nobody found a firm"),
    "centring": Neutral(0.0, "dearer home work were never moved into workshops"),
    "scarcity_pay": Neutral(0.0, "empty posts raised nobody's pay"),
    "scarcity_access": Neutral(0.0, "firms passed over as many people when posts stay empty"),
    "scarcity_training": Neutral(0.0, "firms taught no more when skilled posts stay empty"),
    "experience_shared": Neutral(0.0, "a place learned nothing by making things"),
    "experience_own": Neutral(0.0, "a firm learned nothing by making things"),
    "embodied": Neutral(0.0, "new machines brought no new processes"),
    "practice_gain": Neutral(0.0, "good management made nobody more productive"),
    "buyer_advice": Neutral(0.0, "new buyers gave no advice"),
    "size_luck": Neutral(0.0, "firms were no more productive than others of their type for years"),
    "entry_response": Neutral(0.0, "founding did not answer to what firms earn"),
    "market_room": Neutral(0.0, "a place had room for as many firms whatever is spent in it"),
    "advance_months": Neutral(0.0, "no buyer advanced anything"),
    "late_penalty": Neutral(0.0, "late orders were paid in full"),
    "quality_pay": Neutral(0.0, "firms that upgrade quality paid no more"),
    "own_use": Neutral(0.0, "the facility served all members alike"),
    "joint_buying": Neutral(0.0, "buying inputs together saved nothing"),
    "joint_pooling": Neutral(0.0, "members could not take large orders together"),
    "joint_relief": Neutral(0.0, "members did not bear one another's losses"),
    "unlike_distrust": Neutral(0.0, "members who become unlike trusted one another as before"),
    "outside_pull": Neutral(0.0, "ties to buyers drew nobody away from joint action"),
    "preference_quality": Neutral(0.0, "buyers did not care for quality"),
    "preference_tie": Neutral(0.0, "buyers did not care whom they know"),
    "place_appeal": Neutral(0.0, "the appeal of suppliers won a place no orders"),
    "tie_trade": Neutral(0.0, "a tie were worth as much however much is traded"),
    "putout_pressure": Neutral(0.0, "no more work were put out when orders exceed capacity"),
}
"""By the name of the parameter. That those of the patterns of evidence are among them is held by a test."""
