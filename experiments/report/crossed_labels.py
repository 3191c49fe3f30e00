"""Groups of a crossing and of bands in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_BANDS = {
    "age": "aged {band}",
    "size": "in firms of {band} workers",
    "household_size": "in households of {band}",
}


def is_crossed(group: str) -> bool:
    """Return whether a label is that of a crossing or of a band.

    >>> is_crossed("gender=female,contract=homework"), is_crossed("age=25-59"), is_crossed("gender=male")
    (True, True, False)
    """
    return "," in group or group.partition("=")[0] in _BANDS


def crossed_label(group: str, words: Mapping[str, str]) -> str:
    """Return a group of a crossing in words; `words` has the words of single fields.

    >>> crossed_label("gender=female,age=25-59", {"gender=female": "women"})
    'women, aged 25 to 59'
    """
    return ", ".join(_part(each, words) for each in group.split(","))


def _part(part: str, words: Mapping[str, str]) -> str:
    field, _, label = part.partition("=")
    if field not in _BANDS:
        return words.get(part, label.replace("_", " "))
    if label == "none":
        return "in no firm"
    low, _, high = label.partition("-")
    if not high:
        return _BANDS[field].format(band=f"{label.removesuffix('+')} and more")
    if low == high:
        return _BANDS[field].format(band=low)
    least = "under " + str(int(high) + 1) if low == "0" else f"{low} to {high}"
    return _BANDS[field].format(band=least)


def crossed_dimensions(dimensions: Iterable[str]) -> list[str]:
    """Return which dimensions of a table come from the question's own groups, each once.

    >>> crossed_dimensions(["all", "gender", "gender*contract", "gender*contract", "age"])
    ['gender*contract', 'age']
    """
    return [each for each in dict.fromkeys(dimensions) if "*" in each or each in _BANDS]
