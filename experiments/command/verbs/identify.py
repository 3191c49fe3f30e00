"""identify: for which clusters, and which kinds of clusters, is most at stake for the poor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from poverty_nodes.experiments.command.help import rows, schema_keys
from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.experiments.output.terminal_table import as_table
from poverty_nodes.experiments.question.question_file import shown
from poverty_nodes.experiments.runs.progress import Progress

if TYPE_CHECKING:
    from poverty_nodes.experiments.identify.answer import Identified


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.identify.order import Order
    from poverty_nodes.experiments.question.checked_request import read

    order = read(Order, request.settings, request.words)
    if request.cfg:
        print(shown("identify", order.as_mapping(), request.format))
        return 0
    if request.dry_run:
        draws = order.draws * len(order.clusters)
        minutes = max(draws * _SECONDS_PER_DRAW / 60, 0.1)
        print(f"{len(order.clusters)} clusters, {draws:,} draws, about {minutes:.1f} minutes")
        return 0
    from poverty_nodes.experiments.command.summarise import DONE, SOME_RUNS_FAILED
    from poverty_nodes.experiments.identify.answer import identify

    found = identify(order, Progress())
    print(_as_json(found) if request.format == "json" else _as_text(found))
    return SOME_RUNS_FAILED if found.ranking.failed else DONE


_SECONDS_PER_DRAW = 0.05


def _as_text(found: Identified) -> str:
    from poverty_nodes.experiments.command.summarise import closing
    from poverty_nodes.experiments.report.numbers import count

    rows = [
        {
            "id": row["cluster"],
            "rank": f"{row['rank']} ({row['rank_low']}-{row['rank_high']})",
            "score": _with_ends(row),
            "poor": f"{100 * row['headcount']:.0f}%",
            "people": count(row["poor"]),
            "kind": row["kind"],
        }
        for _, row in found.ranking.clusters.iterrows()
    ]
    kinds = [
        {
            "id": row["archetype"],
            "score": _with_ends(row),
            "clusters": row["clusters"],
        }
        for _, row in found.ranking.archetypes.iterrows()
    ]
    page = found.outputs[0] / "identify.html"
    more = [found.failed_words] if found.failed_words else []
    last = closing(found.headline, found.outputs, page, more)
    return "\n\n".join(["", as_table(rows), as_table(kinds)]) + f"\n{last}"


def _with_ends(row: Mapping[str, float]) -> str:
    return f"{row['score']:.0f} ({row['low']:.0f}-{row['high']:.0f})"


def _as_json(found: Identified) -> str:
    import json

    content = {
        "headline": found.headline,
        "draws": found.asked,
        "failed": found.ranking.failed,
        "ranking": json.loads(found.ranking.clusters.to_json(orient="records")),
        "archetypes": json.loads(found.ranking.archetypes.to_json(orient="records")),
        "outputs": [str(path) for path in found.outputs],
    }
    return json.dumps(content, indent=2)


def _details() -> str:
    from poverty_nodes.experiments.identify.components import COMPONENTS
    from poverty_nodes.experiments.identify.order import Order

    parts = [(f"{each.key} ({each.weight:g})", f"{each.title}, {each.unit}") for each in COMPONENTS]
    return "\n".join(
        ["Keys:", *rows(schema_keys(Order)), "", "Components of the score (weight):", *rows(parts)]
    )


VERB = Verb(
    name="identify",
    summary="for which kinds of clusters are poverty concerns most at stake? (ex ante)",
    usage="poverty-nodes identify [key=value ...]",
    examples=(
        ("identify", "all clusters of the catalogue: half a minute"),
        ("identify 'clusters=[palar_leather,tirupur_knitwear]' line=national", "two of them"),
        ("identify weights.joint_action=0 weights.women=3", "what counts, your way"),
    ),
    execute=_execute,
    details=_details,
)
