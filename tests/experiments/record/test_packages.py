"""manifest.json names the packages of others that offer something to the model."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

from poverty_nodes.experiments.record.packages import GROUPS, packages
from poverty_nodes.model.measures.catalogue import INSTALLED
from poverty_nodes.model.months import MONTHS
from poverty_nodes.model.policies import REGISTRY
from poverty_nodes.model.population.marks import GROUP
from tests.outside_package import MODULE, OFFERS, install


def test_a_package_is_named_with_its_version_what_it_offers_and_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers = {**OFFERS, "poverty_nodes.marks": {"glasses": "ministry_tries:GLASSES"}}
    monkeypatch.syspath_prepend(install(tmp_path, offers))
    importlib.invalidate_caches()
    (found,) = [each for each in packages() if each["name"] == "ministry-tries"]
    assert found["version"] == "1.0"
    assert found["offers"] == [
        "marks: glasses",
        "measures: home_share",
        "measures: local services",
        "months: power_cuts",
        "policies: transport_voucher",
    ]
    assert len(str(found["code"])) == 64
    assert "ministry_tries" not in sys.modules
    (tmp_path / "ministry_tries.py").write_text(MODULE + "# changed\n")
    (again,) = [each for each in packages() if each["name"] == "ministry-tries"]
    assert again["code"] != found["code"]


def test_every_group_that_the_model_looks_into_is_among_them() -> None:
    assert set(GROUPS) == {REGISTRY.group, INSTALLED.group, MONTHS.group, GROUP}
