"""compare: the same cluster with and without the package, person by person."""

from __future__ import annotations

from poverty_nodes.experiments.command.help import question_keys
from poverty_nodes.experiments.command.verb import Request, Verb


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.command.execute import put

    return put("compare", request)


def _details() -> str:
    return question_keys()


VERB = Verb(
    name="compare",
    summary="who gains and who loses by these policies, against the same cluster without them?",
    usage="poverty-nodes [compare] [key=value ...]",
    examples=(
        ("", "the default cluster and package"),
        ("compare 'policy=[micro_credit,labour_standards]' seeds=6 months=36", "fewer seeds"),
        (
            "compare policy=[micro_credit] policy.micro_credit.take_up=0.3",
            "one policy, other terms",
        ),
        (
            "compare policy=[micro_credit] policy.micro_credit.target.gender=female",
            "for women only",
        ),
        ("compare experiment=standards_without_home_workers", "a named set of choices"),
        ("compare cluster=my_town.yaml output=results", "a cluster of your own"),
        ("compare question=outputs/compare/NAME/question.yaml", "the same question again"),
        ("compare --dry-run", "what it would cost"),
    ),
    execute=_execute,
    details=_details,
)
