"""The software that made the numbers: version, sources, commit and whether it was modified, Python and libraries."""

from __future__ import annotations

import hashlib
import platform
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from poverty_nodes.experiments.record.packages import packages

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the rooms: of the checkout, or of what is installed."""
ROOMS = ("conf", "experiments", "model", "scenarios")
BIBLIOGRAPHY = "sources.bib"
"""At the root of a checkout; in a wheel, which has no root, in scenarios/."""
LIBRARIES = (
    "numpy", "numba", "pandas", "pyarrow", "scipy", "mesa", "pydantic", "hydra-core", "matplotlib",
)  # fmt: skip


def provenance() -> dict[str, object]:
    """What manifest.json says of the software; nothing about the machine's owner.

    `code` changes with what decides a run's numbers, `sources` with any file that is shipped, data among them; a wheel
    and the clean checkout that it was built from have the same. `commit` is null where there is no checkout, and
    `modified` null where nobody can tell. `packages` are those of others that offer something to the model.
    """
    commit, modified = checked_out()
    return {
        "version": own_version(),
        "code": code_version(),
        "sources": sources_version(),
        "commit": commit,
        "modified": modified,
        "python": platform.python_version(),
        "packages": packages(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def in_words() -> str:
    """The same in a line: "0.1.0 (code 0123456789ab, commit 0123456789ab, modified)"."""
    commit, modified = checked_out()
    parts = [f"code {code_version()[:12]}"]
    parts += [f"commit {commit[:12]}"] if commit else [f"sources {sources_version()[:12]}"]
    parts += [f"modified, sources {sources_version()[:12]}"] if modified else []
    return f"{own_version()} ({', '.join(parts)})"


def own_version() -> str:
    """The version of this software, or "unreleased" where it is not installed."""
    try:
        return version("poverty-nodes")
    except PackageNotFoundError:
        return "unreleased"


def code_version() -> str:
    """The hash of the code that makes the numbers: the same hash and seed give the same numbers."""
    from poverty_nodes.experiments.runs.key import model_version

    return model_version()


@lru_cache(maxsize=1)
def sources_version(root: Path = ROOT) -> str:
    """Sixty-four hexadecimal digits that change with any file of the rooms or of the bibliography."""
    digest = hashlib.sha256()
    for name, path in sorted(_shipped(root)):
        content = path.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def checked_out(root: Path = ROOT) -> tuple[str | None, bool | None]:
    """The commit of the checkout at `root`, and whether files of the rooms differ from it.

    (None, None) where `root` is no checkout itself, as when a wheel is installed below somebody else's; the same where
    there is no git to ask, or it refuses.
    """
    if not (root / ".git").exists():
        return None, None
    try:
        commit = _git(root, "rev-parse", "HEAD").strip()
        changed = _git(root, "status", "--porcelain", "--", *ROOMS, BIBLIOGRAPHY)
    except (OSError, subprocess.SubprocessError):
        return None, None
    return commit, bool(changed.strip())


def _git(root: Path, *words: str) -> str:
    command = ["git", "-C", str(root), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
    return done.stdout


def _shipped(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file of the rooms by its name, and the bibliography by its own, wherever it lies."""
    installed = root / "scenarios" / BIBLIOGRAPHY
    for path in (path for room in ROOMS for path in (root / room).rglob("*")):
        if path.is_file() and path != installed and "__pycache__" not in path.parts:
            yield path.relative_to(root).as_posix(), path
    yield from ((BIBLIOGRAPHY, each) for each in (root / BIBLIOGRAPHY, installed) if each.is_file())
