"""A town small enough that a month takes a millisecond, and models of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from poverty_nodes.model import ClusterModel
from poverty_nodes.scenarios import Scenario, load_cluster


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """Six months of a real cluster, one person in fifty."""
    return Scenario(cluster=load_cluster("sialkot_surgical"), months=6, scale=0.02)


@pytest.fixture
def model(scenario: Scenario) -> ClusterModel:
    """A model at month 0."""
    return ClusterModel(scenario, seed=1)


@pytest.fixture(scope="session")
def close_firm() -> Callable[[ClusterModel, int], None]:
    """Takes the firm of a row out of business, and leaves all else as it is."""

    def close(model: ClusterModel, row: int) -> None:
        model.firms["alive"][row] = 0

    return close
