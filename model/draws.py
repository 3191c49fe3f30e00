"""Chance as a pure function of (seed, stream, month, identity): no generator, no hidden state.

Each decision has a stream of its own and each agent an identity that is never reused, so that the same person has the
same draws in every scenario, whatever the policy, the order of the agents or the number of threads (common random
numbers at the level of the person). One more firm or household changes nobody else's draws.

The hash is the finaliser of SplitMix64 (Steele, Lea and Flood 2014), applied in a chain, one link a key.
"""

from __future__ import annotations

import math

import numpy as np

from poverty_nodes.model.lives import POPULATIONS
from poverty_nodes.model.rule import rule, wrapping_rule

# One stream a decision; numbers are never reused, so that a new stream changes no old draw.
POPULATION = 1
DITHER = 2
FIT = 3
QUIT = 4
SEARCH = 5
SEEKER_ORDER = 6
VACANCY = 7
SELECTION = 8
BUYER = 9
PRODUCTIVITY = 10
MONITORED = 11
EVASION = 12
RECONSIDER = 13
TAKE_UP = 14
QUEUE = 15
RING = 16
EXIT = 18
FOUNDING = 19
FOUNDER = 20
FIRM_TYPE = 21
REMATCH = 22
HEIR = 24
LEARNING = 25
ACCIDENT = 26
UPGRADE = 27
MIGRATION = 28
STANDARD = 29
PROXY_MEANS = 30
PROGRAMME = 31
FAIR = 32
CODE = 33
COURSE = 40
FADING = 41
HOME_LAW = 42
TRIAL = 43
RELATION = 50
PERSISTENT_PRODUCTIVITY = 34
INCOME_SHOCK = 44

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
FIRST = np.uint64(0xBF58476D1CE4E5B9)
SECOND = np.uint64(0x94D049BB133111EB)
SHIFT_30 = np.uint64(30)
SHIFT_27 = np.uint64(27)
SHIFT_31 = np.uint64(31)
SHIFT_11 = np.uint64(11)
UNIT = 1.0 / 9007199254740992.0  # 2^-53
LAST = 1.0 - UNIT
"""The largest draw: the sum of the highest bits and a half would round up to 1."""


@wrapping_rule
def mix(value):
    """The 64-bit finaliser of SplitMix64: every input bit moves every output bit."""
    value = value + GOLDEN
    value = (value ^ (value >> SHIFT_30)) * FIRST
    value = (value ^ (value >> SHIFT_27)) * SECOND
    return value ^ (value >> SHIFT_31)


@rule
def stream_key(seed, stream, month):
    """The key of one decision in one month; taken once, outside the loop over agents.

    What is drawn at month 0 stays with an agent for good (for whom one likes to work, who is monitored): it belongs to
    the base population and is the same in all its lives.
    """
    if month == 0:
        seed = seed % POPULATIONS
    key = mix(np.uint64(seed))
    key = mix(key ^ np.uint64(stream))
    return mix(key ^ np.uint64(month))


@rule
def uniform(key, identity):
    """A draw in (0, 1) for one agent under a key; never exactly 0 or 1."""
    bits = mix(key ^ mix(np.uint64(identity)))
    return min((float(bits >> SHIFT_11) + 0.5) * UNIT, LAST)


@rule
def own_key(key, identity):
    """The key of one agent under a key, for the loop over its tries."""
    return mix(key ^ mix(np.uint64(identity)))


@rule
def uniform_under(own, other):
    """A draw in (0, 1) for one try under an agent's own key."""
    bits = mix(own ^ np.uint64(other))
    return min((float(bits >> SHIFT_11) + 0.5) * UNIT, LAST)


@rule
def uniform_pair(key, identity, other):
    """A draw in (0, 1) for an ordered pair: a person and a firm, or an agent and its n-th try."""
    return uniform_under(own_key(key, identity), other)


@rule
def uniforms(seed, stream, month, identities, out):
    """Fill `out` (n,) with one draw for each identity, for callers outside compiled code."""
    key = stream_key(seed, stream, month)
    for i in range(len(identities)):
        out[i] = uniform(key, identities[i])


@rule
def uniform_pairs(seed, stream, month, identities, others, out):
    """Fill `out` (n,) with one draw for each pair of an identity and another number."""
    key = stream_key(seed, stream, month)
    for i in range(len(identities)):
        out[i] = uniform_pair(key, identities[i], others[i])


@rule
def normals(draws, out):
    """Fill `out` (n,) with the standard normal quantile of each uniform draw."""
    for i in range(len(draws)):
        out[i] = normal(draws[i])


# Set out by a program from the published coefficients, a long polynomial in one expression.
@rule
def normal(u):
    """The standard normal quantile of a uniform draw (Wichura 1988, AS 241; 16 digits).

    >>> round(normal(0.5), 12), round(normal(0.975), 6)
    (0.0, 1.959964)
    """
    q = u - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        top = (
            (
                (
                    (
                        (
                            (r * 2509.0809287301226727 + 33430.575583588128105) * r
                            + 67265.770927008700853
                        )
                        * r
                        + 45921.953931549871457
                    )
                    * r
                    + 13731.693765509461125
                )
                * r
                + 1971.5909503065514427
            )
            * r
            + 133.14166789178437745
        ) * r + 3.387132872796366608
        bottom = (
            (
                (
                    (
                        (
                            (r * 5226.495278852545925 + 28729.085735721942674) * r
                            + 39307.89580009271061
                        )
                        * r
                        + 21213.794301586595867
                    )
                    * r
                    + 5394.1960214247511077
                )
                * r
                + 687.1870074920579083
            )
            * r
            + 42.313330701600911252
        ) * r + 1.0
        return q * top / bottom
    r = u if q < 0.0 else 1.0 - u
    r = math.sqrt(-math.log(r))
    if r <= 5.0:
        r -= 1.6
        top = (
            (
                (
                    (
                        (
                            (r * 7.7454501427834140764e-4 + 0.0227238449892691845833) * r
                            + 0.24178072517745061177
                        )
                        * r
                        + 1.27045825245236838258
                    )
                    * r
                    + 3.64784832476320460504
                )
                * r
                + 5.7694972214606914055
            )
            * r
            + 4.6303378461565452959
        ) * r + 1.42343711074968357734
        bottom = (
            (
                (
                    (
                        (
                            (r * 1.05075007164441684324e-9 + 5.475938084995344946e-4) * r
                            + 0.0151986665636164571966
                        )
                        * r
                        + 0.14810397642748007459
                    )
                    * r
                    + 0.68976733498510000455
                )
                * r
                + 1.6763848301838038494
            )
            * r
            + 2.05319162663775882187
        ) * r + 1.0
    else:
        r -= 5.0
        top = (
            (
                (
                    (
                        (
                            (r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r
                            + 0.0012426609473880784386
                        )
                        * r
                        + 0.026532189526576123093
                    )
                    * r
                    + 0.29656057182850489123
                )
                * r
                + 1.7848265399172913358
            )
            * r
            + 5.4637849111641143699
        ) * r + 6.6579046435011037772
        bottom = (
            (
                (
                    (
                        (
                            (r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r
                            + 1.8463183175100546818e-5
                        )
                        * r
                        + 7.868691311456132591e-4
                    )
                    * r
                    + 0.0148753612908506148525
                )
                * r
                + 0.13692988092273580531
            )
            * r
            + 0.59983220655588793769
        ) * r + 1.0
    return -top / bottom if q < 0.0 else top / bottom
