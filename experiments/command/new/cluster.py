"""A new cluster, from nothing or from a survey, in a folder that appears whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from poverty_nodes.experiments.command.new.order import Begun, Order
from poverty_nodes.experiments.command.new.written import written
from poverty_nodes.experiments.question.composition import default_question
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.files.new_cluster import stub
from poverty_nodes.scenarios.files.writing import cluster_texts

if TYPE_CHECKING:
    pass


def begin_cluster(order: Order, dry_run: bool = False) -> Begun:
    """Write a cluster from a survey, or a stub; nothing is left behind when something is wrong.

    With `dry_run` everything is read, checked and made, and nothing is written.
    """
    return _from_survey(order, dry_run) if order.files else _from_nothing(order, dry_run)


def _from_nothing(order: Order, dry_run: bool) -> Begun:
    from poverty_nodes.experiments.command.new.notes import notes_of_stub

    like = load_cluster(order.like or str(default_question()["cluster"]))
    texts = {
        **cluster_texts(stub(order.name, like)),
        "NOTES.md": notes_of_stub(order.folder, like),
        "sources.bib": _EMPTY_BIBLIOGRAPHY,
    }
    headline = (
        f"{order.folder} runs as it stands, on the numbers of {like.cluster.id}: "
        f"all {len(list(like.estimates()))} of them are still to be filled in."
    )
    first = f"edit the files; NOTES.md in {order.folder} says in which order"
    return written(order, texts, headline, _steps(order, first), dry_run)


def _from_survey(order: Order, dry_run: bool) -> Begun:
    from poverty_nodes.experiments.command.new.notes import notes_of_survey
    from poverty_nodes.experiments.data_quality import page_of
    from poverty_nodes.experiments.data_quality.words import headline as headline_of
    from poverty_nodes.scenarios.survey.bibliography import bibliography
    from poverty_nodes.scenarios.survey.building import build
    from poverty_nodes.scenarios.survey.survey_reading import read_survey_of

    mapping = order.mapping
    built = build(read_survey_of(order.files, mapping), order.name)
    texts = {
        **cluster_texts(built.sections),
        "NOTES.md": notes_of_survey(order.folder, built),
        "sources.bib": bibliography(built.survey),
        "data_quality.html": page_of(built),
        "survey/map.yaml": mapping.read_text(encoding="utf-8"),
    }
    headline = headline_of(built)
    first = f"open {order.folder / 'data_quality.html'}: what these data can and cannot support"
    begun = written(order, texts, headline, _steps(order, first), dry_run)
    return replace(begun, doubts=built.doubts)


_EMPTY_BIBLIOGRAPHY = """\
% The sources of this cluster, beside those of the project. An entry looks like this:
% @misc{census2019,
%   title = {Census of establishments 2019},
%   author = {Statistical office},
%   year = {2019},
%   address = {where it can be found},
%   reason = {firms, workers},
% }
"""


def _steps(order: Order, first: str) -> tuple[str, ...]:
    path = str(order.folder) if order.folder.is_absolute() else f"./{order.folder}"
    return (
        first,
        f"poverty-nodes list inputs cluster={path}",
        f"poverty-nodes compare cluster={path} experiment=quick_look",
    )
