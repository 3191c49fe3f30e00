from dataclasses import replace

import numpy as np
import pytest

from poverty_nodes.experiments.impact import assess
from poverty_nodes.experiments.report.background import BaseTarget
from poverty_nodes.experiments.report.numbers import NONE
from poverty_nodes.experiments.report.tables_of_terms import cost_table, targets_table

UNSPENT = "Unspent of budget"


@pytest.fixture
def found(world, towns):
    return assess(towns(5, 2000), world.terms())


def test_without_a_budget_nothing_is_said_of_what_stays_unspent(found):
    table = cost_table(found)
    assert UNSPENT not in table.heads
    assert {len(row.cells) for row in table.rows} == {len(table.heads) - 1}


def test_with_a_budget_the_cost_table_has_what_stays_unspent(found):
    capped = found.cost.assign(budget=np.nan, unspent=np.nan)
    capped.loc[capped.index[0], ["budget", "unspent"]] = [2e6, 5e5]
    table = cost_table(replace(found, cost=capped))
    at = table.heads.index(UNSPENT) - 1
    assert table.rows[0].cells[at] == "$500,000 (of $2.00 million)"
    assert all(row.cells[at] == "no budget" for row in table.rows[1:])
    assert {len(row.cells) for row in table.rows} == {len(table.heads) - 1}


def test_what_nobody_holds_is_shown_as_nothing_beside_its_target():
    nobody = BaseTarget("women in home work", 60.0, float("nan"), "%", "")
    (row,) = targets_table((nobody,)).rows
    assert row.cells[1:3] == (NONE, NONE)
