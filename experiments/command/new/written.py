"""The folder of what is begun: all its files, or none."""

from __future__ import annotations

from collections.abc import Mapping

from poverty_nodes.experiments.command.new.order import Begun, Order
from poverty_nodes.experiments.output.whole_folder import whole_folder


def written(
    order: Order, texts: Mapping[str, str], headline: str, steps: tuple[str, ...], dry_run: bool
) -> Begun:
    """Write texts by file name into the folder of an order, unless it is a dry run; say what to do next."""
    names = tuple(sorted(texts))
    if dry_run:
        return Begun(order.folder, names, f"Would be written: {headline}", ())
    with whole_folder(order.folder) as unfinished:
        for name, text in texts.items():
            (unfinished / name).parent.mkdir(exist_ok=True)
            (unfinished / name).write_text(text, encoding="utf-8")
    return Begun(order.folder, names, headline, steps)
