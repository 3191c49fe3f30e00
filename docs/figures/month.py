"""Draws docs/figures/month.svg: the month as named calls, with what each does, its chances and what it hands on."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

FIRMS, PEOPLE, PLACE = "#dbe7f3", "#f6e3cf", "#dfeedd"
INK, QUIET = "#22303c", "#5b6770"
HEIGHT = 0.92
LEFT, RIGHT = 0.75, 12.0


@dataclass(frozen=True)
class Step:
    """One phase: its method's name, whom it is about, what happens, what is drawn, what it hands on."""

    phase: str
    colour: str
    happens: tuple[str, str]
    chance: str
    hands_on: tuple[str, str]


STEPS = (
    Step(
        "calendar",
        PLACE,
        (
            "instruments go back to neutral; shocks pull the row of a place,",
            "policies pull all rows",
        ),
        "-",
        ("who is eligible,", "what can be paid for"),
    ),
    Step(
        "orders",
        FIRMS,
        (
            "buyers' volumes and choice of suppliers; demand of exporters,",
            "subcontractors, specialists",
        ),
        "buyer's orders",
        ("demand d, expected demand,", "work put out z"),
    ),
    Step(
        "finance",
        FIRMS,
        (
            "micro-loans to eligible owners who take them up;",
            "firms replace and add capital out of cash",
        ),
        "take-up (for good)",
        ("capital K, debts", ""),
    ),
    Step(
        "standards",
        FIRMS,
        ("inspection picks firms; each complies, casualises,", "puts work out or stays small"),
        "reconsider; monitored,\ntaste (for good)",
        ("course taken, contracts shifted,", "limit of size"),
    ),
    Step(
        "labour",
        PEOPLE,
        (
            "quits; labour demand r/w as whole posts; layoffs;",
            "search and selection on the ring; wage curve",
        ),
        "quit, productivity, search, looks,\nselection; dither, fit (for good)",
        ("who works where,", "reference wages, slack"),
    ),
    Step(
        "production",
        FIRMS,
        ("labour units at work, own output,", "deliveries of subcontractors to exporters"),
        "-",
        ("output y, share of work", "put out that was filled"),
    ),
    Step(
        "sales_and_pay",
        FIRMS,
        (
            "sales on each firm's demand curve; suppliers, wages and loans",
            "are paid; owners draw; premiums share rents",
        ),
        "-",
        ("price indices P, inputs bought,", "cash, wage premium"),
    ),
    Step(
        "household_budgets",
        PEOPLE,
        (
            "incomes are pooled; the local services of last month's local spending",
            "is outside income; consumption, saving",
        ),
        "-",
        ("savings, consumption (welfare),", "local services' income"),
    ),
    Step(
        "learning",
        PEOPLE,
        (
            "firms take upgrading steps and copy neighbours; people age,",
            "are hurt, learn, are followed by heirs, move",
        ),
        "upgrade, accident, learning,\nmigration; heir (for good)",
        ("levels, productivity, quality;", "skills, health"),
    ),
    Step(
        "joint_action",
        PLACE,
        (
            "members give, trust follows, the fund builds the facility;",
            "firms invest to meet a standard",
        ),
        "acting on a standard",
        ("trust, giving, facility J,", "standard s"),
    ),
    Step(
        "demography",
        FIRMS,
        (
            "firms close; young ones grow; households found new ones;",
            "lost patrons and buyers are replaced",
        ),
        "exit, founding, founder, type, rematch",
        ("who is in business, room left", "for each, density"),
    ),
    Step(
        "tally",
        PLACE,
        (
            "value added and surplus of each place;",
            "programmes are funded and the books must balance",
        ),
        "-",
        ("surplus that founders see,", "measures of the month"),
    ),
)


