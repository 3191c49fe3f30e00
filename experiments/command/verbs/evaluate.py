"""evaluate: could this survey show what the package does, and which survey would?"""

from __future__ import annotations

from poverty_nodes.experiments.command.help import question_keys, rows
from poverty_nodes.experiments.command.verb import Request, Verb


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.command.execute import execute_question, only_shown
    from poverty_nodes.experiments.command.summarise import DONE
    from poverty_nodes.experiments.evaluation.data.real_answers import checked_files
    from poverty_nodes.experiments.evaluation.order import ask_evaluation
    from poverty_nodes.experiments.question.price import price
    from poverty_nodes.experiments.question.whole_question import notes_on

    order = ask_evaluation([*request.words, *request.settings])
    notes = (*notes_on(order.question), *checked_files(order.study))
    if only_shown(request, "evaluate", notes, order.as_mapping, lambda: price(order.question)):
        return DONE
    from poverty_nodes.experiments.evaluation.answer import answer

    return execute_question(order.question, lambda: answer(order), request.format)


def _details() -> str:
    from poverty_nodes.experiments.evaluation.study.study import Study
    from poverty_nodes.experiments.question.accepted_values import keys_of
    from poverty_nodes.experiments.question.chosen_files import file_ids
    from poverty_nodes.experiments.question.composition import CONF

    ready = ", ".join(file_ids("study", CONF))
    own = [("study=NAME", f"a ready-made study ({ready}), or a YAML file of these keys")]
    own += [(f"study.{key.name}=", f"{key.description}: {key.accepted}") for key in keys_of(Study)]
    return "\n".join(["Keys of the study:", *rows(own), "", question_keys()])


VERB = Verb(
    name="evaluate",
    summary="could this survey show what the package does, and which survey would?",
    usage="poverty-nodes evaluate [key=value ...]",
    examples=(
        (
            "evaluate 'policy=[womens_technical_training]' study.who=contract=homework",
            "400 households in the cluster and 400 outside it, at months 0 and 24",
        ),
        ("evaluate 'policy=[cash_transfer]' study.outcome=poor study.sample.size=800", "poverty"),
        ("evaluate 'policy=[vocational_training]' study=lottery", "winners and losers of its draw"),
        ("evaluate 'policy=[cash_transfer]' study=nadvi_barrientos", "firms first, then workers"),
    ),
    execute=_execute,
    details=_details,
)
