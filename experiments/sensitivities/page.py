"""The page of a sensitivity analysis: which factors matter for which outcome, first in a sentence without
statistics."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.experiments.answer.question_in_full import question_in_full
from poverty_nodes.experiments.answer.setting_words import value_words
from poverty_nodes.experiments.impact.terms import Terms
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.experiments.record.provenance import code_version
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.labels import (
    capital,
    line_label,
    listed,
    meanwhile,
    months_at_end,
    package,
    span,
)
from poverty_nodes.experiments.report.numbers import NONE, number
from poverty_nodes.experiments.report.table import Row, Table
from poverty_nodes.experiments.sensitivities.analysis import Sensitivity
from poverty_nodes.experiments.sensitivities.factors import Varied
from poverty_nodes.experiments.sensitivities.runs import Target
from poverty_nodes.experiments.sensitivities.tree import Leaf
from poverty_nodes.experiments.sensitivities.words import (
    KINDS,
    main_rows,
    name_of,
    plainly,
    reading,
    target_words,
)
from poverty_nodes.experiments.uncertainty.page import Fold, Section, page

METHODS = {
    "sobol": "Sobol's shares of the variance",
    "morris": "Morris's elementary effects",
    "pawn": "PAWN's distances between distributions",
    "delta": "Borgonovo's delta",
    "rbd_fast": "shares of the variance by RBD-FAST",
}
WORDS = (
    (
        "Input",
        "A number that describes the cluster or its rules and is not known exactly; it is drawn from its range.",
    ),
    ("Term", "A term of a policy: something that is decided, here varied over a range."),
    ("Chance", "Luck: who meets which job, which order fails. Another seed is other luck."),
    (
        "Share of the variance",
        "How much of the differences between runs goes away, on average, if this were known.",
    ),
    ("Block", "A handful of runs that differ in one factor at a time; intervals are over blocks."),
)


def render(found: Sensitivity, drawings: Sequence[Drawing], boxes: Sequence[Leaf]) -> str:
    """The page as HTML; `drawings` are those of `draw_all`, `boxes` say where runs fail."""
    cluster = found.order.question.as_filed.cluster.title
    sections = _sections(found, drawings, boxes)
    answer = [plainly(found)]
    return page(
        f"What the answer hangs on: {cluster}",
        _question(found, cluster),
        answer,
        sections,
        WORDS,
        asked=question_in_full(found.order.question),
        notes=notes_on(found.order.question),
    )


def _question(found: Sensitivity, cluster: str) -> str:
    question, terms = found.order.question, _terms(found)
    kinds = [each.kind for each in found.factors.factors]
    inputs, of_policies = kinds.count("input"), kinds.count("term")
    parts = [f"{inputs} number{'s' if inputs > 1 else ''} not known exactly"] if inputs else []
    parts += (
        [f"{of_policies} term{'s' if of_policies > 1 else ''} of policies"] if of_policies else []
    )
    varied = listed([*parts, "luck"])
    enacted = f" with {package(terms)}" if terms.policies else ""
    return (
        f"Which of {varied} decide what comes out over {span(question.months)}{enacted}{meanwhile(terms)}? "
        f"The cluster: {cluster}. Poverty line: {line_label(terms)}."
    )


def _terms(found: Sensitivity) -> Terms:
    scenarios = found.order.question.to_scenarios()
    return Terms.of(scenarios.get("with") or next(iter(scenarios.values())))


def _sections(
    found: Sensitivity, drawings: Sequence[Drawing], boxes: Sequence[Leaf]
) -> list[Section]:
    tables = [_table(found, each) for each in found.targets if each.name not in found.constant]
    panels, *more = drawings
    told = [each for each in reading(found) if not _is_check(each)]
    checks = [each for each in reading(found) if _is_check(each)]
    sections: list[Section] = [
        (
            "What hangs on what",
            [
                *told,
                panels,
                *tables[:1],
                *(Fold(each.caption, [each]) for each in tables[1:]),
            ],
        ),
        ("What was varied, and over which range", [_ranges(found)]),
        (
            "How it was done",
            [*_how(found), *checks, *more],
        ),
    ]
    if boxes:
        sections.insert(1, ("Where runs fail", [f"{each}." for each in boxes]))
    return sections


def _is_check(sentence: str) -> bool:
    """Whether a sentence of the reading is about how it was done."""
    return sentence.startswith("Check") or " blocks: " in sentence or " blocks were " in sentence


def _table(found: Sensitivity, target: Target) -> Table:
    """The factors of an outcome by the index that ranks them."""
    rows = tuple(
        Row(
            name_of(str(row["factor"])),
            (
                KINDS[str(row["kind"])],
                number(row["value"], 2),
                NONE
                if row["low"] != row["low"]
                else f"{number(row['low'], 2)} to {number(row['high'], 2)}",
            ),
        )
        for _, row in main_rows(found, target).iterrows()
    )
    words = target_words(target)
    heads = ("What is varied", "kind", METHODS[found.method], "95 % interval")
    return Table(f"What moves the {words}", heads, rows, words=(0,))


def _ranges(found: Sensitivity) -> Table:
    bundled = found.order.factors.bundled
    rows = tuple(
        Row(
            capital(name_of(each.name)),
            (KINDS[each.kind], *([name_of(member.key)] if bundled else []), _drawn_from(member)),
        )
        for each in found.order.factors.factors
        for member in each.members
    )
    heads = ("What is varied", "kind", *(["one by one"] if bundled else []), "over which range")
    return Table("What was varied", heads, rows, words=tuple(range(len(heads) - 1)))


def _drawn_from(varied: Varied) -> str:
    """The values that a number takes, in words."""
    if varied.choices:
        return f"one of {listed([value_words(varied.key, each) for each in varied.choices])}"
    belief = varied.distribution
    ends = " to ".join(value_words(varied.key, each) for each in (belief.low, belief.high))
    even = "each value as likely" if belief.shape == "uniform" else "the middle likelier"
    return f"{ends}, {even}"


def _how(found: Sensitivity) -> list[str]:
    question = found.order.question
    told = [
        f"{METHODS[found.method]}: {found.blocks:,} blocks, {len(found.design):,} rows, {found.runs:,} runs asked for; "
        f"{span(question.months)}, scale {question.share:g}, seeds from {question.first_seed}, code "
        f"{code_version()[:12]}. Outcomes are means of {months_at_end(_terms(found))}.",
        "Factors add up over the ranges above: another range is another answer. indices.csv has all indices.",
    ]
    if found.method == "sobol":
        told.insert(1, _SOBOL)
    return told


_SOBOL = (
    "In a block the first point and all points that change one factor of it share a seed; one more point changes the "
    "seed alone. So chance is a factor with a share of its own, and a factor that nothing depends on comes out at "
    "exactly 0."
)
