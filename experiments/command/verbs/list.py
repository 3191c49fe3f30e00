"""list: what there is, one line each."""

from __future__ import annotations

from poverty_nodes.experiments.command import inventory
from poverty_nodes.experiments.command.help import rows
from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.experiments.output.terminal_table import Row, as_text, cell


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.command.list_request import Order
    from poverty_nodes.experiments.question.checked_request import read

    order = read(Order, request.settings, request.words)
    kind, rows = order.what, list[Row]()
    if kind is None:
        rows = [
            {"id": each, "title": _first_line(rows_of.__doc__)}
            for each, rows_of in inventory.KINDS.items()
        ]
    else:
        rows = list(inventory.KINDS[kind](order.cluster))
    if request.format == "table":
        rows = [_narrow(kind or "", row) for row in rows]
    print(as_text(rows, request.format))
    return 0


def _narrow(kind: str, row: Row) -> Row:
    """Return what a terminal has room for; csv and json have every column."""
    if kind == "clusters":
        kinds = ("measured", "derived", "assumed")
        shares = " + ".join(f"{100 * float(str(row[kind])):.0f}" for kind in kinds)
        twice = {"confirmed": "yes", "provisional": "not all"}[str(row["second_reading"])]
        about = f"{row['title']} ({row['base_year']}; {row['phase']})"
        return {
            "id": row["id"],
            "title": about,
            "measured +\nderived +\nassumed, %": shares,
            "read twice": twice,
        }
    if kind == "terms":
        about = f"{row['title']} ({row['accepted']})"
        return {
            "id": row["id"],
            "title": about,
            "default": f"default {cell(row['default']) or 'null'}",
        }
    if kind == "patterns":
        return {"id": row["id"], "title": row["title"], "source": row["source"]}
    if kind == "fields":
        return {"id": row["id"], "title": f"{row['title']} ({row['accepted']})"}
    if kind == "inputs":
        ends = f"{cell(row['low'])} to {cell(row['high'])}, {row['distribution']}"
        about = f"{cell(row['value'])} {row['unit']} ({ends})"
        return {"id": row["id"], "value": about, "kind": row["kind"], "source": row["source"]}
    if kind == "chains":
        return {"id": row["id"], "title": row["title"], "governance": row["governance"]}
    if kind == "features":
        span = f" ({cell(row['low'])} to {cell(row['high'])})" if row["low"] is not None else ""
        value = f"{cell(row['value'])}{span} {row['unit']}".removesuffix(" word")
        return {"id": row["id"], "title": row["title"], "value": value, "source": row["source"]}
    if kind == "measures":
        about = f"{row['title']} ({row['unit']})"
        return {"id": row["id"], "title": about, "source": row["source"]}
    if kind == "experiments":
        return {"id": row["id"], "title": row["title"]}
    return {key: row[key] for key in ("id", "title", "source")} if kind == "shocks" else row


def _first_line(text: str | None) -> str:
    return (text or "").strip().splitlines()[0]


def _details() -> str:
    kinds = [(kind, _first_line(each.__doc__)) for kind, each in inventory.KINDS.items()]
    return "\n".join(["What can be listed:", *rows(kinds)])


VERB = Verb(
    name="list",
    summary="what is there? with one line and source each",
    usage="poverty-nodes list [WHAT] [cluster=ID] [format=table|csv|json]",
    examples=(
        ("list", "what can be listed"),
        ("list clusters format=json", "the clusters, for a script"),
        ("list terms", "every term of every policy and shock, with what it accepts"),
        ("list inputs cluster=sialkot_surgical format=csv", "every number of a cluster"),
    ),
    execute=_execute,
    details=_details,
    formats=("table", "csv", "json"),
)
