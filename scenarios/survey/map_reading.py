"""Read map.yaml and check that the answers, categories and totals that it names exist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from poverty_nodes.scenarios.errors import Problem, nearest_name
from poverty_nodes.scenarios.strict_yaml.schema_messages import from_pydantic
from poverty_nodes.scenarios.strict_yaml.yaml_file import YamlFile, read_yaml
from poverty_nodes.scenarios.survey.fields import FIELDS, UNPAID, Field
from poverty_nodes.scenarios.survey.mapping import Code, Columns, SurveyMap, place, plain
from poverty_nodes.scenarios.survey.rules import bad_bounds

OTHERWISE = {
    "tier": "derive: {tier: [{means: exporter, when: {COLUMN: CODE}}, {means: subcontractor}]} where no column says so",
    "post": "derive: {post: [{means: casual, when: {COLUMN: CODE}}, {means: regular}]} where no column says so",
    "workers": "head_count: rows of workers, if the workers' file has everybody; bands, if they were asked in bands",
    "id": "id: [COLUMN, COLUMN] if several columns make it up",
    "firm": "leave the section firms out if the survey has no file of firms",
}
"""What can be done about a needed answer that has no column."""


def read_map(path: Path) -> tuple[SurveyMap | None, YamlFile, list[Problem]]:
    """Return the mapping, the file as read (for lines), and everything that is wrong with it."""
    file = read_yaml(path, path.name)
    if file.problems:
        return None, file, file.problems
    try:
        found = SurveyMap.model_validate(file.data)
    except ValidationError as error:
        return None, file, from_pydantic(error, file.name, SurveyMap, file.lines)
    return (
        found,
        file,
        [
            *_sections(found, file),
            *_numbers(found, file),
            *_fields(found, file),
            *_category_names(found, file),
            *_margins(found, file),
        ],
    )


def _sections(found: SurveyMap, file: YamlFile) -> Iterator[Problem]:
    """Check that there is at least one file, and that each answer is given in one way only."""
    if found.firms is None and found.workers is None:
        yield Problem(file.name, "speaks of no file", "a section firms, a section workers, or both")
    if found.firms and found.firms.head_count and not found.workers:
        message = "counts the rows of workers, and there is no file of workers"
        yield Problem(place(file, "firms.head_count"), message, "workers: COLUMN in firms.columns")
    for sheet, fields, part in _parts(found):
        kind = {field.name: field.kind for field in fields}
        yield from bad_bounds(part.only, place(file, f"{sheet}.only"))
        for name, rules in part.derive.items():
            where = place(file, f"{sheet}.derive.{name}")
            for at, rule in enumerate(rules):
                yield from bad_bounds(rule.when, f"{where}.{at}.when")
            if name in part.columns:
                yield Problem(where, f"'{name}' has a column and rules", "one of the two")
            if kind.get(name) not in ("category", None):
                accepted = ", ".join(each for each, one in kind.items() if one == "category")
                yield Problem(where, f"'{name}' is no answer in categories", accepted)
        for name, column in part.columns.items():
            if not isinstance(column, str) and (kind.get(name) not in ("text", None) or not column):
                accepted = ", ".join(each for each, one in kind.items() if one == "text")
                where = place(file, f"{sheet}.columns.{name}")
                yield Problem(where, "only a name is made of several columns", accepted)
        for name, bands in part.bands.items():
            if kind.get(name) not in ("number", "money", None):
                yield Problem(
                    place(file, f"{sheet}.bands.{name}"),
                    f"'{name}' is no number",
                    "a number or an amount",
                )
            for code, ends in bands.items():
                if len(ends) != 2 or not 0 <= ends[0] <= ends[1] < 1e12:
                    where = place(file, f"{sheet}.bands.{name}.{code}")
                    remedy = "a band that is open above wants an upper end of your judgement"
                    yield Problem(where, f"{ends} is no band", "[LOWEST, HIGHEST]", remedy=remedy)


def _numbers(found: SurveyMap, file: YamlFile) -> list[Problem]:
    """Refuse a sign that stands both before decimals and between thousands."""
    if found.decimal != found.thousands:
        return []
    message = f"'{found.thousands}' stands before decimals too"
    where = place(file, "thousands")
    return [Problem(where, message, "another sign than decimal, or none")]


def _fields(found: SurveyMap, file: YamlFile) -> list[Problem]:
    problems = []
    for sheet, fields, part in _parts(found):
        known = tuple(field.name for field in fields)
        named = [("columns", each) for each in part.columns]
        named += [("categories", each) for each in part.categories]
        named += [("percent", each) for each in part.percent]
        named += [("missing", each) for each in part.missing]
        named += [("bands", each) for each in part.bands]
        named += [("derive", each) for each in part.derive]
        for key, name in named:
            if name not in known:
                where = place(
                    file, f"{sheet}.{key}.{name}" if key != "percent" else f"{sheet}.percent"
                )
                message = f"'{name}' is nothing that is asked of {sheet}"
                nearest = nearest_name(name, known)
                problems.append(Problem(where, message, ", ".join(known), nearest))
        problems += _not_named(found, sheet, fields, file)
    return problems


def _parts(found: SurveyMap) -> Iterator[tuple[str, tuple[Field, ...], Columns]]:
    """Yield the files that the map describes, with the answers that each may give."""
    for sheet, fields in FIELDS.items():
        part = getattr(found, sheet)
        if part is not None:
            yield sheet, fields, part


def _not_named(
    found: SurveyMap, sheet: str, fields: tuple[Field, ...], file: YamlFile
) -> Iterator[Problem]:
    """Yield a problem for each answer that is needed and is neither in a column nor derived."""
    part: Columns = getattr(found, sheet)
    spared = {("workers", "tier" if found.firms else "firm")}
    if found.firms and found.firms.head_count:
        spared |= {("firms", "workers")}
    for field in fields:
        if not field.needed or (sheet, field.name) in spared:
            continue
        if field.name not in part.columns and field.name not in part.derive:
            where = place(file, f"{sheet}.columns")
            message = f"no column is named for '{field.name}'"
            accepted = f"{field.name}: COLUMN ({field.meaning})"
            yield Problem(where, message, accepted, remedy=OTHERWISE.get(field.name, ""))


def _category_names(found: SurveyMap, file: YamlFile) -> list[Problem]:
    problems = []
    for sheet, fields, part in _parts(found):
        for field in fields:
            codes = part.categories.get(field.name, {})
            named = {f"categories.{field.name}.{code}": each for code, each in codes.items()}
            rules = enumerate(part.derive.get(field.name, []))
            named |= {f"derive.{field.name}.{at}.means": rule.means for at, rule in rules}
            for key, category in named.items():
                if field.categories and plain(category) not in field.categories:
                    where = place(file, f"{sheet}.{key}")
                    accepted = ", ".join(field.categories)
                    nearest = nearest_name(plain(category), field.categories)
                    message = f"'{category}' is no category of {field.name}"
                    problems.append(Problem(where, message, accepted, nearest))
    return problems


def _margins(found: SurveyMap, file: YamlFile) -> list[Problem]:
    """Check that totals are of categories that the model has and that a column is mapped to."""
    problems = []
    for sheet in ("firms", "workers"):
        part, fields = getattr(found, sheet), FIELDS[sheet]
        by_name = {field.name: field for field in fields if field.categories}
        if sheet == "workers":
            by_name["tier"] = next(each for each in FIELDS["firms"] if each.name == "tier")
        margins: dict[str, dict[Code, float]] = getattr(found.totals, sheet)
        for name, cells in margins.items():
            where = place(file, f"totals.{sheet}.{name}")
            known = () if part is None else (*part.columns, *part.derive)
            mapped = name in known or (sheet == "workers" and name == "tier")
            if name not in by_name or not mapped:
                accepted = ", ".join(each for each in by_name)
                message = "is no answer in categories that a column is mapped to"
                nearest = "" if name in by_name else nearest_name(name, by_name)
                problems.append(Problem(where, message, accepted, nearest))
                continue
            names = by_name[name].categories
            for code, total in cells.items():
                at = place(file, f"totals.{sheet}.{name}.{code}")
                if plain(code) == UNPAID:
                    message = (
                        "the model has no post without pay: totals of workers are of who is paid"
                    )
                    problems.append(
                        Problem(
                            at,
                            message,
                            remedy="take the line out, and its people out of all totals",
                        )
                    )
                elif plain(code) not in names:
                    nearest = nearest_name(plain(code), names)
                    message = f"'{code}' is no category of {name}"
                    problems.append(Problem(at, message, ", ".join(names), nearest))
                if not 0 <= total < 1e9:
                    problems.append(Problem(at, f"{total:g} is no total", "0 to 1,000,000,000"))
    return problems
