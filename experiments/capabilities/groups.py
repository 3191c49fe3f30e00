"""The groups that deprivations are told of, in words: those of the model, and women and men of each contract."""

from __future__ import annotations

from collections.abc import Iterable

from poverty_nodes.experiments.report.labels import group_label

TOLD = ("all", "gender", "contract", "work")
"""The dimensions of sentences, of the figure and of the tables by weights."""
_PEOPLE = {"male": "men", "female": "women"}
_WORK = {
    "regular": "regular workers",
    "casual": "casual workers",
    "homework": "home workers",
    "own_account": "owners of firms",
}


def words_of(label: str) -> str:
    """A group in words.

    >>> words_of("work=homework|female"), words_of("contract=homework"), words_of("work=none|male")
    ('women home workers', 'home workers', 'men with no work in the sector')
    """
    if not label.startswith("work="):
        return group_label(label)
    contract, gender = label.removeprefix("work=").split("|")
    if contract == "own_account":
        return f"{_PEOPLE[gender]} who own firms"
    people = _PEOPLE[gender]
    return (
        f"{people} {_WORK[contract]}"
        if contract in _WORK
        else f"{people} with no work in the sector"
    )


def label_of(name: str, labels: Iterable[str]) -> str | None:
    """The label of a group that is named by its label or its words; None if the tables have none of that name.

    >>> label_of("Women home workers", ["all", "work=homework|female"]), label_of("buyers", ["all"])
    ('work=homework|female', None)
    """
    wanted = " ".join(name.casefold().split())
    return next((each for each in labels if wanted in (each.casefold(), words_of(each))), None)
