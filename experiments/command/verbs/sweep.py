"""sweep: the same question at many points."""

from __future__ import annotations

from poverty_nodes.experiments.command.help import question_keys, rows
from poverty_nodes.experiments.command.verb import Request, Verb


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.command.execute import execute_question, only_shown
    from poverty_nodes.experiments.command.summarise import DONE
    from poverty_nodes.experiments.question.whole_question import notes_on
    from poverty_nodes.experiments.sweeps.points import ask_sweep
    from poverty_nodes.experiments.sweeps.price import price_of

    sweep = ask_sweep([*request.words, *request.settings])
    notes = notes_on(sweep.first)
    if only_shown(request, "sweep", notes, sweep.as_mapping, lambda: price_of(sweep)):
        return DONE
    from poverty_nodes.experiments.sweeps.answer import answer

    points = [each.question for each in sweep.points]
    return execute_question(sweep.first, lambda: answer(sweep), request.format, points)


def _details() -> str:
    own = [
        ("KEY=[a,b,c]", "a list given to a key that takes one value is swept"),
        ("KEY=a,b,c", "the same; for keys that take lists: 'policy=[a],[a,b]'"),
        ("KEY=range(0.1,0.5,0.1)", "from, to (left out), step"),
        (
            "zip=[KEY,KEY]",
            "keys that move together instead of crossing; zip=[[a,b],[c,d]] for several",
        ),
        ("design=FILE.csv", "a point a line; the first line names the keys"),
    ]
    return "\n".join(["What is swept:", *rows(own), "", question_keys()])


VERB = Verb(
    name="sweep",
    summary="the same question over a grid or list of term values, clusters, shocks, inputs",
    usage="poverty-nodes sweep KEY=[value,...] [key=value ...]",
    examples=(
        (
            "sweep 'policy=[micro_credit]' 'policy.micro_credit.take_up=[0.1,0.2,0.3,0.4]' seeds=25 months=24",
            "one term",
        ),
        (
            "sweep policy=[micro_credit] policy.micro_credit.take_up=0.1,0.3 policy.micro_credit.amount=250,500",
            "two terms: a heat map",
        ),
        (
            "sweep 'policy=[micro_credit],[cash_transfer],[vocational_training,child_care]' budget=3000000 seeds=6",
            "packages at an equal budget",
        ),
        ("sweep cluster=sialkot_surgical,palar_leather seeds=6", "clusters"),
        (
            "sweep 'inputs.workers.casual_ratio=[0.6,0.7,0.8]' draws=10 seeds=6",
            "an uncertain input",
        ),
        ("sweep design=points.csv 'policy=[micro_credit]' seeds=6", "points from a file"),
    ),
    execute=_execute,
    details=_details,
)
