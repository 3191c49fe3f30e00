"""Exporters and their foreign buyers: how many, in what shares, how a relation ends and how the next is found.

Most matches are the only one of both sides, a few exporters have many, each with a dominant buyer (Carballo and
others 2018); half of the new ones are gone after a year and old ones stay (Eaton and others 2007).
"""

import math

from poverty_nodes.model.rule import rule


@rule
def number_of_buyers(heads, one, exponent, most):
    """Foreign buyers of an exporter with so many heads, its own and those it puts out to: (H/H1)^n, at least one.

    >>> number_of_buyers(5.0, 15.0, 0.5, 12), number_of_buyers(60.0, 15.0, 0.5, 12)
    (1, 2)
    """
    return int(min(max((max(heads, 1e-9) / one) ** exponent + 0.5, 1.0), most))


@rule
def share_of_buyer(rank, number, concentration):
    """Share of the buyer of this rank (from 0) in the orders of an exporter with so many: k^-c over their sum.

    >>> share_of_buyer(0, 1, 1.2), round(share_of_buyer(0, 4, 1.2), 2), round(share_of_buyer(3, 4, 1.2), 2)
    (1.0, 0.53, 0.1)
    """
    total = 0.0
    for k in range(number):
        total += (k + 1.0) ** -concentration
    return (rank + 1.0) ** -concentration / total


@rule
def ending_chance(age, young, old, memory):
    """Chance that a relation ends in a month: h1 + (h0 - h1) exp(-age/T), falling with its age in months.

    >>> ending_chance(0.0, 0.055, 0.013, 15.0), round(ending_chance(48.0, 0.055, 0.013, 15.0), 4)
    (0.055, 0.0147)
    """
    return old + (young - old) * math.exp(-age / memory)


@rule
def grown(age, trial, months):
    """Orders of a relation over what they come to: 1 - (1 - t) exp(-age/T); trial orders are small and grow.

    >>> round(grown(0.0, 0.3, 12.0), 3), round(grown(24.0, 0.3, 12.0), 3)
    (0.3, 0.905)
    """
    return 1.0 - (1.0 - trial) * math.exp(-age / months)


@rule
def usual_coverage(found, young, old, memory, trial, months):
    """What an exporter has of its foreign orders on average over the years, as relations end and are found.

    Mean over a cycle of 1/f months without a buyer and those with one: the sum over ages a of S(a) g(a) over the sum of
    S(a) and 1/f, with S the chance that a relation lives so long and g what it has grown to (`grown`).

    >>> round(usual_coverage(0.2, 0.05, 0.05, 15.0, 1.0, 12.0), 6)
    0.8
    """
    alive = 1.0
    lived = 0.0
    ordered = 0.0
    for age in range(1200):
        lived += alive
        ordered += alive * grown(float(age), trial, months)
        alive *= 1.0 - min(ending_chance(age + 1.0, young, old, memory), 1.0)
    return ordered / (lived + 1.0 / found)
