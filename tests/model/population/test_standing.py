"""How adults stand in the trade."""

from __future__ import annotations

import numpy as np

from poverty_nodes.model.population.codes import CONTRACT, CONTRACT_OF_POST, POST
from poverty_nodes.model.population.standing import contracts_of, tiers_of


def test_a_contract_goes_with_the_post_and_a_tier_with_the_firm() -> None:
    workers = np.zeros(len(POST), dtype=[("post", "i1"), ("employer", "i8")])
    workers["post"] = np.arange(len(POST))
    workers["employer"] = [-1, 0, 1, 0, 1, 0]
    firms = np.array([(1,), (3,)], dtype=[("tier", "i1")])
    assert [CONTRACT[code] for code in contracts_of(workers)] == [
        CONTRACT[code] for code in CONTRACT_OF_POST
    ]
    assert tiers_of(workers, firms).tolist() == [0, 1, 3, 1, 3, 1]
    assert contracts_of(workers).dtype == tiers_of(workers, firms).dtype == np.int8
