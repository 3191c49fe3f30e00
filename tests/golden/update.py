"""`python -m tests.golden.update`: keep the numbers of today, and say which of them moved.

To be run on purpose, after a change that is meant to move results; the change of the file belongs
in the same commit, and what moved belongs in CHANGELOG.md.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tests.golden.small_town import KEPT, Numbers, keep, kept, measured


def moves(old: Numbers, new: Numbers) -> Iterator[str]:
    """One line a series that came, went or moved, with its largest relative change."""
    for name in sorted(old.keys() | new.keys()):
        if name not in old or name not in new:
            yield f"{'new' if name in new else 'gone'}: {name}"
        elif len(old[name]) != len(new[name]):
            yield f"{name}: {len(old[name])} values, now {len(new[name])}"
        elif old[name] != new[name]:
            then, now = np.array(old[name]), np.array(new[name])
            change = np.abs(now - then) / np.maximum(np.abs(then), 1e-12)
            yield f"{name}: moved by up to {change.max():.2g} of its value"


def main() -> None:
    """Measure, compare and write."""
    new = measured()
    old = kept()[1] if KEPT.exists() else {}
    lines = list(moves(old, new))
    print("\n".join(lines[:40]))
    print(f"{len(lines)} of {len(new)} series moved; kept in {KEPT.name}")
    keep(new)


if __name__ == "__main__":
    main()
