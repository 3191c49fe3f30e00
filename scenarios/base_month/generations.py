"""The trade handed on before month 0: people have grown old in it and others have learned it, for a lifetime.

Skills of a synthetic population lie evenly over ages and over those in and out of the trade. In a trade that has been
handed on, people learn at work, are the older the longer it took, and mostly stay; drawn evenly, skilled people outside
the trade would come back to it over decades.
"""

from __future__ import annotations

import numpy as np

from poverty_nodes.model.phases.people.lifecycle import YOUNGEST
from poverty_nodes.model.population.codes import OWNER
from poverty_nodes.model.rules.lifecycle import learning_weight
from poverty_nodes.model.state import State
from poverty_nodes.scenarios.synthesis import table_draws as by
from poverty_nodes.scenarios.synthesis.table_draws import Chance

PASSED = 24
"""Months of life in each hurried month before month 0: two dozen of these are longer than a working life."""
TEACHING = np.array(list(map(learning_weight, range(OWNER + 1))))
HELD = ("post", "tenure", "dismissed", "wage", "last_wage")
"""Fields that become 0 when a person leaves a post, as in `separations.leave`, here for many at once."""


def hand_on(state: State, turn: int) -> None:
    """Age everybody by `PASSED` months; for each skilled person who retires another of the place and gender learns.

    A retired person's place is taken by a young one of the same talents who is unskilled, unless he owns the firm, and
    leaves the post. Who learns is drawn among the unskilled at work by what their posts teach; `turn` numbers the draw.
    """
    people, p = state.workers, state.parameters[0]
    age, post = people["age"] + PASSED, people["post"].copy()
    retired = age >= p.retirement_age
    age[retired] -= int(p.retirement_age) - YOUNGEST
    people["age"] = age
    skilled = people["skill"] == 1
    lost = np.flatnonzero(retired & skilled & (post != OWNER))
    leaving = np.flatnonzero(retired & (post > 0) & (post < OWNER))
    for name in HELD:
        people[name][leaving] = 0
    people["employer"][leaving] = -1
    post[leaving] = 0
    pupils = np.flatnonzero((TEACHING[post] > 0.0) & ~skilled)
    teaching = TEACHING[post[pupils]]
    kind = 2 * people["place"] + people["gender"]
    # The largest u^(1/w) fall on each with the weight w, whoever else is there.
    key = np.log(Chance(state.seed).uniform(by.LESSON + turn, people["id"][pupils])) / teaching
    people["skill"][lost] = 0
    people["outside_factor"][lost] /= p.skilled_outside
    for each in range(2 * len(state.places)):
        mine = np.flatnonzero(kind[pupils] == each)
        first = np.argsort(-key[mine], kind="stable")[: int((kind[lost] == each).sum())]
        learned = pupils[mine[first]]
        people["skill"][learned] = 1
        people["outside_factor"][learned] *= p.skilled_outside
