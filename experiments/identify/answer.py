"""From a checked request to a ranking and its folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from poverty_nodes.experiments.answer.first_time import compile_rules_once
from poverty_nodes.experiments.identify.draws import draw_cluster, scale_of
from poverty_nodes.experiments.identify.figure import draw_ranking
from poverty_nodes.experiments.identify.order import Order
from poverty_nodes.experiments.identify.page import render
from poverty_nodes.experiments.identify.ranking import Ranking, rank
from poverty_nodes.experiments.output.answer_files import listed
from poverty_nodes.experiments.output.csv_table import write_table
from poverty_nodes.experiments.output.whole_folder import whole_folder
from poverty_nodes.experiments.question.memory import economy, of_small_economies, shortage
from poverty_nodes.experiments.record.record import Record
from poverty_nodes.experiments.report.figures.files import write_drawings
from poverty_nodes.experiments.report.numbers import per_cent
from poverty_nodes.experiments.runs.progress import Progress
from poverty_nodes.scenarios.catalogue import load_cluster
from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.errors import Problem, QuestionError


@dataclass(frozen=True)
class Identified:
    """A finished ranking: a sentence, the tables, and what was written (the folder first)."""

    headline: str
    ranking: Ranking
    outputs: tuple[Path, ...]
    asked: int
    """How many draws were asked for, over all clusters."""

    @property
    def failed_words(self) -> str:
        """How many draws gave no possible town, and the most frequent reason; "" if all did."""
        failures = self.ranking.failures
        if failures.empty:
            return ""
        counts = failures.value_counts(["cluster", "message"])
        (cluster, message), most = next(iter(counts.items()))
        return (
            f"{len(failures):,} of {self.asked:,} draws hold numbers that cannot be of one town and are left out; "
            f"most often ({most}, {cluster}): {message}. failures.csv has all of them"
        )


def identify(order: Order, progress: Progress) -> Identified:
    """Draw, rank and write; QuestionError if no draw of a cluster holds together or files cannot be written."""
    record = Record.of("identify", order.as_mapping(how=False))
    clusters = [load_cluster(name) for name in order.clusters]
    refuse_without_memory(clusters)
    compile_rules_once(progress)
    with progress.counting(order.draws * len(clusters)) as count:
        drawn = [draw_cluster(each, order.draws, order.line, count) for each in clusters]
    empty = [each for each in drawn if not len(each.draws)]
    if empty:
        reasons = (f"{each.cluster.cluster.id} ({each.failures[0][1]})" for each in empty)
        message = f"no draw holds together: {', '.join(reasons)}"
        remedy = "narrow the ranges of its head-counts"
        raise QuestionError([Problem("identify", message, remedy=remedy)])
    ranking = rank(drawn, order.weights)
    headline = _headline(ranking)
    asked = order.draws * len(clusters)
    return Identified(headline, ranking, _publish(order, ranking, headline, record), asked)


def refuse_without_memory(clusters: Sequence[ClusterDescription]) -> None:
    """QuestionError if one population of the largest of these does not fit into memory."""
    needed = of_small_economies(economy(each, scale_of(each)) for each in clusters)
    what, remedy = "draws of these clusters", "free memory, or clusters=[ID] with fewer adults"
    problem = shortage("clusters", what, needed, remedy)
    if problem:
        raise QuestionError([problem])


def _headline(ranking: Ranking) -> str:
    table = ranking.clusters
    first = table.iloc[0]
    low, high = first["rank_low"], first["rank_high"]
    ranks = f"rank {low}" if low == high else f"rank {low} to {high}"
    ends = f"{100 * first['headcount_low']:.0f} to {100 * first['headcount_high']:.0f} %"
    told = (
        f"Most is at stake in {first['title']} ({first['kind']}): of those who live from it "
        f"{per_cent(first['headcount'])} are poor ({ends} whatever is not known). It has {ranks} of {len(table)} "
        "whatever is not known."
    )
    for kind in ("incipient", "growth engine"):
        mine = table[table["kind"].str.startswith(kind)]
        if len(mine) and mine.iloc[0]["cluster"] != first["cluster"]:
            told += f" First of the kind '{kind}': {mine.iloc[0]['title']}."
    return told


def _publish(order: Order, ranking: Ranking, headline: str, record: Record) -> tuple[Path, ...]:
    folder = order.folder()
    drawing = draw_ranking(ranking)
    with whole_folder(folder) as unfinished:
        write_table(ranking.clusters, unfinished / "ranking.csv", "%.6g")
        write_table(ranking.archetypes, unfinished / "archetypes.csv", "%.6g")
        write_table(ranking.failures, unfinished / "failures.csv", "%.6g")
        write_drawings([drawing], unfinished, order.png == "yes")
        page = render(ranking, order, headline, drawing)
        (unfinished / "identify.html").write_text(page, encoding="utf-8")
        record.write(unfinished)
    return listed(folder)
