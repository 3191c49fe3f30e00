"""The result of verifying an answer's folder, in a few sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from poverty_nodes.experiments.output.answer_files import MANIFEST
from poverty_nodes.experiments.record.crate_file import read_json
from poverty_nodes.experiments.record.provenance import code_version, in_words
from poverty_nodes.experiments.record.verification import NOT_RECORDED, SAME, Checked
from poverty_nodes.scenarios.errors import QuestionError
from poverty_nodes.scenarios.strict_yaml.printable import printable


def verified(files: Sequence[Checked], runs: Sequence[Checked], folder: Path) -> tuple[str, bool]:
    """How many files and runs are as they were, what is not, and whether all is as it was.

    A file that was added is named and does not count against the answer.
    """
    recorded = [each for each in files if each.verdict != NOT_RECORDED]
    added = [each.what for each in files if each.verdict == NOT_RECORDED]
    wrong = [each for each in (*recorded, *runs) if each.verdict != SAME]
    same = sum(each.verdict == SAME for each in recorded)
    lines = [f"{same} of {len(recorded)} files are as they were written."]
    if runs:
        held = sum(each.verdict == SAME for each in runs)
        lines.append(f"{held} of {len(runs)} runs made again are the same, bit for bit.")
    else:
        lines.append(
            "No run was made again: the folder has no table of runs, or none was asked for."
        )
    lines += [f"{each.what}: {each.verdict}{_more(each)}" for each in wrong]
    if added:
        lines.append(f"Not of the answer: {', '.join(added)}.")
    lines += _on_the_code(folder)
    return "\n".join(map(_in_one_line, lines)), not wrong


def _in_one_line(text: str) -> str:
    """A sentence with names that others chose, none of which may pass for another sentence."""
    return printable(text).replace("\n", "\\n")


def _more(each: Checked) -> str:
    return f" ({each.message})" if each.message else ""


def _on_the_code(folder: Path) -> list[str]:
    """A sentence if other software made the answer, so that its runs need not be the same."""
    made = _manifest(folder)
    if made.get("code") == code_version():
        return []
    version, code, commit = (str(made.get(each))[:12] for each in ("version", "code", "commit"))
    by = f"version {version}, code {code}, commit {commit}"
    return [f"It was made by another version of the model ({by}); this is {in_words()}."]


def _manifest(folder: Path) -> Mapping[str, object]:
    try:
        content = read_json(folder / MANIFEST)
    except QuestionError:
        return {}
    return content if isinstance(content, dict) else {}
