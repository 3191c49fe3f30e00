"""Nothing in the project belongs to one machine: no paths of a disk, no hosts to install from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

# Put together from pieces, so that this file passes its own test.
FOLDERS = ("work", "root", "home", "Users", "mnt")
PATH = re.compile(rf"(?<![\w.~*:/-])/(?:{'|'.join(FOLDERS)})(?![\w-])(?:/|\b)")
HOSTS = re.compile(
    r"\b(?:"
    + "|".join(
        (
            r"pypi" + r"\.(?:org|python\.org)",
            r"python" + r"hosted\.org",
            r"npm" + r"js\.(?:org|com)",
            r"(?:deb|security)\." + r"debian\.org",
            r"ana" + r"conda\.(?:org|com)",
            r"local" + r"host:\d+",
        )
    )
    + r")"
)


def test_no_file_names_a_place_on_one_machine(files: list[str], root: Path) -> None:
    assert found(PATH, files, root) == []


def test_no_file_names_the_host_of_a_package_registry(files: list[str], root: Path) -> None:
    assert found(HOSTS, files, root) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_path_on_a_disk_is_seen(folder: str) -> None:
    assert PATH.search(f"see /{folder}/project/file")
    assert PATH.search(f'cd "/{folder}"')


@pytest.mark.parametrize("text", ["in/work/out", "../work/x", "~/home/x", "work/home", "/homework"])
def test_other_slashes_are_let_be(text: str) -> None:
    assert not PATH.search(text)


def found(pattern: re.Pattern[str], files: list[str], root: Path) -> list[str]:
    """Where a pattern stands in the files that are text: file, line and what was found."""
    return [
        f"{name}:{number} {match.group()}"
        for name in files
        for number, line in enumerate(lines(root / name), start=1)
        for match in pattern.finditer(line)
    ]


def lines(path: Path) -> list[str]:
    """The lines of a text; none of a picture or another file that is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []
