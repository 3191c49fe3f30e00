"""run: what happens in one scenario."""

from __future__ import annotations

from poverty_nodes.experiments.command.help import question_keys
from poverty_nodes.experiments.command.verb import Request, Verb


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.command.execute import put

    return put("run", request)


def _details() -> str:
    return question_keys()


VERB = Verb(
    name="run",
    summary="what happens in one scenario?",
    usage="poverty-nodes run [key=value ...]",
    examples=(
        ("run policy=[]", "the default cluster left to itself"),
        ("run policy=[labour_standards] months=36 seeds=5", "with one policy"),
        ("run --cfg", "every key and value, as YAML that question=FILE takes back"),
    ),
    execute=_execute,
    details=_details,
)
