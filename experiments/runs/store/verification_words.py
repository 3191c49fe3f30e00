"""What a verification comes to, in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from poverty_nodes.experiments.runs.store.verify import DAMAGED, DIFFERENT, SAME, UNKNOWN, Verified

NONE = "No run was made again: there are none of this version of the model, or none was asked for"


def verified(found: Sequence[Verified], left_aside: Mapping[Path, str]) -> tuple[str, bool]:
    """How many runs are as they were kept, which files are damaged, and whether all is as it was."""
    count = Counter(each.verdict for each in found)
    text = (
        f"{count[SAME]} of {len(found)} runs made again are the same, bit for bit"
        if found
        else NONE
    )
    text += f"; {count[DIFFERENT]} are not" if count[DIFFERENT] else ""
    text += f"; {count[DAMAGED]} cannot be read from the store" if count[DAMAGED] else ""
    text += f"; {count[UNKNOWN]} could not be made again" if count[UNKNOWN] else ""
    lines = [text, *(f"'{path}' is damaged: {why}" for path, why in left_aside.items())]
    if left_aside:
        lines.append(
            "The question that made them, asked again, writes anew what is missing; `poverty-nodes store gc` removes "
            "what is damaged"
        )
    return "\n".join(lines), not (count[DIFFERENT] or count[DAMAGED] or left_aside)
