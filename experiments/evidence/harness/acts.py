"""Interventions of experiments in an economy: buyers and markets grow, neighbours disappear."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_nodes.model.state import State


@dataclass(frozen=True)
class OrdersGrow:
    """All buyers' orders in a place grow at a steady monthly rate."""

    monthly: float
    place: int = 0

    def __call__(self, state: State) -> None:
        """Set the trend of the place's buyers."""
        state.buyers["growth"][state.buyers["place"] == self.place] = self.monthly


@dataclass(frozen=True)
class OrdersFollow:
    """Buyers' orders in the cluster follow given levels, multiples of the base, geometric between the months."""

    levels: tuple[tuple[int, float], ...]

    def at(self, month: int) -> float:
        """The level of a month.

        >>> OrdersFollow(((0, 1.0), (10, 4.0))).at(5)
        2.0
        """
        before = (0, 1.0)
        for point in self.levels:
            if month <= point[0]:
                span = max(point[0] - before[0], 1)
                return float(before[1] * (point[1] / before[1]) ** ((month - before[0]) / span))
            before = point
        return before[1]

    def __call__(self, state: State) -> None:
        """Set the trend of the cluster's buyers so that it passes through the level of the month."""
        here = state.buyers["place"] == 0
        state.buyers["growth"][here] = self.at(state.month) ** (1.0 / state.month) - 1.0


@dataclass(frozen=True)
class HomeMarketGrows:
    """Demand for the product at home grows at a steady monthly rate, for producers of both places: it is one market."""

    monthly: float

    def __call__(self, state: State) -> None:
        """Pull the month's instrument of home demand."""
        state.instruments["home_demand"][:] = (1.0 + self.monthly) ** state.month


@dataclass(frozen=True)
class NeighboursGone:
    """The cluster's specialists count for as few as given, a share of the base: nobody near to share stages with."""

    share: float

    def __call__(self, state: State) -> None:
        """Overwrite how many specialists the cluster's firms find."""
        state.places["specialists"][0] = self.share
