"""new: begin a cluster or a policy of one's own."""

from __future__ import annotations

from poverty_nodes.experiments.command.help import rows, schema_keys
from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.experiments.question.question_file import shown
from poverty_nodes.scenarios.strict_yaml.printable import printable
from poverty_nodes.scenarios.survey.fields import FIELDS


def _execute(request: Request) -> int:
    import json

    from poverty_nodes.experiments.command.new.cluster import begin_cluster
    from poverty_nodes.experiments.command.new.order import Order
    from poverty_nodes.experiments.command.new.policy import begin_policy
    from poverty_nodes.experiments.command.summarise import closing
    from poverty_nodes.experiments.question.checked_request import read

    order = read(Order, request.settings, request.words)
    if request.cfg:
        print(shown("new", order.as_mapping(), request.format))
        return 0
    begin = begin_policy if order.kind == "policy" else begin_cluster
    begun = begin(order, request.dry_run)
    if request.format == "json":
        content = {
            "headline": begun.headline,
            "outputs": [str(begun.folder), *(str(begun.folder / name) for name in begun.files)],
            "next": list(begun.next),
            "doubts": list(begun.doubts),
        }
        print(json.dumps(content, indent=2))
    else:
        outputs = [begun.folder, *(begun.folder / name for name in begun.files)]
        page = next((each for each in outputs if each.suffix == ".html"), None)
        more = [f"look at  {printable(each)}" for each in begun.doubts]
        print(
            closing(
                begun.headline, outputs, page, [*more, *(f"next     {each}" for each in begun.next)]
            )
        )
    return 0


def _details() -> str:
    from poverty_nodes.experiments.command.new.order import Order

    keys = schema_keys(Order, Order.WORDS)
    lines = ["Keys:", *rows(keys)]
    for sheet, fields in FIELDS.items():
        lines += ["", f"What the map can find in the file of {sheet} (* must be there):"]
        lines += rows(
            [
                (
                    f"{field.name}{'*' if field.needed else ''}",
                    field.meaning
                    + (f": {', '.join(field.categories)}" if field.categories else ""),
                )
                for field in fields
            ]
        )
    return "\n".join(lines)


VERB = Verb(
    name="new",
    summary="start a cluster (from nothing or from a survey) or a policy of my own",
    usage="poverty-nodes new cluster NAME [--from WORKERS.csv FIRMS.csv --map MAP.yaml] [like=ID]",
    examples=(
        ("new cluster my_town", "a commented beginning, to be filled in"),
        (
            "new cluster my_town --from workers.csv firms.csv --map map.yaml",
            "from a survey, with a page on what the data can support",
        ),
        (
            "new policy transport_voucher",
            "a policy with its terms and test, to be put into the model",
        ),
    ),
    execute=_execute,
    details=_details,
    options={"--from": "from", "--map": "map", "--like": "like", "--output": "output"},
)
