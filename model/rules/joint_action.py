"""Joint action: members give as others do, as they trust, and as giving pays; trust follows what happens.

Conditional co-operation after Fischbacher, Gaechter and Fehr (2001); that a common threat raises co-operation, and
that leading firms with a strong buyer defect, after Schmitz (1999), Nadvi (1999) and Rabellotti (1999).
"""

import math

from poverty_nodes.model.rule import rule


@rule
def unlikeness(roots, total, members, minority):
    """How unlike members are in size and in social group, 0 when all are alike: 1 - (sum r)^2/(n sum r^2) + 2 s (1-s).

    `roots` is the sum of the square roots r of their sizes and `total` that of the sizes: the first part is Atkinson's
    index of inequality with an aversion of one half. The second is the chance that two, drawn with replacement, are of
    different groups, s = `minority` / `members`. Both harm what communities keep up together (Khwaja 2009).

    >>> unlikeness(20.0, 40.0, 10, 0), unlikeness(20.0, 40.0, 10, 5), round(unlikeness(12.0, 104.0, 3, 0), 3)
    (0.0, 0.5, 0.538)
    """
    if members <= 0 or total <= 0.0:
        return 0.0
    share = minority / members
    return 1.0 - roots * roots / (members * total) + 2.0 * share * (1.0 - share)


@rule
def usual_trust(trust, unlike, base_unlike, distrust):
    """Long-run trust among members who are so unlike: t (1 - d (u - u0)), within 0.05 and 0.95.

    >>> usual_trust(0.5, 0.3, 0.3, 0.5), round(usual_trust(0.5, 0.5, 0.3, 0.5), 6)
    (0.5, 0.45)
    """
    return min(max(trust * (1.0 - distrust * (unlike - base_unlike)), 0.05), 0.95)


@rule
def pulled_outside(tie, base_tie, size, mean_size, pull):
    """Factor on giving when a member's tie to its buyer is closer than at base: exp(-p s (tie - tie0)), s = R/(R + R*).

    It is the lower the larger the member is beside the mean member R* (leading firms put the alliance with their buyer
    above joint action with neighbours: Schmitz 1999).

    >>> pulled_outside(0.5, 0.5, 40.0, 10.0, 1.0), round(pulled_outside(0.75, 0.5, 10.0, 10.0, 1.0), 4)
    (1.0, 0.8825)
    """
    if size <= 0.0:
        return 1.0
    return math.exp(-pull * size / (size + mean_size) * (tie - base_tie))


@rule
def worth_of_acting(used, base_used, saved, paid):
    """Marginal worth of the facility to a member, as a multiple of the base: ((1 + J0)/(1 + J))^2 + S/P.

    J is the facility as the firm uses it and J0 the same at base. What it adds to the firm, J/(1+J), has falling
    returns, so that equipment that stands needs no second buying (Sandee and Rietveld 2001). S is the expected saving
    of one more unit of it, dollars a month, on a standard that the firm has yet to meet. P is the firm's giving at
    base, which shows what the facility is worth to it then.

    >>> worth_of_acting(1.0, 1.0, 0.0, 6.0), worth_of_acting(1.0, 1.0, 9.0, 6.0), worth_of_acting(3.0, 1.0, 0.0, 6.0)
    (1.0, 2.5, 0.25)
    """
    quiet = ((1.0 + base_used) / (1.0 + used)) ** 2
    return quiet + saved / paid if paid > 0.0 else quiet


@rule
def facility_used(facility, giving, mean_giving, own_use):
    """The facility as one firm uses it: J (u g/G + 1 - u), with its own giving g and the members' mean G at base.

    >>> facility_used(1.0, 0.006, 0.006, 0.7), facility_used(2.0, 0.0, 0.006, 0.5), facility_used(1.0, 0.02, 0.0, 0.7)
    (1.0, 1.0, 1.0)
    """
    if mean_giving <= 0.0:
        return facility
    return facility * (own_use * min(giving / mean_giving, 5.0) + 1.0 - own_use)


@rule
def price_together(used, base_used, saving):
    """Price of inputs bought together over the base's: (1 - b J/(1+J)) / (1 - b J0/(1+J0)).

    J is the facility as the firm uses it and J0 the same at base. Savings have falling returns, as discounts for bulk
    do.

    >>> price_together(1.0, 1.0, 0.06), round(price_together(3.0, 1.0, 0.06), 4), price_together(3.0, 1.0, 0.0)
    (1.0, 0.9845, 1.0)
    """
    return (1.0 - saving * used / (1.0 + used)) / (1.0 - saving * base_used / (1.0 + base_used))


@rule
def shortfall(output, lately, borne):
    """Fall of a member's output below its recent average, beyond the share that it bears alone, as a multiple of the
    base.

    >>> round(shortfall(0.5, 1.0, 0.3), 6), shortfall(0.8, 1.0, 0.3)
    (0.2, 0.0)
    """
    return max((1.0 - borne) * lately - output, 0.0)


@rule
def answer(ratio, exponent):
    """A ratio to a power, by way of its square root, which is exact to the last bit where a power is not.

    >>> answer(4.0, 0.5), answer(4.0, 0.0), answer(4.0, 1.0)
    (2.0, 1.0, 4.0)
    """
    return math.sqrt(ratio) ** (2.0 * exponent)


@rule
def next_giving(giving, base, trusting, others, worth, loyal, exponents, most, speed):
    """Share of sales that a member gives next month: towards g0 t others^a worth^b l, at most `most` times g0.

    `trusting` t is its trust over that at base, and `loyal` l the factor for a member whose tie to its buyer has become
    closer; `exponents` are a and b.

    >>> round(next_giving(0.006, 0.006, 1.0, 1.0, 1.0, 1.0, (0.5, 0.5), 5.0, 0.1), 6)
    0.006
    >>> round(next_giving(0.006, 0.006, 1.0, 0.5, 1.0, 1.0, (0.5, 0.5), 5.0, 0.1), 6)
    0.005824
    """
    target = base * trusting * answer(others, exponents[0]) * answer(worth, exponents[1]) * loyal
    target = min(target, most * base)
    return giving + speed * (target - giving)


@rule
def next_trust(trust, base_trust, others, mine, returned, memory, lesson):
    """Trust next month: rises when others give more than oneself, and when the facility returns more than expected.

    `returned` is 1 when the facility returns what members have come to expect; trust also tends to its long-run value.

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
    """The facility next month, 1 at base: it wears out and spending rebuilds it.

    >>> next_facility(1.0, 100.0, 100.0, 0.02)
    1.0
    """
    if base_spent <= 0.0:
        return facility
    return facility + wear * (spent / base_spent - facility)
