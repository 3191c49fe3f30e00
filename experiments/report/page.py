"""The report: one page that holds its style, its figures and its tables, and loads nothing from a network."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from poverty_nodes.experiments.impact.comparison import Comparison
from poverty_nodes.experiments.report import (
    cost_words,
    not_known_words,
    section_words,
    why_words,
    words,
)
from poverty_nodes.experiments.report.asked_terms import asked_table, told_in_short
from poverty_nodes.experiments.report.background import Background
from poverty_nodes.experiments.report.crossed_labels import crossed_dimensions
from poverty_nodes.experiments.report.figures import Drawing
from poverty_nodes.experiments.report.labels import line_label, months_at_end, policy_label, span
from poverty_nodes.experiments.report.local_money import line_in_words, local_table
from poverty_nodes.experiments.report.money_beside import MoneyBeside
from poverty_nodes.experiments.report.numbers import per_cent
from poverty_nodes.experiments.report.own_measures import own_measures_table
from poverty_nodes.experiments.report.reasons import reasons
from poverty_nodes.experiments.report.section import Section
from poverty_nodes.experiments.report.table import Table
from poverty_nodes.experiments.report.tables_of_doubt import hangs_on_table
from poverty_nodes.experiments.report.tables_of_people import (
    ex_post_table,
    nodes_table,
    transitions_table,
    winners_table,
)
from poverty_nodes.experiments.report.tables_of_terms import (
    assumed_table,
    cost_table,
    payers_table,
    targets_table,
)
from poverty_nodes.experiments.report.tables_of_why import channels_table, components_table

_TEMPLATES = Path(__file__).parent / "templates"
_IN_BOTH = ("local", "inputs", "behaviour", "targets")
"""Tables that have both moneys already, or numbers that were put in."""
_PLAIN = ("all", "gender", "skill", "contract", "social_group", "migrant", "tier", "place")


def render(
    comparison: Comparison,
    background: Background,
    drawings: Mapping[str, Drawing],
    sections: Sequence[Section] = (),
) -> str:
    """Return the page as HTML, with sections that other modules add. Everything that comes from outside is escaped."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    beside, tables = background.beside, _tables(comparison, background)
    sentences = _sentences(comparison)
    if beside is not None:
        sentences, tables, drawings = _in_both(beside, sentences, tables, drawings)
    environment.globals["image"] = _image
    environment.globals["numbered"] = count(1).__next__
    template = environment.get_template("report.html.j2")
    return template.render(
        comparison=comparison,
        background=background,
        drawings=drawings,
        sections=sections if beside is None else [beside.section(each) for each in sections],
        terms=comparison.terms,
        line=line_label(comparison.terms),
        horizon=span(comparison.terms.months),
        at_end=months_at_end(comparison.terms),
        policies=[(policy_label(each.name), each) for each in comparison.terms.policies],
        question=words.question(comparison, background.title),
        set_otherwise=told_in_short(background.asked),
        asked=[asked_table(part) for part in background.asked],
        sentences=sentences,
        line_in_both=line_in_words(comparison.terms, background.local),
        hangs_on=not_known_words.hangs_on(comparison),
        tables=tables,
        provenance=[
            (kind, per_cent(share), 100 * share) for kind, share in background.provenance.items()
        ],
        assumed_share=per_cent(background.provenance.get("assumed", 0.0)),
        unmatched_share=per_cent(
            comparison.unmatched / (comparison.unmatched + 2 * comparison.adults), 1
        ),
    )


def _in_both(
    beside: MoneyBeside,
    sentences: Mapping[str, str],
    tables: Mapping[str, Table],
    drawings: Mapping[str, Drawing],
) -> tuple[dict[str, str], dict[str, Table], dict[str, Drawing]]:
    """Sentences, tables and figures with local money beside dollars."""
    shown = {
        name: each if name in _IN_BOTH else beside.table(each) for name, each in tables.items()
    }
    told = {name: beside.text(each) for name, each in sentences.items()}
    return told, shown, beside.drawings(drawings)


def _image(drawing: Drawing) -> str:
    """Return the drawing as a data address; as an image, its element names cannot clash with another's."""
    return f"data:image/svg+xml;base64,{base64.b64encode(drawing.svg).decode()}"


def _sentences(comparison: Comparison) -> dict[str, str]:
    return {
        "headline": words.headline(comparison),
        "levels": words.levels(comparison),
        "luck": words.luck(comparison),
        "families": section_words.families(comparison),
        "reasons": reasons(comparison),
        "counted": words.counted(comparison),
        "hangs_on": not_known_words.explanation(comparison.not_known)
        if comparison.not_known
        else "",
        "winners": words.winners(comparison),
        "transitions": section_words.transitions(comparison),
        "incidence": section_words.incidence(comparison),
        "nodes": section_words.nodes(comparison),
        "cost": section_words.cost(comparison),
        "payers": cost_words.payers(comparison),
        "net": cost_words.net(comparison),
        "acceptability": cost_words.acceptability(comparison),
        "channels": why_words.channels(comparison) if not comparison.channels.empty else "",
        "components": why_words.components(comparison) if not comparison.attribution.empty else "",
        "comparator": section_words.comparator(comparison),
    }


def _tables(comparison: Comparison, background: Background) -> dict[str, Table]:
    caption = "Winners and losers by group of the base month"
    plain = (*_PLAIN, *crossed_dimensions(comparison.winners["dimension"]))
    found = {
        "winners": winners_table(comparison, plain, caption),
        "deciles": winners_table(
            comparison,
            ("decile",),
            "Winners and losers by place in the distribution at the base month",
        ),
        "winning_nodes": winners_table(
            comparison, ("node",), "Winners and losers by poverty node of the base month"
        ),
        "ex_post": ex_post_table(comparison, plain),
        "transitions": transitions_table(comparison),
        "nodes": nodes_table(comparison),
        "targets": targets_table(background.targets),
        "inputs": assumed_table(background.inputs, "Assumed numbers of the cluster"),
        "behaviour": assumed_table(background.behaviour, "Assumed numbers of the rules"),
    }
    if background.local is not None:
        found["local"] = local_table(comparison, background.local)
    if not comparison.cost.empty:
        found["cost"] = cost_table(comparison)
        found["payers"] = payers_table(comparison)
    if (own := own_measures_table(comparison)) is not None:
        found["own_measures"] = own
    if comparison.not_known is not None:
        found["hangs_on"] = hangs_on_table(comparison.not_known)
    if not comparison.channels.empty:
        found["channels"] = channels_table(comparison)
    if not comparison.attribution.empty:
        found["components"] = components_table(comparison)
    return found
