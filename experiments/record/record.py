"""The record of an answer: question.yaml, the clusters of one's own that it names, and manifest.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from poverty_nodes.experiments.output.answer_files import MANIFEST
from poverty_nodes.experiments.question.own_clusters import carried
from poverty_nodes.experiments.question.question_file import FILE, VERB, question_text
from poverty_nodes.experiments.record.provenance import provenance


@dataclass(frozen=True)
class Record:
    """What was asked and with what it was answered; each verb says what its question holds, this writes it.

    `files` are those of own clusters and the table of runs, by where they lie in the folder; `more` is what
    manifest.json says besides.
    """

    verb: str
    question: Mapping[str, object]
    files: Mapping[str, bytes] = field(default_factory=dict)
    more: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, verb: str, content: Mapping[str, object]) -> Self:
        """The record of a question that was just checked: its own clusters are read now, not when all is done."""
        question, files = carried(content)
        return cls(verb, question, files)

    def with_more(self, more: Mapping[str, object]) -> Self:
        """The same record with more for the manifest."""
        return replace(self, more={**self.more, **more})

    def with_files(self, files: Mapping[str, bytes]) -> Self:
        """The same record with more files, by their names in the folder."""
        return replace(self, files={**self.files, **files})

    def write(self, folder: Path) -> None:
        """Write all of it into a folder that is there; TypeError for what JSON has no form for."""
        (folder / FILE).write_text(question_text(self.verb, self.question), encoding="utf-8")
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        said = {**provenance(), VERB: self.verb, "question": self.question, **self.more}
        text = json.dumps(said, indent=2, ensure_ascii=False, default=str)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
