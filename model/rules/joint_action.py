"""Joint action: members give as others do, as they trust, and as giving pays; trust follows what happens.

Conditional co-operation after Fischbacher, Gaechter and Fehr (2001); that a common threat raises co-operation, and
that leading firms with a strong buyer defect, after Schmitz (1999), Nadvi (1999) and Rabellotti (1999).
"""

from model.rule import rule


@rule
def worth_of_acting(pressure, dependence, facility, need):
    """What a member sees in joint action, 1 in quiet times: (1 + t (1 - d)) J^-n.

    More under a threat t, less for who depends on a strong buyer (d), and less once the facility J stands: equipment
    that was bought together needs no second buying (Sandee and Rietveld 2001).

    >>> worth_of_acting(0.0, 0.0, 1.0, 0.5), worth_of_acting(0.5, 0.5, 1.0, 0.5), worth_of_acting(0.0, 0.0, 4.0, 0.5)
    (1.0, 1.25, 0.5)
    """
    return (1.0 + pressure * (1.0 - dependence)) * max(facility, 0.05) ** (-need)


@rule
def facility_used(facility, giving, mean_giving, own_use):
    """The facility as one firm has it: J (u g/G + 1 - u), its own giving g against the members' mean G at base.

    >>> facility_used(1.0, 0.006, 0.006, 0.7), facility_used(2.0, 0.0, 0.006, 0.5), facility_used(1.0, 0.02, 0.0, 0.7)
    (1.0, 1.0, 1.0)
    """
    if mean_giving <= 0.0:
        return facility
    return facility * (own_use * min(giving / mean_giving, 5.0) + 1.0 - own_use)


@rule
def next_giving(giving, base, trust, base_trust, others, worth, speed):
    """Share of sales that a member gives next month: towards g0 (t/t0) sqrt(others) sqrt(worth), at most 5 g0.

    >>> round(next_giving(0.006, 0.006, 0.5, 0.5, 1.0, 1.0, 0.1), 6)
    0.006
    >>> round(next_giving(0.006, 0.006, 0.5, 0.5, 0.5, 1.0, 0.1), 6)
    0.005824
    """
    target = base * (trust / base_trust) * others**0.5 * worth**0.5
    target = min(target, 5.0 * base)
    return giving + speed * (target - giving)


@rule
def next_trust(trust, base_trust, others, mine, returned, memory, lesson):
    """Trust next month: moves with others' giving against one's own and with what came back over what was expected.

    `returned` is 1 when the facility returns what members have come to expect of it; habit pulls back.

    >>> round(next_trust(0.5, 0.5, 1.0, 1.0, 1.0, 0.01, 0.03), 6)
    0.5
    >>> round(next_trust(0.5, 0.5, 1.2, 1.0, 1.1, 0.01, 0.03), 6)
    0.509
    """
    fair = min(max(others - mine, -0.5), 0.5)
    fruit = min(max(returned - 1.0, -0.5), 0.5)
    moved = trust + memory * (base_trust - trust) + lesson * (fair + fruit)
    return min(max(moved, 0.05), 0.95)


@rule
def next_facility(facility, spent, base_spent, wear):
    """The facility next month, 1 at base: wears out and is rebuilt by spending.

    >>> next_facility(1.0, 100.0, 100.0, 0.02)
    1.0
    """
    if base_spent <= 0.0:
        return facility
    return facility + wear * (spent / base_spent - facility)


@rule
def shared_cost(alone, facility, saving):
    """Dollars that a firm pays to meet a standard when the facility bears a part: c (1 - s J/(1+J)).

    >>> round(shared_cost(8000.0, 1.0, 0.6), 2)
    5600.0
    """
    return alone * (1.0 - saving * facility / (1.0 + facility))
