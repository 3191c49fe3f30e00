"""The sources.bib of a cluster that is built from a survey: the survey, and the entries of the map's own file."""

from __future__ import annotations

from pathlib import Path

from poverty_nodes.scenarios.survey.building import SOURCE
from poverty_nodes.scenarios.survey.mapping import SourceOfSurvey
from poverty_nodes.scenarios.survey.survey import Survey

REASONS = "firms, workers, wages, women and minorities, home work, households, value chain"


def bibliography(survey: Survey) -> str:
    """Return the text of sources.bib: the survey's entry, then what stands in the one beside map.yaml."""
    beside = survey.folder / "sources.bib"
    more = beside.read_text(encoding="utf-8") if beside.is_file() else ""
    return "\n".join([*_entry(survey.map.source, survey), "", more]).rstrip() + "\n"


def _entry(source: SourceOfSurvey, survey: Survey) -> list[str]:
    files = " and ".join(
        _plain(Path(sheet.name).name) for sheet in reversed(survey.sheets.values())
    )
    note = f"read from {files} by {_plain(survey.file.name)}"
    fields = {
        "title": _plain(source.title),
        "author": _plain(source.author),
        "year": str(source.year),
        "address": _plain(source.address),
        "reason": REASONS,
        "note": note,
    }
    return [f"@misc{{{SOURCE},", *(f"  {key} = {{{text}}}," for key, text in fields.items()), "}"]


def _plain(text: str) -> str:
    """Put a text on one line and remove braces, which would end the field."""
    return " ".join(text.replace("{", "(").replace("}", ")").split())
