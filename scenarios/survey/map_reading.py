"""Reading map.yaml: whether it names answers, categories and totals that there are."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from scenarios.errors import Problem, from_pydantic, nearest_name
from scenarios.survey.fields import FIELDS
from scenarios.survey.mapping import Code, Columns, SurveyMap, place, plain
from scenarios.yaml_file import YamlFile, read_yaml


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
            *_numbers(found, file),
            *_fields(found, file),
            *_category_names(found, file),
            *_margins(found, file),
        ],
    )


def _numbers(found: SurveyMap, file: YamlFile) -> list[Problem]:
    """One sign cannot stand both before decimals and between thousands."""
    if found.decimal != found.thousands:
        return []
    message = f"'{found.thousands}' stands before decimals too"
    where = place(file, "thousands")
    return [Problem(where, message, "another sign than decimal, or none")]


def _fields(found: SurveyMap, file: YamlFile) -> list[Problem]:
    problems = []
    for sheet, fields in FIELDS.items():
        known = tuple(field.name for field in fields)
        part: Columns = getattr(found, sheet)
        named = [("columns", each) for each in part.columns]
        named += [("categories", each) for each in part.categories]
        named += [("percent", each) for each in part.percent]
        named += [("missing", each) for each in part.missing]
        for key, name in named:
            if name not in known:
                where = place(
                    file, f"{sheet}.{key}.{name}" if key != "percent" else f"{sheet}.percent"
                )
                message = f"'{name}' is nothing that is asked of {sheet}"
                nearest = nearest_name(name, known)
                problems.append(Problem(where, message, ", ".join(known), nearest))
        for field in fields:
            if field.needed and field.name not in part.columns:
                where = place(file, f"{sheet}.columns")
                message = f"no column is named for '{field.name}'"
                problems.append(Problem(where, message, f"{field.name}: COLUMN ({field.meaning})"))
    return problems


def _category_names(found: SurveyMap, file: YamlFile) -> list[Problem]:
    problems = []
    for sheet, fields in FIELDS.items():
        part: Columns = getattr(found, sheet)
        for field in fields:
            for code, category in part.categories.get(field.name, {}).items():
                if field.categories and plain(category) not in field.categories:
                    where = place(file, f"{sheet}.categories.{field.name}.{code}")
                    accepted = ", ".join(field.categories)
                    nearest = nearest_name(plain(category), field.categories)
                    message = f"'{category}' is no category of {field.name}"
                    problems.append(Problem(where, message, accepted, nearest))
    return problems


def _margins(found: SurveyMap, file: YamlFile) -> list[Problem]:
    """Totals must be of categories that the model knows and that a column is mapped to."""
    problems = []
    for sheet, fields in FIELDS.items():
        by_name = {field.name: field for field in fields if field.categories}
        if sheet == "workers":
            by_name["tier"] = next(each for each in FIELDS["firms"] if each.name == "tier")
        margins: dict[str, dict[Code, float]] = getattr(found.totals, sheet)
        for name, cells in margins.items():
            where = place(file, f"totals.{sheet}.{name}")
            mapped = name in getattr(found, sheet).columns or (
                sheet == "workers" and name == "tier"
            )
            if name not in by_name or not mapped:
                accepted = ", ".join(each for each in by_name)
                message = "is no answer in categories that a column is mapped to"
                nearest = nearest_name(name, by_name)
                problems.append(Problem(where, message, accepted, nearest))
                continue
            names = by_name[name].categories
            for code, total in cells.items():
                at = place(file, f"totals.{sheet}.{name}.{code}")
                if plain(code) not in names:
                    nearest = nearest_name(plain(code), names)
                    message = f"'{code}' is no category of {name}"
                    problems.append(Problem(at, message, ", ".join(names), nearest))
                if not 0 <= total < 1e9:
                    problems.append(Problem(at, f"{total:g} is no total", "0 to 1,000,000,000"))
    return problems
