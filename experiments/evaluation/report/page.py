"""The page of an evaluation."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from poverty_nodes.experiments.answer.question_in_full import part_in_full, question_in_full
from poverty_nodes.experiments.evaluation.diagnosis.diagnosands import METHODS
from poverty_nodes.experiments.evaluation.estimators.catalogue import ESTIMATORS
from poverty_nodes.experiments.evaluation.evaluated import Evaluated
from poverty_nodes.experiments.evaluation.panel.outcomes import OUTCOMES
from poverty_nodes.experiments.evaluation.panel.truth import TARGETS
from poverty_nodes.experiments.evaluation.report import words
from poverty_nodes.experiments.evaluation.study.study import Study
from poverty_nodes.experiments.question.whole_question import notes_on
from poverty_nodes.experiments.report.asked_terms import AskedPart
from poverty_nodes.experiments.report.figures.sheet import Drawing
from poverty_nodes.experiments.report.labels import capital, group_label
from poverty_nodes.experiments.report.numbers import NONE, count, decimals, number, per_cent, signed
from poverty_nodes.experiments.report.table import Row, Table
from poverty_nodes.experiments.uncertainty.page import Fold, Section, page

WORDS = (
    ("Truth", "The difference that the programme makes to the same persons under the same luck."),
    (
        "Study",
        "One survey of one world, as a surveyor would do it: sampled, with refusals and errors.",
    ),
    ("World without the programme", "The same place and luck had there been no programme."),
    ("Power", "How often a study finds an effect that is there, with the right sign."),
    (
        "False alarm",
        "A study that reports an effect where there is no programme; 5 in 100 is honest.",
    ),
    ("Coverage", "How often the 95 % interval holds the truth; 95 in 100 is honest."),
    ("Bias", "How far studies are off on average, however many are asked."),
    ("Spillover", "What a programme does to those beside the people whom it reaches."),
)


def answer_of(found: Evaluated) -> list[str]:
    """The first sentences of the page and of the terminal."""
    told = [words.data(found), words.doubts(found), words.verdict(found), words.what_would(found)]
    return [each for each in (*told, words.textbook(found), words.lottery_errors(found)) if each]


def render(found: Evaluated, drawings: list[Drawing]) -> str:
    """The page as HTML."""
    design, estimates, errors, power, *curves = drawings
    told = [each for each in (words.harm(found), words.parts(found)) if each]
    sections: list[Section] = [
        ("The study", [design, f"{capital(words.described(found.order.study)).rstrip(',')}."]),
        ("What such studies find", [estimates, *told, errors, _errors(found)]),
        ("How sure they are, and how sure they say they are", [_inference(found), _LIMITS]),
        ("What would find it", [power, *curves, _designs(found), *_comparators(found)]),
        ("What the programme truly does", [words.spillovers(found), _truth(found)]),
        ("How it was done", [_how(found), Fold("What it leaves out", list(_LEFT_OUT))]),
    ]
    if not found.data.empty:
        sections.insert(0, ("What your data say", [_data(found), _OF_DATA, *found.doubts]))
    title = f"What a study would find: {found.order.question.as_filed.cluster.title}"
    notes = notes_on(found.order.question)
    return page(
        title, words.question(found), answer_of(found), sections, WORDS, _asked(found), notes
    )


_LIMITS = (
    "Ways of being sure: the spread of the same study over worlds without the programme; errors clustered by what was "
    "drawn; the wild bootstrap of such clusters; places without the programme, each in turn taken for the one that has "
    "it. Clusters know of luck that is each household's or firm's own, and of none that a whole place shares."
)
_LEFT_OUT = (
    "A place that is simulated at a small scale has more luck of its own than the real one: "
    "set scale=1 before money is spent.",
    "A sample is drawn from the simulated place without replacement, so that one that is most "
    "of it looks surer than in life.",
    "Refusals, errors and costs are judged unless you set them: study.loss, study.error, study.cost.",
    "Effects do not grow in proportion to a programme: sweep its terms before trusting the smallest effect.",
)


def _asked(found: Evaluated) -> list[AskedPart]:
    """The question with each of its terms, and those of the study."""
    question, study = found.order.question, found.order.study
    part = part_in_full(question, "study", "The study", study, {})
    terms = [
        replace(each, set_by="this question" if each.set_by else "")
        for each in part.terms
        if each.what != Study.model_fields["title"].description
    ]
    return [replace(part, about=study.title, terms=terms), *question_in_full(question)]


_OF_DATA = (
    "Effect: the estimate less what the same study finds on average where there is no "
    "programme. Samples are as large as "
    "yours; how many answers are lost and how they err is as study.loss and study.error say."
)


def _data(found: Evaluated) -> Table:
    rows = []
    for _, row in found.data.iterrows():
        digits = decimals(row["effect"], row["low"], row["high"])
        names = ("estimate", "without_the_programme", "effect")
        cells = [signed(row[name], digits) for name in names]
        ends = f"{signed(row['low'], digits)} to {signed(row['high'], digits)}"
        said = "effect" if row["is_effect"] else "none to be told"
        textbook = number(row["textbook_error"], digits)
        title = ESTIMATORS[str(row["estimator"])].title
        if row["group"] != found.order.study.who:
            title = f"{title}, {group_label(str(row['group']))}"
        rows.append(Row(title, (*cells, ends, textbook, said), "gain" if row["is_effect"] else ""))
    unit = OUTCOMES[found.order.study.outcome].unit
    heads = (
        *("Estimator", "estimate", "without a programme", "effect", "95 % interval"),
        *("textbook error", "says"),
    )
    return Table(f"Your data, {unit}", heads, tuple(rows), (5,))


def _errors(found: Evaluated) -> Table:
    unit = OUTCOMES[found.order.study.outcome].unit
    names = (
        "truth",
        "estimate",
        "bias",
        "rmse",
        "chance_of_the_place",
        "sampling",
        "smallest_effect",
    )
    rows = tuple(
        Row(
            ESTIMATORS[str(row["estimator"])].title,
            tuple(
                _with_error(row, name, signed if name in names[:3] else number) for name in names
            ),
        )
        for _, row in found.errors.iterrows()
    )
    heads = (
        *("Estimator", "truth", "mean estimate", "bias", "root mean square error"),
        *("luck of the place", "sampling", "found in 8 of 10"),
    )
    caption = f"Estimators and their errors, {unit}; ± is one Monte Carlo error"
    return Table(caption, heads, rows)


def _with_error(row: pd.Series, name: str, written: object) -> str:
    value, error = float(row[name]), float(row[f"{name}_mc"])
    if value != value:
        return NONE
    digits = decimals(value)
    text = written(value, digits)  # type: ignore[operator]  # signed or number
    return text if error != error else f"{text} ± {number(error, digits)}"


def _inference(found: Evaluated) -> Table:
    rows = tuple(
        Row(
            ESTIMATORS[str(row["estimator"])].title,
            (
                METHODS[str(row["by"])],
                *(
                    f"{number(100 * row[name], 0)} ± {number(100 * row[f'{name}_mc'], 0)}"
                    for name in ("coverage", "power", "false_alarms", "wrong_sign")
                ),
                number(row["exaggeration"], 1),
            ),
            "" if row["by"] == "placebo" else "thin",
        )
        for _, row in found.inference.iterrows()
    )
    heads = (
        *("Estimator", "sure by", "coverage, %", "power, %", "false alarms, %"),
        *("wrong sign, %", "overstated, times"),
    )
    return Table("How sure; honest are 95 of coverage and 5 of false alarms", heads, rows, (0,))


def _designs(found: Evaluated) -> Table:
    rows = tuple(
        Row(
            f"{row['title']}, {count(row['size'])}",
            (
                f"${row['cost']:,.0f}",
                count(row["heard"]),
                per_cent(row["power"]),
                number(row["smallest_effect"], decimals(row["smallest_effect"])),
                signed(row["truth"], decimals(row["truth"])),
                signed(row["bias"], decimals(row["bias"])),
                "yes" if row["finds"] else "no",
            ),
            "gain" if row["finds"] else "",
        )
        for _, row in found.designs.iterrows()
    )
    heads = (
        *("Study and its size", "cost", "persons heard", "power", "found in 8 of 10"),
        *("truth", "bias left", "finds it"),
    )
    return Table("Other studies, by the spread of worlds without the programme", heads, rows, (6,))


def _comparators(found: Evaluated) -> list[Table]:
    """Places without the programme, the best comparator first; none where there is one alone."""
    if found.comparators.empty:
        return []
    rows = []
    for _, row in found.comparators.iterrows():
        digits = decimals(row["rmse"])
        cells = (
            signed(row["mean"], digits),
            number(row["rmse"], digits),
            number(row["smallest_effect"], digits),
        )
        rows.append(Row(str(row["comparator"]).replace("_", " "), cells))
    unit = OUTCOMES[found.order.study.outcome].unit
    caption = (
        f"Places without the programme, each compared alone where there is nothing to find, {unit}"
    )
    heads = ("Place", "finds on average", "root mean square error", "found in 8 of 10")
    return [Table(caption, heads, tuple(rows))]


def _truth(found: Evaluated) -> Table:
    study = found.order.study
    table = found.truth[found.truth["month"] == study.last]
    rows = []
    for name, title in TARGETS.items():
        rows.append(Row(title, (), "section"))
        for _, row in table[table["on"] == name].iterrows():
            digits = decimals(row["effect"], row["low"], row["high"])
            ends = f"{signed(row['low'], digits)} to {signed(row['high'], digits)}"
            cells = (signed(row["effect"], digits), ends, count(row["people"]))
            rows.append(Row(group_label(str(row["group"])), cells))
    unit = OUTCOMES[study.outcome].unit
    heads = ("Whom", "effect", "95 % interval of chance", "people")
    return Table(f"True effects at month {study.last}, {unit}", heads, tuple(rows))


def _how(found: Evaluated) -> str:
    question, trials = found.order.question, found.trials
    frames = " and ".join(f"{each:,}" for each in trials.frame)
    return (
        f"{len(found.seeds)} worlds, each with the programme and without it under the same luck, at scale "
        f"{question.share:g}; {found.order.study.surveys} surveys of each, the same persons and "
        f"luck in both. There are "
        f"{frames} {found.order.study.sample.unit}s to draw from; a survey asks "
        f"{count(trials.asked)} persons of whom the "
        f"answer is wanted and hears {count(trials.persons)} of them to the end. Monte Carlo errors "
        f"leave out a world at "
        "a time."
    )
