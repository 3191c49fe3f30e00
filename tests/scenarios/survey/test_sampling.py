"""Sampling units are units of their stratum: number 1 of the north is not number 1 of the south."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from poverty_nodes.scenarios.survey.design import Sample
from poverty_nodes.scenarios.survey.sampling import units_that_start_again
from tests.scenarios.survey.conftest import SMALL_MAP, build_of

WANTED = (14191.7, 13715.9, 14684.0)
"""Wage and interval of nested linearisation, by hand from the same rows with units of names of their own."""


def nested(folder: Path, again: bool) -> Path:
    """Two strata of four units of three firms of five workers; pay by the week differs by unit."""
    firms, workers, person = [], [], 0
    for stratum, base in (("north", 2000), ("south", 4000)):
        for unit in range(1, 5):
            name = str(unit) if again else f"{stratum[0]}{unit}"
            for firm in (f"{stratum}{unit}{at}" for at in range(3)):
                firms.append(f"{firm},E,10,1,{stratum},{name}")
                for at, post in enumerate("crphr"):
                    person += 1
                    pay = base + 100 * unit + 10 * at
                    workers.append(f"P{person},{firm},{1 if at else 2},{post},{pay},2")
    (folder / "firms.csv").write_text("\n".join(["unit,kind,staff,wt,strat,psu", *firms]))
    (folder / "workers.csv").write_text("\n".join(["person,unit,sex,job,pay,wt", *workers]))
    text = SMALL_MAP.replace(
        "workers: staff}", "workers: staff, weight: wt, stratum: strat, psu: psu}"
    )
    text = text.replace("pay: pay}", "pay: pay, weight: wt}")
    text = text.replace("year: 2015}\nfirms", "year: 2015, per: week}\nfirms")
    (folder / "map.yaml").write_text(text)
    return folder


def test_numbers_of_units_that_start_again_in_each_stratum_are_units_of_their_own(
    tmp_path: Path,
) -> None:
    found = []
    for again in (True, False):
        folder = tmp_path / str(again)
        folder.mkdir()
        built = build_of(nested(folder, again))
        found.append(built.findings.found)
        assert units_that_start_again(built.survey) == ((4, 4) if again else (0, 8))
    assert found[0] == found[1]
    wage = found[0]["workers.regular_wage"]
    assert (wage.value, wage.low, wage.high) == pytest.approx(WANTED, abs=0.1)


def test_units_without_rows_of_the_domain_count_in_its_variance() -> None:
    """The error of a mean among some rows is the same whether the others are there, with no influence, or not read."""
    luck = np.random.default_rng(3)
    unit = np.repeat(np.arange(12), 5)
    stratum = np.repeat(np.arange(2), 30)
    y, weights = luck.normal(10.0, 3.0, 60), luck.uniform(1.0, 4.0, 60)
    domain = (unit % 3 > 0) & (luck.random(60) < 0.7)
    whole = Sample(weights, unit, stratum)
    wanted = whole.error(whole.mean(y, domain))
    numbered = np.unique(unit[domain], return_inverse=True)[1]
    kept = Sample(weights[domain], numbered, stratum[domain], np.array([0, 0, 1, 1]))
    assert kept.error(kept.mean(y[domain], np.ones(domain.sum(), dtype=bool))) == pytest.approx(
        wanted
    )


def test_units_that_only_leaves_without_rows_are_known(tmp_path: Path) -> None:
    folder = nested(tmp_path, again=True)
    text = (folder / "map.yaml").read_text()
    text = text.replace(
        "firms:\n",
        "firms:\n  only: {unit: [south10, south11, south20, north10, north21, north31]}\n",
    )
    text = text.replace("workers:\n", "workers:\n  only: {unit: [south10, south20, north31]}\n")
    (folder / "map.yaml").write_text(f"{text}fewest: 2\n")
    firms = build_of(folder).survey.firms
    assert firms.units_without == [("north", "4"), ("south", "3"), ("south", "4")]
