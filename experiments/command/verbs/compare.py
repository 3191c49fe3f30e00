"""compare: the same cluster with and without the package, person by person."""

from __future__ import annotations

from poverty_nodes.experiments.command.help import question_keys, rows
from poverty_nodes.experiments.command.verb import Request, Verb


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.command.execute import put, put_side_by_side

    if _asks_for_packages(request):
        return put_side_by_side(request)
    return put("compare", request)


def _asks_for_packages(request: Request) -> bool:
    """Whether packages are set beside each other; a request that names neither them nor a file is not read for that."""
    if not any(each.lstrip("+~").startswith(("packages", "question")) for each in request.settings):
        return False
    from poverty_nodes.experiments.question.asked_packages import asks_for_packages

    return asks_for_packages([*request.words, *request.settings])


def _details() -> str:
    own = [
        (
            "packages.NAME=",
            "the policies of a package, a list: 'packages.slow=[a,b]'; 2 to 8 packages",
        ),
        ("packages.NAME.policy.POLICY.KEY=", "a term of a policy in this package alone"),
        ("packages.NAME.budget=", "most that this package may spend"),
        ("policy.POLICY.KEY=", "a term in every package that has the policy"),
    ]
    return "\n".join(["Several packages beside each other:", *rows(own), "", question_keys()])


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
        (
            "compare 'packages.slow=[labour_standards]' 'packages.fast=[labour_standards]' "
            "'packages.slow.policy.labour_standards.wage_floor={1:1.0,25:1.1}' "
            "packages.fast.policy.labour_standards.wage_floor=1.1",
            "two packages beside each other, against none and against each other",
        ),
        ("compare --dry-run", "what it would cost"),
    ),
    execute=_execute,
    details=_details,
)
