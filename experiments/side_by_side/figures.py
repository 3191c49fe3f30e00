"""Packages beside each other as pictures: the town over time in each world, and the change of each group."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes

from poverty_nodes.experiments.impact.interval import Spread, over_seeds
from poverty_nodes.experiments.question.packages import BASELINE
from poverty_nodes.experiments.report.figures.group_rows import (
    Rows,
    group_rows,
    name_rows,
    suppressed_note,
)
from poverty_nodes.experiments.report.figures.panels_over_time import (
    COLOURS,
    DASHES,
    MEASURES,
    Dashes,
    Panel,
    Path,
    Told,
    draw_panels,
    height_of,
    in_unit,
)
from poverty_nodes.experiments.report.figures.sheet import (
    QUIET,
    WIDTH,
    WITHOUT,
    Box,
    Drawing,
    Sheet,
    light_grid,
    zero_line,
)
from poverty_nodes.experiments.report.labels import capital, line_label, months_at_end
from poverty_nodes.experiments.report.numbers import decimals, number
from poverty_nodes.experiments.side_by_side.side_by_side import SideBySide
from poverty_nodes.experiments.side_by_side.terms import called

NONE_OF_THEM = "none of them"
_ROW, _LEGEND_COLUMNS = 0.34, 4
MOST_WITH_BANDS = 3
"""Packages whose bands are drawn around levels, and that a title names."""
_APART = 0.22


def looks(found: SideBySide) -> dict[str, tuple[str, Dashes]]:
    """The colour and the dashes of each package, the same in every picture."""
    return {
        name: (COLOURS[at % len(COLOURS)], DASHES[at % len(DASHES)])
        for at, name in enumerate(found.names)
    }


def draw_over_time(found: SideBySide) -> Drawing:
    """Above, the town in each world; below, each package less none of them, paired within a seed."""
    title = _title(found)
    panels = [_levels(found, each) for each in MEASURES]
    panels += [_differences(found, each) for each in MEASURES]
    subtitle = (
        "Above: the town in each world. Below: each package, less the same town with none of them under the same luck. "
        f"Headcount at {line_label(found.terms)}"
    )
    with Sheet("over_time", title, height_of(len(panels), len(found.names) + 1), subtitle) as sheet:
        begin = {each.terms.first_month for each in found.alone.values()}
        marks = {month for month in begin if month is not None and month <= found.terms.months}
        draw_panels(sheet, panels, next(iter(found.worlds.values())).months, marks)
        sheet.note(
            "Months after the base month. Bands: 95 %, luck alone; "
            f"{'wide above as towns differ' if has_bands(found) else 'above, of none alone'}. "
            "Dotted: policies begin. Axes may not begin at 0."
        )
        return sheet.finish(
            "Six small line charts: poverty headcount, jobs and pay by month, in each world above and as a difference "
            f"to the town with none of the packages below. {title}. packages.csv and outcomes.parquet have the numbers."
        )


def draw_groups(found: SideBySide) -> Drawing:
    """The mean change of each group with each package, a dot and a whisker a package."""
    first = next(iter(found.comparisons.values()))
    rows = group_rows(first)
    for comparison in found.alone.values():
        rows = rows.only(set(group_rows(comparison).groups))
    title = "Change of mean consumption of each group, with each package against none of them"
    subtitle = f"Per cent, {months_at_end(found.terms)}; groups of the base month"
    row = max(_ROW, 0.1 * len(found.names))
    below = 0.65 + 0.2 * -(-len(found.names) // _LEGEND_COLUMNS)
    with Sheet("groups", title, row * rows.length + below + 0.3, subtitle) as sheet:
        axes = sheet.axes(Box(1.75, below, WIDTH - 2.1, row * rows.length))
        zero_line(axes, vertical=True)
        for at, name in enumerate(found.names):
            _dots(axes, found, name, rows, at)
        name_rows(axes, rows)
        light_grid(axes, "x")
        axes.margins(x=0.04)
        axes.set_xlabel("per cent", color=QUIET)
        axes.legend(
            loc="upper left",
            bbox_to_anchor=(-0.27, -0.38 / (row * rows.length)),
            ncols=min(_LEGEND_COLUMNS, len(found.names)),
            frameon=False,
            fontsize=8.5,
        )
        sheet.note(
            "Whiskers: 95 % interval (luck alone). Hollow: the sign may be luck."
            + suppressed_note(rows)
        )
        return sheet.finish(
            "Dot and whisker chart: mean change of consumption by group, a dot for each package. The same numbers "
            "stand in the table by group."
        )


def _dots(axes: Axes, found: SideBySide, name: str, rows: Rows, at: int) -> None:
    table = found.alone[name].winners.set_index("group")
    colour, _ = looks(found)[name]
    shift = (at - (len(found.names) - 1) / 2) * min(_APART, 0.8 / len(found.names))
    for number_, (group, height) in enumerate(zip(rows.groups, rows.heights, strict=True)):
        value, low, high = (
            float(table.loc[group, f"percent_change{end}"]) for end in ("", "_low", "_high")
        )
        sure = low > 0 or high < 0
        axes.plot([low, high], [height + shift] * 2, color=colour, linewidth=1.6)
        axes.plot(
            [value],
            [height + shift],
            "os^DvPX*"[at],
            color=colour,
            markersize=5,
            markerfacecolor=colour if sure else "white",
            label=called(name) if number_ == 0 else None,
        )


def _levels(found: SideBySide, told: Told) -> Panel:
    paths = [
        Path(NONE_OF_THEM, _level(found, BASELINE, told), WITHOUT, (0, (3, 2))),
        *(
            Path(called(name), _level(found, name, told), *look, band=has_bands(found))
            for name, look in looks(found).items()
        ),
    ]
    return Panel(told.words, told.unit, paths)


def has_bands(found: SideBySide) -> bool:
    """Whether there are few enough packages for bands of levels, which lie upon each other."""
    return len(found.names) <= MOST_WITH_BANDS


def _level(found: SideBySide, label: str, told: Told) -> Spread:
    return in_unit(over_seeds(found.worlds[label].of_populations(told.measure)[:, 0]), told.factor)


def _differences(found: SideBySide, told: Told) -> Panel:
    paths = [
        Path(called(name), _difference(found, name, told), *look)
        for name, look in looks(found).items()
    ]
    return Panel(f"{told.words}, against none", told.change, paths, difference=True)


def _difference(found: SideBySide, name: str, told: Told) -> Spread:
    return in_unit(found.alone[name].monthly.spread(told.measure)[2], told.factor)


def _title(found: SideBySide) -> str:
    ends = {name: each.headline.enacted for name, each in found.alone.items()}
    known = [each for each in ends.values() if np.isfinite(each)]
    without = next(iter(found.alone.values())).headline.without
    if len(known) < len(ends):
        return "Poverty, jobs and pay over time"
    digits = decimals(*(each - without for each in known))
    told = [f"{number(each, digits)} % with {called(name)}" for name, each in ends.items()]
    if not has_bands(found):
        least, most = (number(each, digits) for each in (min(known), max(known)))
        told = [f"{least}{'' if least == most else f' to {most}'} % with the packages"]
    return (
        f"{capital(months_at_end(found.terms))}: {', '.join(told)} and {number(without, digits)} % with none of them "
        "are poor"
    )
