"""question.yaml: the whole request of a verb as YAML, which `question=FILE` reads wherever its folder lies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from poverty_nodes.experiments.output.answer_files import QUESTION
from poverty_nodes.experiments.question.own_clusters import lying_beside, with_clusters
from poverty_nodes.scenarios.strict_yaml.yaml_file import parse_yaml, read_mapping

FILE = QUESTION
VERB = "verb"
"""The key of a question file that says which verb was asked."""


def question_text(verb: str, content: Mapping[str, object]) -> str:
    """Keys and values as YAML, after the line that asks them again."""
    import yaml

    class WrittenOut(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True  # what stands twice is written twice: aliases are not read back

    head = f"# Ask it again: poverty-nodes {verb} question=THIS_FILE\n"
    keys = {VERB: verb, **content}
    body: str = yaml.dump(keys, Dumper=WrittenOut, sort_keys=False, allow_unicode=True)
    return head + body


def shown(verb: str, content: Mapping[str, object], form: str) -> str:
    """What --cfg prints: the same as YAML, or as JSON if that is asked for."""
    import json

    return (
        json.dumps(content, indent=2) if form == "json" else question_text(verb, content).rstrip()
    )


def read_question_text(text: str, name: str) -> Mapping[str, object]:
    """The same from the text itself, whose clusters are named as from the working directory."""
    return parse_yaml(text, name).mapping()


def read_question_file(path: Path, unreadable: str = "") -> Mapping[str, object]:
    """What a question file says; a cluster named by a relative path lies beside the file, not where the command runs.

    `unreadable` is the place to blame if the file cannot be opened. QuestionError if it is no mapping.
    """
    content = read_mapping(path, str(path), unreadable)
    return with_clusters(content, lambda name: lying_beside(path, name))
