"""Paths that a user types: whether anything is there, asked without ever failing."""

from __future__ import annotations

from pathlib import Path

from poverty_nodes.scenarios.errors import Problem, QuestionError, nearest_name

_SHOWN = 120


def is_there(path: Path) -> bool:
    """Whether a path leads to a file or folder; a name that no file can have leads to none."""
    try:
        return path.exists()
    except (OSError, ValueError):  # too long, or with a character that no name has
        return False


def existing(named: str | Path) -> Path:
    """The whole path of what is there; QuestionError with the nearest name beside it if nothing is.

    A path is said again as it was typed: `./my_town` is a folder, and `my_town` would be an id.
    """
    path, typed = Path(named), str(named)
    if is_there(path):
        return path.resolve()
    folder = path.parent
    nearest = nearest_name(path.name, _names_in(folder))
    text = typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}..."
    missing = next((each for each in reversed(path.parents) if not is_there(each)), None)
    message = f"there is no such file or folder: '{text}'"
    if missing is not None and len(str(missing)) <= _SHOWN:
        message += f" ('{missing}' is not there either)"
    beside = typed.rpartition(path.name)[0] + nearest if nearest else ""
    remedy = "poverty-nodes list clusters, or the path of your own"
    raise QuestionError([Problem("cluster", message, nearest=beside, remedy=remedy)])


def _names_in(folder: Path) -> list[str]:
    try:
        return [each.name for each in folder.iterdir() if not each.name.startswith(".")]
    except (OSError, ValueError):
        return []
