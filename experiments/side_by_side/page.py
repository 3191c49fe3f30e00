"""The page of packages beside each other: the question, which is better for whom, pictures, tables, every term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from poverty_nodes.experiments.question.packages import BASELINE
from poverty_nodes.experiments.record.provenance import code_version
from poverty_nodes.experiments.report.asked_terms import asked_table
from poverty_nodes.experiments.report.figures.sheet import Drawing, drawn_in_turn, unheard
from poverty_nodes.experiments.report.figures.sheet import Told as Heard
from poverty_nodes.experiments.report.labels import capital, listed
from poverty_nodes.experiments.report.words import counted
from poverty_nodes.experiments.side_by_side import words
from poverty_nodes.experiments.side_by_side.draws import OverDraws
from poverty_nodes.experiments.side_by_side.figures import draw_groups, draw_over_time
from poverty_nodes.experiments.side_by_side.pair_words import pair_sentence
from poverty_nodes.experiments.side_by_side.side_by_side import Pair, SideBySide
from poverty_nodes.experiments.side_by_side.tables_of_page import (
    beside_table,
    draws_table,
    groups_table,
)
from poverty_nodes.experiments.side_by_side.terms import (
    Questions,
    called,
    differing_table,
    parts_of,
    shared,
)
from poverty_nodes.experiments.uncertainty.page import Fold, Member, Section, page

WORDS = (
    ("Package", "Policies that are enacted together, with all their terms."),
    (
        "Against none of them",
        "The same town without any of these policies, with the same people under the same luck.",
    ),
    (
        "Whatever the luck",
        "So it would be with other luck too, in 95 of 100 such simulations: the interval leaves out 0.",
    ),
    (
        "Whatever is not known",
        "So it would be too if the numbers that nobody knows were others; tried with draws=40.",
    ),
    ("Headcount", "Share of persons who are poor."),
    (
        "Firms bear, households bear",
        "What the policies make others pay, higher wages included, over the whole run.",
    ),
)
_WHOEVER = (
    "Counted in this table, in each of the months at the end, is whoever then lives in the cluster, so that its "
    "differences are a little other than those above, which are of the persons of the base month."
)
MOST_BESIDE, MOST_BY_GROUP = 4, 3
"""Pairs of worlds that stand in one table of effects and costs, and in one by group, which has two columns for each."""


def draw(found: SideBySide, told: Heard = unheard) -> list[Drawing]:
    """The pictures of the page."""
    return drawn_in_turn([lambda: draw_over_time(found), lambda: draw_groups(found)], told)


def render(
    found: SideBySide,
    questions: Questions,
    drawings: Sequence[Drawing],
    notes: Sequence[str],
    drawn: OverDraws | None = None,
) -> str:
    """The page as HTML; `drawings` are those of `draw`, `notes` cautions to the reader, `drawn` what is not known."""
    cluster = questions[found.names[0]].description.cluster.title
    return page(
        f"{capital(listed([called(name) for name in found.names]))} beside each other: {cluster}",
        words.question(found, questions),
        words.answer(found, drawn),
        _sections(found, questions, drawings, notes, drawn),
        WORDS,
    )


def _sections(
    found: SideBySide,
    questions: Questions,
    drawings: Sequence[Drawing],
    notes: Sequence[str],
    drawn: OverDraws | None,
) -> list[Section]:
    over_time, groups = drawings
    first = next(iter(found.comparisons.values()))
    differ = differing_table(questions) or "They differ in no term."
    unknown: list[Section] = []
    if drawn is not None:
        unknown.append(("Whatever is not known", [draws_table(drawn), _WHOEVER]))
    return [
        ("What each package is", [shared(questions), differ]),
        ("What each does and costs", [*_beside(found), counted(first)]),
        *unknown,
        ("The town over time", [over_time]),
        ("Who gains and who loses", [groups, *_by_group(found)]),
        ("The question whole", _terms(questions)),
        ("How it was done", [*notes, _how(found, questions)]),
    ]


def _terms(questions: Questions) -> list[Member]:
    """Every term of each package; its name stands in the captions, since on paper nothing is folded."""
    return [
        Fold(
            f"Every term of {called(name)}",
            [
                asked_table(replace(part, title=f"{capital(called(name))}, {part.title.lower()}"))
                for part in parts_of(question)
            ],
        )
        for name, question in questions.items()
    ]


def _beside(found: SideBySide) -> list[Member]:
    """Each package against none and each two against each other; many are told in sentences too."""
    alone = [(name, BASELINE) for name in found.names]
    pairs = list(found.against_each_other)
    caption = "Each package against the same town with none of them"
    if len(alone) + len(pairs) <= MOST_BESIDE:
        return [beside_table(found, [*alone, *pairs], f"{caption}, and against the other")]
    sentences = [pair_sentence(found, *pair) for pair in pairs]
    other = "Packages against each other, under the same luck"
    between = [beside_table(found, some, other) for some in _in_parts(pairs)]
    return [
        *(beside_table(found, some, caption) for some in _in_parts(alone)),
        *sentences,
        Fold("The packages against each other in figures", between),
    ]


def _in_parts(pairs: Sequence[Pair], most: int = MOST_BESIDE) -> list[Sequence[Pair]]:
    """The pairs in parts of about the same length, none longer than `most`."""
    parts = -(-len(pairs) // most)
    size = -(-len(pairs) // parts)
    return [pairs[at : at + size] for at in range(0, len(pairs), size)]


def _by_group(found: SideBySide) -> list[Member]:
    alone = [(name, BASELINE) for name in found.names]
    pairs = list(found.against_each_other)
    what = "Change of mean consumption a person and month by group of the base month"
    if len(alone) + len(pairs) <= MOST_BY_GROUP:
        return [groups_table(found, [*alone, *pairs], what)]
    between = f"{what}, packages against each other"
    return [
        *(
            groups_table(found, some, f"{what}, against none of them")
            for some in _in_parts(alone, MOST_BY_GROUP)
        ),
        Fold(
            "The packages against each other, by group",
            [groups_table(found, some, between) for some in _in_parts(pairs, MOST_BY_GROUP)],
        ),
    ]


def _how(found: SideBySide, questions: Questions) -> str:
    first = questions[found.names[0]]
    seeds = len(first.seed_numbers)
    return (
        f"{seeds} seed{'' if seeds == 1 else 's'} of each of {len(found.worlds)} worlds, scale {first.share:g} (share "
        f"of the real head-count that is simulated), code {code_version()[:12]}. Every world has the same seeds, and a "
        "person meets the same luck in each of them. A package that was compared before under these seeds costs no new "
        "run. question.yaml beside this page asks it again; packages.csv has every number of the tables, winners.csv "
        "more of each group, outcomes.parquet every month of every world."
    )
