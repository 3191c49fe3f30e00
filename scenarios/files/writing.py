"""A cluster as files that a person can go on writing: every key with a comment on what it is and what it takes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel

from poverty_nodes.scenarios.description.cluster import BuyerDescription
from poverty_nodes.scenarios.description.estimate import Estimate
from poverty_nodes.scenarios.files.reading import OPTIONAL, SECTIONS

WIDTH = 100
TIED = "\0"
"""Stands for a blank at which no line is broken."""
TRUTHS = ("yes", "no", "on", "off", "null", "true", "false", "y", "n")
"""Words that YAML does not read as text."""
Values = Mapping[str, object]


def write_cluster(sections: Mapping[str, Values], folder: Path) -> None:
    """Write a file for each section into a folder; `sections` holds plain values, as YAML gives them."""
    for name, text in cluster_texts(sections).items():
        (folder / name).write_text(text, encoding="utf-8")


def cluster_texts(sections: Mapping[str, Values]) -> dict[str, str]:
    """Return the text of each section's file by its name."""
    return {
        f"{name}.yaml": "\n".join([*_head(model), *_lines(sections[name], model, "")]) + "\n"
        for name, model in (dict(SECTIONS) | dict(OPTIONAL)).items()
        if sections.get(name)
    }


def _head(model: type[BaseModel]) -> list[str]:
    first = (model.__doc__ or "").strip().splitlines()[0]
    return [f"# {first}", ""]


def _lines(values: Values, model: type[BaseModel], indent: str) -> Iterator[str]:
    """Yield the lines of a part, each key under a comment if the schema says something of it."""
    for name, field in model.model_fields.items():
        if values.get(name) is None:  # nothing is said of it
            continue
        if field.description:
            yield from _comment(field.description, _quantity(field.annotation), indent)
        yield from _entry(name, values[name], field.annotation, indent)


def _entry(name: object, value: object, annotation: object, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping) and "kind" in value and "value" in value:
        yield f"{indent}{name}:"
        yield from estimate_lines(value, f"{indent}  ")
    elif isinstance(value, Mapping):
        yield f"{indent}{name}:"
        inner = _inner(annotation)
        if inner is not None and not issubclass(inner, Estimate):
            yield from _lines(value, inner, f"{indent}  ")
        else:  # keyed by years: an estimate each
            for key, below in value.items():
                yield from _entry(key, below, annotation, f"{indent}  ")
    elif isinstance(value, list | tuple):
        yield f"{indent}{name}:"
        for each in value:
            body = list(_lines(each, BuyerDescription, f"{indent}    "))
            body = [line for line in body if not line.lstrip().startswith("#")]
            yield f"{indent}  - {body[0].strip()}"
            yield from body[1:]
    else:
        yield f"{indent}{name}: {scalar(value)}"


def estimate_lines(estimate: Values, indent: str) -> Iterator[str]:
    """Yield an estimate as a mapping in braces, its texts quoted."""
    numeric = ("value", "low", "high", "unit", "year", "kind", "source")
    first = [key for key in numeric if key in estimate]  # a fact in words has no range and no unit
    # A key and its value stay on one line.
    line = ", ".join(f"{key}: {scalar(estimate[key])}".replace(" ", TIED) for key in first)
    yield from (part.replace(TIED, " ") for part in _wrapped(f"{indent}{{{line},", indent))
    texts = [(key, estimate.get(key)) for key in ("where", "note") if estimate.get(key)]
    for number, (key, text) in enumerate(texts, start=1):
        end = "}" if number == len(texts) else ","
        yield from _wrapped(f"{indent} {key}: {quoted(str(text))}{end}", indent)
    if not texts:
        yield f"{indent}}}"


def _wrapped(line: str, indent: str) -> list[str]:
    """Break a line at blanks; a text in quotes may go on on the next line, and reads as one blank there."""
    below = f"{indent}   "
    return textwrap.wrap(
        line, WIDTH, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
    )


def scalar(value: object) -> str:
    """A number, word or text as YAML reads it back: numbers with six digits, texts in quotes.

    >>> scalar(0.123456789), scalar(50000.0), scalar(2011), scalar("share")
    ('0.123457', '50000', '2011', 'share')
    """
    if isinstance(value, float):
        short = f"{value:.6g}"
        # YAML reads 1e-06 as a text and 1.0e-06 as a number.
        return short.replace("e", ".0e") if "e" in short and "." not in short else short
    if isinstance(value, int):
        return str(value)
    text = str(value)
    plain = all(word.isidentifier() for word in text.split(" ")) and text.casefold() not in TRUTHS
    return text if plain else quoted(text)


def quoted(text: str) -> str:
    r"""A text in double quotes, on one line, whatever stands in it.

    >>> print(quoted('say "so"'))
    "say \"so\""
    """
    flat = " ".join(text.split())
    line = yaml.safe_dump(flat, default_style='"', allow_unicode=True, width=1_000_000)
    return line.rstrip("\n")


def _comment(description: str, quantity: type[Estimate] | None, indent: str) -> Iterator[str]:
    """What a key is, in which unit, and within which bounds."""
    takes = ""
    if quantity is not None:
        upper = f" to {quantity.most:,.0f}" if quantity.most < 1e300 else " or more"
        takes = f"[{' or '.join(quantity.units)}, {quantity.least:g}{upper}]"
    text = " ".join(part for part in (description, takes) if part)
    for line in textwrap.wrap(text, WIDTH - len(indent) - 2):
        yield f"{indent}# {line}"


def _quantity(annotation: object) -> type[Estimate] | None:
    """The one kind of estimate that a field holds, if it holds one alone."""
    inner = _inner(annotation)
    if inner is None:
        return None
    if issubclass(inner, Estimate):
        return inner
    kinds = {_quantity(field.annotation) for field in inner.model_fields.values()}
    return kinds.pop() if len(kinds) == 1 else None


def _inner(annotation: object) -> type[BaseModel] | None:
    """The schema of a field: of its values where it is a mapping by year or by tier or post."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for each in reversed(getattr(annotation, "__args__", ())):
        found = _inner(each)
        if found is not None:
            return found
    return None
