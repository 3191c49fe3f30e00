"""Changes to a world that should not change claims on it: changes of month 0, another order of phases."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from poverty_nodes.model.month import Month
from poverty_nodes.model.state import State


@dataclass(frozen=True)
class HalfTheTypes:
    """Every second type of firm of each place and tier is removed: entrants copy the type before it."""

    def __call__(self, state: State) -> None:
        """Overwrite every second type; how likely it is to close stays as it was."""
        types, start = state.workspace.types, state.workspace.type_start
        for first, last in pairwise(start):
            for tier in (1, 2, 3):
                rows = [row for row in range(first, last) if types["tier"][row] == tier]
                for kept, gone in zip(rows[::2], rows[1::2], strict=False):
                    identity = types["id"][gone]
                    types[gone] = types[kept]
                    types["id"][gone] = identity


class OtherOrder(Month):
    """Firms learn after members have given and not before, and invest after inspection and not before."""

    def finance(self, state: State) -> None:
        """Inspection and its answers."""
        super().standards(state)

    def standards(self, state: State) -> None:
        """Loans, registration and investment."""
        super().finance(state)

    def learning(self, state: State) -> None:
        """Giving, and the joint facility."""
        super().joint_action(state)

    def joint_action(self, state: State) -> None:
        """Upgrading and what firms and people learn."""
        super().learning(state)
