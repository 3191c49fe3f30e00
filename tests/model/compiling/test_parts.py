"""Every part compiles where nobody lives, and leaves no part of the month out."""

from __future__ import annotations

import pytest

from poverty_nodes.model.compiling.empty_economy import empty_economy
from poverty_nodes.model.compiling.parts import PARTS


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_the_month_passes_where_nobody_lives(name: str) -> None:
    state = empty_economy()
    PARTS[name](state)
    assert not state.firms["alive"].any()


def test_after_all_parts_a_month_of_an_economy_compiles_next_to_nothing() -> None:
    from numba.core import event

    from poverty_nodes.model.month import Month
    from tests.small_economy import rough_economy

    for part in PARTS.values():
        part(empty_economy())
    state = rough_economy(scale=0.005)
    compiled: list[str] = []

    class Listener(event.Listener):
        def on_start(self, event: event.Event) -> None:
            compiled.append(event.data["dispatcher"].py_func.__name__)

        def on_end(self, event: event.Event) -> None:
            pass

    with event.install_listener("numba:compile", Listener()):
        Month().advance(state)
    assert compiled == []
