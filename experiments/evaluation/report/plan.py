"""The pre-analysis plan of a study, as Markdown and as data: what is written down before anybody is asked.

Its headings are those of the registries of the American Economic Association and the Open Science Framework; what
only the people of a study can say is left to be filled in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

import numpy as np

from poverty_nodes.experiments.evaluation.estimators.catalogue import ESTIMATORS
from poverty_nodes.experiments.evaluation.evaluated import Evaluated
from poverty_nodes.experiments.evaluation.inference.placebo import half_width, spread
from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES
from poverty_nodes.experiments.evaluation.panel.truth import GROUPS
from poverty_nodes.experiments.evaluation.report import words
from poverty_nodes.experiments.record.provenance import code_version
from poverty_nodes.experiments.report.labels import listed, people_label
from poverty_nodes.experiments.report.numbers import decimals, number

TO_FILL = "to be filled in by those who do the study"
Plan = dict[str, str | Mapping[str, object]]


def plan_of(found: Evaluated) -> Plan:
    """Every heading with what stands under it; `fingerprint` is the hash of the study and of the question."""
    order, study = found.order, found.order.study
    outcome, row = OUTCOMES[study.outcome], found.error()
    unit, digits = outcome.unit, decimals(placebo_rule(found)[1])
    others = [each for each in GROUPS if each != study.who]
    programme = {
        each.name: each.model_dump(mode="json", exclude_defaults=True)
        for each in order.question.policies
    }
    return {
        "Title": study.title or "Evaluation of a programme",
        "Question": words.question(found),
        "Programme": programme,
        "Hypothesis": f"The programme changes the {outcome.title} of {people_label(study.who)}.",
        "Primary outcome": f"{outcome.title}, {unit}, of the month of the last wave",
        "Assignment": _ASSIGNMENT[study.assignment],
        "Randomisation": _RANDOM.get(study.assignment, "none"),
        "Sample": study.sample.model_dump(mode="json"),
        "Who can be drawn": f"{study.sample.unit}s with somebody of: {people_label(study.frame)}",
        "Waves": f"months {listed([str(month) for month in study.waves])}; the same people each time",
        "Loss that is expected": study.loss.model_dump(mode="json"),
        "Primary estimator": ESTIMATORS[study.methods[0]].title,
        "Other estimators": listed([ESTIMATORS[each].title for each in study.methods[1:]])
        or "none",
        "Decision rule": decision_rule(found),
        "Smallest effect found in eight of ten tries": (
            f"{number(row['smallest_effect'], digits)} ± {number(row['smallest_effect_mc'], digits)} {unit}"
        ),
        "Groups looked at besides, without tests of their own": listed(
            [people_label(each) for each in others]
        ),
        "Missing answers": "persons who miss the first or the last wave are left out; their share is told by arm",
        "Seeds of the diagnosis": f"{found.seeds[0]} to {found.seeds[-1]}",
        "Code": code_version(),
        "fingerprint": fingerprint(found),
        "Ethics approval": TO_FILL,
        "Conflicts of interest": TO_FILL,
        "Fieldwork: by whom, when": TO_FILL,
        "Deviations from this plan": TO_FILL,
    }


def decision_rule(found: Evaluated) -> str:
    """When the study says that there is an effect, in a sentence."""
    centre, half = placebo_rule(found)
    unit, digits = OUTCOMES[found.order.study.outcome].unit, decimals(half)
    return (
        f"There is an effect if the estimate less {number(centre, digits)} is further from 0 than "
        f"{number(half, digits)} {unit}: the centre and the 95 % reach of the same estimate over "
        f"{len(found.seeds)} simulated worlds without the programme."
    )


def placebo_rule(found: Evaluated) -> tuple[float, float]:
    """The centre and half the 95 % interval of the first estimator over all worlds without the programme."""
    placebo = found.trials.readings[found.first].placebo
    known = placebo[np.isfinite(placebo).all(axis=1)]
    if len(known) < 2:
        return float("nan"), float("nan")
    return float(known.mean()), half_width(spread(known), len(known))


def fingerprint(found: Evaluated) -> str:
    """Sixty-four digits that change with anything that the study or its question says."""
    order = (
        found.order
    )  # the question by what it decides: a cluster may lie elsewhere when it is asked again
    decided = [order.question.fingerprint(), order.study.model_dump(mode="json")]
    text = json.dumps(decided, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def as_markdown(plan: Plan) -> str:
    """The plan as a text to be read, filled in and filed."""
    lines = ["# Pre-analysis plan", ""]
    for heading, content in plan.items():
        lines += [f"## {heading[0].upper()}{heading[1:]}", ""]
        if isinstance(content, Mapping):
            lines += [f"- {key}: {_said(value)}" for key, value in content.items()] or ["- none"]
        else:
            lines.append(content)
        lines.append("")
    return "\n".join(lines)


_ASSIGNMENT = {
    "place": "The whole place is open to the programme as its terms say; the dispersed firms of the trade are not.",
    "lottery": "Those who may join are drawn by lot; winners are offered the programme, losers are not.",
    "threshold": "Households below the threshold of income are offered the programme, those above it are not.",
    "encouragement": "Half of those who may join are drawn by lot and encouraged to.",
    "saturation": "Firms are drawn to a part of their workers, to whom the programme is offered by lot.",
    "waves": "The programme opens in one place after another; the other places do not have it.",
}
_RANDOM = {
    "lottery": "by the programme's own draw",
    "encouragement": "by lot, household by household (firm by firm if the programme is for firms)",
    "saturation": "by lot, firm by firm, and within firms by the programme's own draw",
}


def _said(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_said(each)}" for key, each in value.items()) or "as it stands"
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value) or "none"
    return "none" if value is None else str(value)
