"""One world as pictures: the town over time, and poverty over time by group."""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.experiments.impact.interval import Spread
from poverty_nodes.experiments.one_world.town import BASE, END, Town
from poverty_nodes.experiments.report.figures.panels_over_time import (
    COLOURS,
    DASHES,
    MEASURES,
    Panel,
    Path,
    Told,
    draw_panels,
    height_of,
    in_unit,
)
from poverty_nodes.experiments.report.figures.sheet import WITH, Drawing, Sheet
from poverty_nodes.experiments.report.labels import (
    capital,
    dimension_label,
    group_label,
    line_label,
    months_at_end,
    people_label,
)
from poverty_nodes.experiments.report.numbers import decimals, number

_MORE = (
    Told("mean_welfare", "consumption a person", 1.0, "$ a month", ""),
    Told("gini", "inequality of consumption", 1.0, "Gini, 0 to 1", ""),
    Told("firms", "firms at work", 1.0, "firms", ""),
)
_MOST_LINES = 6


def draw_town(town: Town) -> Drawing:
    """Poverty, jobs, pay, consumption, inequality and firms of the whole town by month."""
    title = _title(town)
    panels = [
        Panel(
            each.words,
            each.unit,
            [Path("the town", in_unit(town.path(each.measure), each.factor), WITH)],
        )
        for each in (*MEASURES, *_MORE)
    ]
    with Sheet("town_over_time", title, height_of(len(panels)), _subtitle(town)) as sheet:
        draw_panels(sheet, panels, town.outcomes.months, _marks(town), legend=False)
        sheet.note(_note(town))
        return sheet.finish(
            "Six small line charts by month: poverty headcount, jobs, pay, consumption, inequality and firms. "
            f"{title}. levels.csv and outcomes.parquet have the numbers."
        )


def draw_groups(town: Town) -> Drawing:
    """The headcount of each group by month, a small chart a dimension."""
    title = _title_of_groups(town)
    panels = []
    for dimension in town.plain:
        groups = town.groups([dimension])[:_MOST_LINES]
        if groups:
            paths = [_path_of(town, each, at) for at, each in enumerate(groups)]
            panels.append(Panel(dimension_label(dimension), "% of persons who are poor", paths))
    with Sheet("groups_over_time", title, height_of(len(panels)), _subtitle(town)) as sheet:
        draw_panels(sheet, panels, town.outcomes.months, _marks(town), legend=False, named=True)
        sheet.note(f"Whoever is in the group in that month. {_note(town)}")
        return sheet.finish(
            "Small line charts by month: the poverty headcount by gender, skill, contract, social group, origin and "
            f"tier. {title}. levels.csv and outcomes.parquet have the numbers."
        )


def _path_of(town: Town, group: str, at: int) -> Path:
    found: Spread = in_unit(town.path("P0", group), 100.0)
    return Path(group_label(group), found, COLOURS[at], DASHES[at % len(DASHES)])


def _title(town: Town) -> str:
    base, end = (100 * float(town.level(when, "P0").mean) for when in (BASE, END))
    digits = decimals(base - end)
    return (
        f"{number(base, digits)} % are poor in the base month, {number(end, digits)} % in "
        f"{months_at_end(town.terms)}"
    )


def _title_of_groups(town: Town) -> str:
    groups: Sequence[str] = town.groups(town.plain)
    if not groups:
        return "No group has enough persons to be told of"
    poorest = max(groups, key=lambda each: float(town.level(END, "P0", each).mean))
    share = 100 * float(town.level(END, "P0", poorest).mean)
    return f"{capital(months_at_end(town.terms))}: most are poor among {people_label(poorest)}, {number(share)} %"


def _subtitle(town: Town) -> str:
    return f"By month after the base month, headcount at {line_label(town.terms)}. One world: nothing is compared"


def _marks(town: Town) -> set[int]:
    begin = [each.start for each in town.terms.policies]
    begin += [each.start for each in town.terms.shocks]
    return {month for month in begin if month <= town.terms.months}


def _note(town: Town) -> str:
    bands = "Bands: 95 % (luck alone)." if town.seeds > 1 else "One seed has no bands."
    dotted = " Dotted: policies begin or shocks strike." if _marks(town) else ""
    return f"{bands}{dotted} Axes do not begin at 0."
