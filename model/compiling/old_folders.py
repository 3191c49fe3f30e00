"""Folders of compiled rules of other versions: those unused for two months are removed when new rules are compiled.

Each version of model/ has a folder of some tens of megabytes, which would pile up while somebody works on the rules.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

UNUSED = 60 * 24 * 3600.0
"""Seconds without use after which a folder goes."""
_DAY = 24 * 3600.0
_NAME = re.compile("[0-9a-f]{16}")


def note_use(folder: Path) -> Path:
    """Set the time of a folder to today if it is older, to show that it is used; returns the folder."""
    with suppress(OSError):
        if time.time() - folder.stat().st_mtime > _DAY:
            os.utime(folder)
    return folder


def remove_unused(folder: Path) -> None:
    """Remove the folders beside `folder` that are named as those of versions are and were not used for so long."""
    with suppress(OSError):
        for each in sorted(folder.parent.iterdir()):
            is_of_a_version = _NAME.fullmatch(each.name) and each != folder
            if is_of_a_version and time.time() - each.stat().st_mtime > UNUSED:
                shutil.rmtree(each, ignore_errors=True)