def picture() -> str:
    """The figure as SVG; the same text for the same code and libraries."""
    with mpl.rc_context(
        {
            "svg.hashsalt": "month",
            "svg.fonttype": "none",  # text stays text: small, and found by a search
            "font.family": "DejaVu Sans",
            "text.color": INK,
        }
    ):
        figure = Figure(figsize=(12.2, 11.2))
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, 12.2)
        axes.set_ylim(-len(STEPS) * HEIGHT - 0.75, 1.25)
        axes.axis("off")
        _heading(axes)
        for row, step in enumerate(STEPS):
            _row(axes, row, step)
        _next_month(axes)
        text = StringIO()
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None})
    lines = [line.rstrip() for line in text.getvalue().splitlines()]
    return "\n".join(lines).replace("'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif") + "\n"


def _heading(axes: Axes) -> None:
    for x, title in (
        (1.0, "phase"),
        (3.2, "what happens"),
        (7.55, "drawn by chance"),
        (10.0, "hands on"),
    ):
        axes.text(x, 0.32, title, fontsize=10.5, weight="bold", va="center")
    for x, colour, label in (
        (1.0, FIRMS, "mostly firms"),
        (3.2, PEOPLE, "mostly people"),
        (5.4, PLACE, "the place, the programme, the books"),
    ):
        axes.add_patch(
            FancyBboxPatch((x, 0.72), 0.22, 0.2, "round,pad=0.02", fc=colour, ec=INK, lw=0.6)
        )
        axes.text(x + 0.34, 0.82, label, fontsize=9.5, va="center", color=QUIET)


def _row(axes: Axes, row: int, step: Step) -> None:
    middle = -(row + 0.5) * HEIGHT
    corner, width, height = (LEFT, middle - 0.36), RIGHT - LEFT, 0.72
    box = FancyBboxPatch(corner, width, height, "round,pad=0.03", fc=step.colour, ec=INK, lw=0.7)
    axes.add_patch(box)
    axes.text(1.0, middle, f"{row + 1}", fontsize=11, weight="bold", va="center", ha="right")
    axes.text(1.12, middle, step.phase, fontsize=10.5, weight="bold", va="center")
    axes.text(3.2, middle, "\n".join(step.happens), fontsize=9, va="center", linespacing=1.35)
    axes.text(7.55, middle, step.chance, fontsize=8.6, va="center", color=QUIET, linespacing=1.3)
    words = "\n".join(line for line in step.hands_on if line)
    axes.text(10.0, middle, words, fontsize=8.6, va="center", linespacing=1.3)
    if row + 1 < len(STEPS):
        _arrow(axes, (2.0, middle - 0.4), (2.0, middle - HEIGHT + 0.4))


def _arrow(axes: Axes, start: tuple[float, float], stop: tuple[float, float]) -> None:
    arrow = FancyArrowPatch(start, stop, arrowstyle="-|>", mutation_scale=9, color=INK, lw=0.9)
    axes.add_patch(arrow)


def _next_month(axes: Axes) -> None:
    bottom, top = -len(STEPS) * HEIGHT + HEIGHT / 2, -HEIGHT / 2
    axes.plot([LEFT - 0.05, 0.4, 0.4], [bottom, bottom, top], color=INK, lw=0.9)
    _arrow(axes, (0.4, top), (LEFT - 0.02, top))
    axes.text(
        0.22, (bottom + top) / 2, "next month", rotation=90, fontsize=9.5, va="center", ha="center"
    )
    note = (
        "One row is one method of model/month.py. What is handed on in one month is what the phases above it read in "
        "the next:\nprices, inputs, local services, wages, ties, trust and room are known with a month's delay. "
        '"For good": drawn once for an agent\'s life.'
    )
    axes.text(
        LEFT,
        -len(STEPS) * HEIGHT - 0.36,
        note,
        fontsize=8.8,
        va="center",
        color=QUIET,
        linespacing=1.4,
    )


def draw(path: Path) -> None:
    """Write the figure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(picture(), encoding="utf-8")
