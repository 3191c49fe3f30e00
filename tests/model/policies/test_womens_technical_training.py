"""Technical courses reach women alone and let them into better posts."""

from __future__ import annotations

from poverty_nodes.model.policies.womens_technical_training import WomensTechnicalTraining
from tests.model.policies.pair import enacted, reached, without

COURSE = WomensTechnicalTraining(start=1, take_up=0.9, learns=0.9, months=3, time=0.2)
GOOD = (1, 2)


def test_only_women_are_taught() -> None:
    state = enacted(COURSE)
    chosen = reached(state, "womens_technical_training")
    assert chosen.any()
    assert state.workers["gender"][chosen].all()
    assert state.workers["gender"][state.workers["technical"] == 1].all()


def test_more_women_hold_regular_posts_than_without_it() -> None:
    state, bare = enacted(COURSE), without()
    held, before = (
        int(((w["gender"] == 1) & (w["post"] > 0) & (w["post"] <= 2)).sum())
        for w in (state.workers, bare.workers)
    )
    assert held > before
