"""What is said of a shock: losers first, with the placebo beside, and luck where it may be luck."""

from __future__ import annotations

import pandas as pd
import pytest

from poverty_nodes.experiments.shock import words


def table(change: float, half: float) -> pd.DataFrame:
    rows = []
    for name, factor in ((words.ALONE, 1.0), (words.HELPED, 0.5), (words.AGAINST, -0.5)):
        for group, size in (("all", 1.0), ("gender=female", 2.0), ("contract=casual", 4.0)):
            middle = change * factor * size
            row = {"comparison": name, "group": group, "dimension": group.partition("=")[0]}
            row |= {"thin": False, "P0_change": middle}
            row |= {"P0_change_low": middle - half, "P0_change_high": middle + half}
            row |= {"into": max(middle, 0) / 100, "out": max(-middle, 0) / 100}
            rows.append(row | {"floor_into": 0.001, "floor_out": 0.002})
    return pd.DataFrame(rows)


def test_the_hardest_hit_are_named_first() -> None:
    told = words.losers(table(5.0, 1.0))
    assert told.startswith(
        "Whatever the luck, the shock itself raises the headcount most among casual workers (by 20.0 "
        "points) and women (by 10.0 points)."
    )
    assert "luck alone: 0.1" in told.replace("\N{NO-BREAK SPACE}", " ")
    assert "5.0 points higher (4.0 to 6.0 points higher, whatever the luck)" in told


def test_what_the_policies_change_is_said_with_whom_they_spare() -> None:
    told = words.against(table(5.0, 1.0))
    assert "2.5 points lower with them than without them" in told
    assert told.endswith("whatever the luck it hits casual workers and women less with them.")


def test_what_may_be_luck_is_said_to() -> None:
    told = words.losers(table(0.1, 3.0)) + words.against(table(0.1, 3.0))
    assert "Of no group can it be told from luck that the shock itself makes it poorer" in told
    assert "of no group can it be told from luck that they change what it does" in told
    assert told.count("which may be luck") == 2


def test_a_single_life_is_said_to_hold_luck() -> None:
    one = table(5.0, 1.0).assign(floor_into=float("nan"))
    assert "Each person has one life here" in words.counted(one)
    assert "one life" not in words.counted(table(5.0, 1.0))
    assert "luck alone" not in words.losers(one)


@pytest.mark.parametrize("change", [0.0, 5.0])
def test_the_title_has_both_worlds(change: float) -> None:
    told = words.title(table(change, 1.0))
    assert told.startswith("By the shock ")
    assert told.endswith("with them")
