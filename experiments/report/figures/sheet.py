"""The common look of the figures: palette, sizes, and saving with the same bytes each time."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

WIDTH = 8.0
"""Inches; 960 pixels at `DOTS`, the width of the report's text."""
DOTS = 120
INK, QUIET, GRID = "#222222", "#666666", "#dddddd"

WITHOUT, WITH = "#6b6b6b", "#0072b2"
GAIN, LOSS, UNSURE = "#0072b2", "#d55e00", "#8a8a8a"
"""Okabe and Ito's blue and vermilion, told apart by readers of every kind of colour vision."""

BIN_COLOURS = ("#b35806", "#f1a340", "#dcdcdc", "#92c5de", "#2166ac")
"""From a loss above 5 % to a gain above 5 %: orange to blue, with grey for no change."""

_TITLE_LETTERS = 82
_LINE_HEIGHT = 0.21
_SMALL_LETTERS = 16.5
"""Letters of the small print an inch."""

_STYLE = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 9.0,
    "axes.edgecolor": QUIET,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "text.color": INK,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "axes.unicode_minus": True,
    # A dollar sign is a dollar sign.
    "text.parse_math": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "poverty-nodes",
}


Told = Callable[[int, int], None]
"""Called with how many pictures are drawn, of how many."""


def unheard(done: int, of: int) -> None:
    """Report nothing."""


@dataclass(frozen=True)
class Drawing:
    """A finished figure: its file name without ending, its caption, the picture, and what it is rendered from."""

    name: str
    title: str
    alt: str
    svg: bytes
    figure: Figure = field(repr=False, compare=False)

    def png(self) -> bytes:
        """The picture in pixels, which takes as long as the drawing itself and is made only when it is asked for."""
        png = io.BytesIO()
        with rc_context(_STYLE):  # type: ignore[arg-type]
            self.figure.savefig(png, format="png", dpi=DOTS, metadata={"Software": None})
        return png.getvalue()


def drawn_in_turn(draws: Sequence[Callable[[], Drawing]], told: Told) -> list[Drawing]:
    """Draw one picture after the other, and report how many of how many are done."""
    drawings = []
    for number, draw in enumerate(draws):
        told(number, len(draws))
        drawings.append(draw())
    return drawings


@dataclass(frozen=True)
class Box:
    """The place of axes on a sheet, in inches from the left and the bottom."""

    left: float
    bottom: float
    width: float
    height: float


class Sheet:
    """A figure with a title at the top left; use as a context so that the style holds while drawing."""

    def __init__(self, name: str, title: str, height: float, subtitle: str = "") -> None:
        """`height` is that of the drawing below the title, in inches."""
        self.name, self.title = name, title
        lines = textwrap.wrap(title, _TITLE_LETTERS)
        below = textwrap.wrap(subtitle, 118)
        self.head = 0.22 + _LINE_HEIGHT * len(lines) + 0.17 * len(below)
        self.body = height
        self._style = rc_context(_STYLE)  # type: ignore[arg-type]
        self._style.__enter__()
        self.figure = Figure(figsize=(WIDTH, height + self.head))
        self._write_head(lines, below)

    def __enter__(self) -> Sheet:
        """Begin to draw."""
        return self

    def __exit__(self, *_: object) -> None:
        """Give matplotlib its own style back."""
        self._style.__exit__(None, None, None)

    def axes(self, box: Box) -> Axes:
        """New axes at a place given in inches."""
        height = self.body + self.head
        return self.figure.add_axes(
            (box.left / WIDTH, box.bottom / height, box.width / WIDTH, box.height / height)
        )

    def note(self, text: str, left: float = 0.12, bottom: float = 0.07) -> None:
        """Small print at the foot, in lines that end before the edge; more than one grow upwards."""
        height = self.body + self.head
        letters = int((WIDTH - left) * _SMALL_LETTERS)
        text = "\n".join(textwrap.fill(line, letters) for line in text.splitlines())
        self.figure.text(
            left / WIDTH, bottom / height, text, fontsize=7.5, color=QUIET, va="bottom"
        )

    def finish(self, alt: str) -> Drawing:
        """Render as SVG, which holds neither a date nor the name of a machine."""
        svg = io.BytesIO()
        nameless = {"Date": None, "Creator": None, "Format": None, "Type": None}
        self.figure.savefig(svg, format="svg", metadata=nameless)
        return Drawing(self.name, self.title, alt, svg.getvalue(), self.figure)

    def _write_head(self, title: Sequence[str], subtitle: Sequence[str]) -> None:
        height = self.body + self.head
        at = height - 0.12
        self.figure.text(
            0.12 / WIDTH, at / height, "\n".join(title), fontsize=11, fontweight="bold", va="top"
        )
        if subtitle:
            at -= _LINE_HEIGHT * len(title) + 0.03
            self.figure.text(
                0.12 / WIDTH, at / height, "\n".join(subtitle), fontsize=8.5, color=QUIET, va="top"
            )


def zero_line(axes: Axes, vertical: bool = False) -> None:
    """Draw the line of no change."""
    draw = axes.axvline if vertical else axes.axhline
    draw(0, color=INK, linewidth=0.8, zorder=1)


def light_grid(axes: Axes, axis: str = "y") -> None:
    """Draw thin lines behind the data along one axis."""
    axes.grid(axis=axis, color=GRID, linewidth=0.6)  # type: ignore[arg-type]
    axes.set_axisbelow(True)


def blank(sheet: Sheet, text: str) -> None:
    """Write that there is nothing to show."""
    axes = sheet.axes(Box(0.3, 0.2, WIDTH - 0.6, sheet.body - 0.4))
    axes.set_axis_off()
    axes.text(0.5, 0.5, text, ha="center", va="center", color=QUIET, transform=axes.transAxes)
