"""The tables of docs/model/, read off the code: fields, instruments, payments, draws, inputs, parameters."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from pydantic import BaseModel

from docs import numbers
from poverty_nodes.model import draws, instruments, policies, shocks
from poverty_nodes.model.ledger import FLOWS
from poverty_nodes.model.measures.catalogue import MEASURES
from poverty_nodes.model.month import Month
from poverty_nodes.model.parameters import all_parameters
from poverty_nodes.model.parameters.all_parameters import Parameter
from poverty_nodes.model.parameters.governance_types import TERMS
from poverty_nodes.model.population import codes
from poverty_nodes.model.population.table import Field
from poverty_nodes.scenarios.description import cluster
from poverty_nodes.scenarios.description.estimate import Estimate

ROOT = Path(__file__).resolve().parents[1]
CALL = re.compile(r"^(?P<file>[a-z_]+)\.(?P<name>[a-z_]+)$")
DRAWN = re.compile(
    r"(?:stream_key|uniforms|uniform_pairs)\(\s*[\w.]+, (?:draws\.)?([A-Z_]+), ([\w.]+)"
)


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown; bars within cells are escaped."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(
        "| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines
    )


def fields(module: str, name: str = "FIELDS") -> str:
    """State variables of one kind of record: name, unit and meaning as declared."""
    declared: tuple[Field, ...] = getattr(import_module(module), name)
    return table(
        ("field", "unit", "meaning"),
        ((f"`{each.name}`", _unit(each.unit), each.meaning) for each in declared),
    )


def _unit(unit: str) -> str:
    return "1" if unit == "/1" else unit


def instrument_fields(name: str) -> str:
    """Instruments of policies or of shocks, with their neutral values."""
    declared: tuple[Field, ...] = getattr(instruments, name)
    return table(
        ("instrument", "unit", "neutral", "meaning"),
        (
            (f"`{f.name}`", _unit(f.unit), f"{instruments.NOT_ZERO.get(f.name, 0):g}", f.meaning)
            for f in declared
        ),
    )


def code_labels() -> str:
    """What the small integers in records stand for."""
    names = ("GENDER", "SKILL", "SOCIAL_GROUP", "MIGRANT", "PLACE", "TIER", "POST", "CONTRACT")
    rows = (
        (name.lower(), ", ".join(f"{i} {label}" for i, label in enumerate(getattr(codes, name))))
        for name in (*names, "GOVERNANCE", "EVASION")
    )
    return table(("code", "labels"), rows)


def schedule() -> str:
    """The month: every phase in its order, what it does, and the functions that it calls."""
    rows = (
        (i, f"`{name}`", inspect.getdoc(getattr(Month, name)), ", ".join(_called(name)))
        for i, name in enumerate(phases(), start=1)
    )
    closing = (len(phases()) + 1, "`calendar.close_month`", "Programmes are funded; the books.", "")
    return table(("", "phase", "what happens", "calls, in model/phases/"), [*rows, closing])


def phases() -> list[str]:
    """Names of the methods that `Month.advance` calls, in order."""
    return [name for name in _attributes("advance", "self") if hasattr(Month, name)]


def _called(phase: str) -> Iterator[str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(getattr(Month, phase))))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        text = ast.unparse(call.func)
        if text.startswith("self.") and text != "self.losses":
            yield from _called(text.removeprefix("self."))
        elif (match := CALL.match(text)) and (
            ROOT / "model/phases" / f"{match['file']}.py"
        ).exists():
            yield f"`{text}`"


def _attributes(method: str, of: str) -> Iterator[str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(getattr(Month, method))))
    for statement in tree.body[0].body if isinstance(tree.body[0], ast.FunctionDef) else []:
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            target = statement.value.func
            if isinstance(target, ast.Attribute) and ast.unparse(target.value) == of:
                yield target.attr


def payments() -> str:
    """Every kind of payment with payer and payee."""
    rows = ((f"`{name}`", payer, payee) for name, payer, payee in FLOWS)
    return table(("payment", "from", "to"), rows)


def streams() -> str:
    """The streams of chance: number, when they are drawn, and which files draw from them."""
    used: dict[str, tuple[set[str], set[str]]] = {}
    for path in sorted([*ROOT.glob("model/**/*.py"), *ROOT.glob("scenarios/**/*.py")]):
        for name, month in DRAWN.findall(path.read_text(encoding="utf-8")):
            when, where = used.setdefault(name.removesuffix("_STREAM"), (set(), set()))
            when.add("once for good" if month in ("0", "decision") else "every month")
            where.add(path.relative_to(ROOT).as_posix().removesuffix(".py"))
    rows = (
        (number, name.lower(), " and ".join(sorted(when)) or "not used", ", ".join(sorted(where)))
        for name, number in vars(draws).items()
        # By so many seeds are counted, it is imported there.
        if name.isupper() and isinstance(number, int) and name != "POPULATIONS"
        for when, where in (used.get(name, (set(), set())),)
    )
    return table(("stream", "decision", "drawn", "in"), rows)


def governance() -> str:
    """What a type of governance means in numbers."""
    header = ("type", *(each.name for each in TERMS))
    rows = (
        (label, *(each.by_type[number][0] for each in TERMS))
        for number, label in enumerate(codes.GOVERNANCE)
    )
    return table(header, rows)


def policy_kinds() -> str:
    """The policies that can be enacted."""
    rows = ((f"`{n}`", _first_line(p), p.source) for n, p in policies.BUILT_IN.items())
    return table(("policy", "what it is", "evidence behind its defaults"), rows)


def shock_kinds() -> str:
    """The kinds of shocks that can strike."""
    rows = ((f"`{n}`", _first_line(s), s.source) for n, s in shocks.REGISTRY.items())
    return table(("kind", "what happens", "described in"), rows)


def _first_line(kind: type[BaseModel]) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


def description() -> str:
    """What the description of a cluster gives, section by section."""
    parts: dict[str, type[BaseModel]] = {
        "money": cluster.Money,
        "firms": cluster.Firms,
        "workers": cluster.Workers,
        "households": cluster.Households,
        "chain": cluster.Chain,
        "chain.buyers": cluster.BuyerDescription,
        "places.dispersed": cluster.Dispersed,
    }
    rows = (
        (f"`{part}.{name}`", _kind(field.annotation), field.description or _of(part))
        for part, section in parts.items()
        for name, field in section.model_fields.items()
        if name not in ("id", "title", "buyers", "line_year")
    )
    return table(("input", "unit", "meaning"), rows)


def _of(part: str) -> str:
    return "relative to the cluster's" if part == "places.dispersed" else "market to hierarchy"


def _kind(annotation: object) -> str:
    kinds = getattr(annotation, "__args__", ())
    if type(None) in kinds:
        annotation = next(kind for kind in kinds if kind is not type(None))
    if isinstance(annotation, type) and issubclass(annotation, Estimate):
        return " or ".join(annotation.units)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inside = next(iter(annotation.model_fields.values())).annotation
        by = "tier" if "exporter" in annotation.model_fields else "post"
        return f"{_kind(inside)} by {by}".replace("by post by tier", "by tier and post")
    quantity = re.search(r"quantities\.(\w+)", str(annotation))
    return f"{quantity[1].lower()} by year" if quantity else "code"


def measures() -> str:
    """What is written down every month."""
    rows = (
        (f"`{m.name}`", m.title, m.unit, "groups" if m.by_group else "places", m.source)
        for m in MEASURES
    )
    return table(("measure", "what it is", "unit", "by", "source"), rows)


def parameter_tables() -> str:
    """All parameters by topic, under headings."""
    return "\n\n".join(f"#### {topic}\n\n{_parameters(rows)}" for topic, rows in topics().items())


def topics() -> dict[str, tuple[Parameter, ...]]:
    """The groups of parameters in the order in which the model has them."""
    groups = {
        name.replace("_", " ").capitalize(): value
        for name, value in vars(all_parameters).items()
        if isinstance(value, tuple) and value and isinstance(value[0], Parameter)
        if name != "PARAMETERS"
    }
    return dict(
        sorted(groups.items(), key=lambda each: all_parameters.PARAMETERS.index(each[1][0]))
    )


def _parameters(rows: Sequence[Parameter]) -> str:
    header = ("parameter", "value", "low", "high", "unit", "kind", "source", "meaning")
    cells = (
        (
            f"`{p.name}`",
            *(f"{n:g}" for n in (p.value, p.low, p.high)),
            _unit(p.unit),
            p.kind,
            p.source,
            p.meaning,
        )
        for p in rows
    )
    return table(header, cells)


def constants() -> str:
    """Numbers of the code that are no parameters."""
    rows = (
        (f"`{each.name}`", f"{each.value:g}", f"`{each.file}`", each.meaning)
        for each in numbers.constants()
    )
    return table(("constant", "value", "file", "meaning"), rows)


def responses() -> str:
    """Elasticities that the rules imply, and other numbers that follow from the parameters."""
    firm, place = numbers.VALUE["demand_elasticity"], numbers.VALUE["export_elasticity"]
    cases = [
        numbers.responses(firm, 0.0, 0.5),
        numbers.responses(firm, 0.3, 0.5),
        numbers.responses(place, 0.0, 0.5),
    ]
    header = (
        "elasticity of",
        "one firm, s = 0",
        "one firm, s = 0.3",
        "all firms of a place, s = 0",
    )
    rows = ((name, *(f"{case[name]:.2f}" for case in cases)) for name in cases[0])
    other = ((name, f"{value:.2f}") for name, value in numbers.derived().items())
    return f"{table(header, rows)}\n\n{table(('also', 'value'), other)}"
