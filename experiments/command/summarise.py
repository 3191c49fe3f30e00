"""The last lines of a verb that answers a question: headline, files, exit status."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from poverty_nodes.experiments.answer.answer import Answer
from poverty_nodes.scenarios.strict_yaml.printable import printable

DONE, SOME_RUNS_FAILED, INTERRUPTED = 0, 1, 130


def close(answer: Answer, form: str) -> int:
    """Print the closing summary, as text or as one JSON object, and return the exit status."""
    print(_as_json(answer) if form == "json" else _as_text(answer))
    return SOME_RUNS_FAILED if answer.failed or answer.left_out else DONE


def _as_json(answer: Answer) -> str:
    content = {
        "headline": answer.headline,
        "report": None if answer.report is None else str(answer.report),
        "outputs": [str(path) for path in answer.outputs],
        "runs": answer.runs,
        "failed": answer.failed,
        "left_out": answer.left_out,
    }
    return json.dumps(content, indent=2)


def _as_text(answer: Answer) -> str:
    more = []
    if answer.failed:
        failed = f"{answer.failed} of {answer.runs} runs failed and are left out"
        more.append(f"{failed}: failures.csv says where and why")
    if answer.left_out:
        more.append(answer.left_out)
    return closing(answer.headline, answer.outputs, answer.report, more)


def closing(
    headline: str, outputs: Sequence[Path], page: Path | None, more: Sequence[str] = ()
) -> str:
    """The last lines of every verb: the answer, its page, its folder (the first of `outputs`), and what is left out."""
    lines = ["", printable(headline), ""]
    if page is not None:
        lines.append(f"  report   {page}")
    if outputs:
        pictures = [path for path in outputs[1:] if path.suffix in (".svg", ".png")]
        others = [path for path in outputs[1:] if path not in (*pictures, page)]
        names = [path.name for path in others] + (["figures/"] if pictures else [])
        lines.append(f"  folder   {outputs[0]}" + (f" ({', '.join(names)})" if names else ""))
    return "\n".join([*lines, *(f"  {each}" for each in more)])
