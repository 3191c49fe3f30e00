"""Who installs a policy beside the project, as README shows, can still run the project's tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.outside_package import OFFERS, install

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_a_policy_of_ones_own_that_is_installed_is_not_there_for_the_tests(tmp_path: Path) -> None:
    path = os.pathsep.join([str(ROOT), str(install(tmp_path, OFFERS))])
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0"]
    asked = ["tests/house/test_readme_commands.py", "-k", "transport_voucher"]
    found = subprocess.run(
        [*command, *asked],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout
