"""The page of `run`: the question, the town over time, its groups, and the terms whole."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.experiments.one_world import words
from poverty_nodes.experiments.one_world.figures import draw_groups, draw_town
from poverty_nodes.experiments.one_world.tables import groups_table, spending_table, town_table
from poverty_nodes.experiments.one_world.town import Town
from poverty_nodes.experiments.report.asked_terms import REST, asked_table, set_otherwise
from poverty_nodes.experiments.report.background import Background
from poverty_nodes.experiments.report.figures.sheet import (
    Drawing,
    Told,
    drawn_in_turn,
    unheard,
)
from poverty_nodes.experiments.report.numbers import per_cent
from poverty_nodes.experiments.report.tables_of_terms import assumed_table, targets_table
from poverty_nodes.experiments.uncertainty.page import Fold, Member, Section, page

WORDS = (
    ("Headcount", "Share of persons who are poor."),
    (
        "Poverty gap",
        "Mean shortfall below the line, as a share of the line, those above it counted as 0.",
    ),
    ("Base month", "Month 0, when the economy is at rest; what went into it is no finding."),
    (
        "Whatever the luck",
        "So it would be with other luck too, in 95 of 100 such simulations.",
    ),
    ("Gini", "0 if all consume the same, 1 if one consumes all."),
)


def draw(town: Town, told: Told = unheard) -> list[Drawing]:
    """The pictures of the page."""
    return drawn_in_turn([lambda: draw_town(town), lambda: draw_groups(town)], told)


def render(
    town: Town,
    background: Background,
    drawings: Sequence[Drawing],
    more: Sequence[Member] = (),
) -> str:
    """The page as HTML; `more` is what stands on draws of the inputs, if there are any."""
    over_time, groups = drawings
    sections: list[Section] = [
        ("The town over time", [over_time, town_table(town), words.counted(town)]),
        ("Groups", [groups, groups_table(town, town.dimensions), *_nodes(town)]),
    ]
    if town.terms.policies:
        sections.append(("What is spent, and whom it reaches", [spending_table(town)]))
    if more:
        sections.append(("Whatever is not known", list(more)))
    sections += [
        ("The question whole", _asked(background)),
        ("How it was done", _how(town, background)),
    ]
    title = words.title(town, background.title)
    return page(title, words.question(town, background.title), words.answer(town), sections, WORDS)


def _nodes(town: Town) -> list[Member]:
    if "node" not in town.asked or not town.groups(["node"]):
        return []
    return [Fold("By poverty node", [groups_table(town, ["node"])])]


def _asked(background: Background) -> list[Member]:
    parts = [part for part in background.asked if part.title != REST]
    otherwise = set_otherwise(parts) or "Every term is at its default."
    return [otherwise, *(Fold(part.title, [asked_table(part)]) for part in background.asked)]


def _how(town: Town, background: Background) -> list[Member]:
    assumed = per_cent(background.provenance.get("assumed", 0.0))
    return [
        *background.notes,
        f"{town.seeds} seed{'' if town.seeds == 1 else 's'}, scale {town.terms.scale:g} (share of the real head-count "
        f"that is simulated), poverty-nodes {background.version}. Ask it again: {background.command}. levels.csv has "
        "every measure of every group at the base month and at the end, outcomes.parquet every month of every seed.",
        f"Of the {background.numbers} numbers that describe the cluster, {assumed} are assumed: no source was found.",
        Fold(
            "The base month: targets against what came out",
            [targets_table(background.targets)],
        ),
        Fold(
            "Assumed numbers of the cluster",
            [assumed_table(background.inputs, "Assumed numbers of the cluster")],
        ),
        Fold(
            "Assumed numbers of the rules",
            [assumed_table(background.behaviour, "Assumed numbers of the rules")],
        ),
        Fold("Sources", list(background.sources)),
    ]
