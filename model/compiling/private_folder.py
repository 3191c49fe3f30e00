"""A folder in which nobody else can put anything: code read from it is run with all rights of the user."""

from __future__ import annotations

import os
import stat
from pathlib import Path

WRITABLE_BY_ALL, WRITABLE_BY_GROUP = stat.S_IWOTH, stat.S_IWGRP
ROOT = 0


def make_private(folder: Path) -> Path:
    """Make a folder for its user alone, with the folders above it; where it really lies.

    What is there already is left as it is. OSError if it cannot be made, or others could write to it or put another
    folder in its place (`what_others_may`).
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
    # The way to it may lead over links: only the folders that it really lies in are looked at, and used.
    real = folder.resolve()
    problem = what_others_may(real)
    if problem:
        raise PermissionError(problem)
    if not os.access(real, os.W_OK | os.X_OK):
        raise PermissionError(f"'{real}' cannot be written")
    return real


def what_others_may(folder: Path) -> str:
    """What others may do to a folder, in words that follow on "since"; empty if nothing.

    The folder has to be its user's own. Those above it have to be theirs or the administrator's. None may be writable
    by others; only above it, where a name can be taken away by its owner alone (the sticky bit), is that no harm.
    Systems without such owners, as Windows, keep the folders of a user for that user.
    """
    if not hasattr(os, "getuid"):
        return ""
    me = os.getuid()
    for place in (folder, *folder.parents):
        status = place.stat()
        if status.st_uid != me and (place == folder or status.st_uid != ROOT):
            return f"'{place}' belongs to another user"
        if place != folder and status.st_mode & stat.S_ISVTX:
            continue
        if status.st_mode & WRITABLE_BY_ALL:
            return f"everybody may write to '{place}'"
        if status.st_mode & WRITABLE_BY_GROUP and not _is_mine_alone(status.st_gid, me):
            return f"a group may write to '{place}'"
    return ""


def _is_mine_alone(group: int, me: int) -> bool:
    """Whether a group is one that many systems make for each user: of the user's name, with nobody else in it."""
    import grp
    import pwd

    if group == ROOT:
        return True
    try:
        mine, found = pwd.getpwuid(me), grp.getgrgid(group)
    except KeyError:
        return False
    named = mine.pw_gid == group and found.gr_name == mine.pw_name
    return named and set(found.gr_mem) <= {mine.pw_name}
