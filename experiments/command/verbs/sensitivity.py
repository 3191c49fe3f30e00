"""sensitivity: which inputs and terms drive the outcomes, and how much is chance."""

from __future__ import annotations

import sys

from poverty_nodes.experiments.command.help import question_keys, rows, schema_keys
from poverty_nodes.experiments.command.verb import Request, Verb


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.command.execute import execute_question, only_shown
    from poverty_nodes.experiments.command.summarise import DONE
    from poverty_nodes.experiments.sensitivities.order import ask_sensitivity
    from poverty_nodes.experiments.sensitivities.price import price_of

    order = ask_sensitivity([*request.words, *request.settings])
    notes = order.notes()
    if only_shown(request, "sensitivity", notes, order.as_mapping, lambda: price_of(order)):
        return DONE
    from poverty_nodes.experiments.sensitivities.answer import answer

    factors = len(order.factors.factors)
    print(f"{factors} factors and chance; {price_of(order)}", file=sys.stderr)
    return execute_question(order.question, lambda: answer(order), request.format)


def _details() -> str:
    from poverty_nodes.experiments.sensitivities.method import Method

    own = [
        *schema_keys(Method),
        (
            "policy.NAME.KEY=[low,high]",
            "a term between two ends; take_up of each policy if none is given",
        ),
        ("inputs.NAME=[low,high]", "an input between ends of your own, uniform"),
    ]
    return "\n".join(["Keys of sensitivity:", *rows(own), "", question_keys()])


VERB = Verb(
    name="sensitivity",
    summary="which inputs and terms drive the outcome, and how much is chance?",
    usage="poverty-nodes sensitivity [key=value ...]",
    examples=(
        ("sensitivity --dry-run", "ten inputs and the take-up of the default package: the price"),
        ("sensitivity method=sobol n=32 months=12", "Sobol indices, 32 blocks"),
        (
            "sensitivity method=sobol policy=[micro_credit] policy.micro_credit.amount=[200,1000] scale=0.02",
            "a term between two ends",
        ),
        (
            "sensitivity method=morris 'vary=[workers.*,parameters.*]' n=8 scale=0.02",
            "screen many inputs",
        ),
        ("sensitivity 'together.pay=[workers.*_ratio,workers.regular_wage]' 'vary=[]'", "a bundle"),
    ),
    execute=_execute,
    details=_details,
)
