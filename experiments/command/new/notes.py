"""NOTES.md of a cluster that has just been begun: what is known, what is not, and what to do about it."""

from __future__ import annotations

from pathlib import Path

from poverty_nodes.scenarios.description.cluster import ClusterDescription
from poverty_nodes.scenarios.survey.building import Built


def notes_of_stub(folder: Path, like: ClusterDescription) -> str:
    """Return the notes of a stub: all is borrowed, and in which order it pays to replace it."""
    return f"""# {folder.name}: what is known

Nothing yet. Every number in this folder is that of {like.cluster.title} (`{like.cluster.id}`) with a wider
range, and its note begins with "To be replaced". The cluster runs as it stands; its results say
nothing about your town.

Fill in in this order, since the first move results most:

1. `cluster.yaml`: title, country, trade, base year, phase (incipient, growing, mature, declining), summary.
2. `money.yaml`: currency, price index of every year that pay and the line are of, purchasing power, national line.
3. `firms.yaml`, `workers.yaml`: firms and workers **from one count with one definition of who is a worker**; tiers and
   their sizes must add up to `workers.total` within 5 %. Then posts, women in each post, and pay.
4. `households.yaml`, `chain.yaml` (who buys, on what terms), `places.yaml` (firms of the trade elsewhere).

A number is written like this:

    {{value: 2000, low: 1900, high: 2400, unit: firms, year: 2006, kind: measured, source: census2019,
     where: "table 3", note: "makers of all sizes"}}

- `measured`: it stands in a source that was read, and the source is in `sources.bib` here or in the project's.
- `derived`: arithmetic on measured numbers, written out in `note`.
- `assumed`: a judgement, with its reasons in `note` and an honest range.

Where two sources differ, do not mix them: take one, and write the other down here.

    poverty-nodes list inputs cluster=./{folder.name}     # as the model reads it; refuses what does not hold
"""


def notes_of_survey(folder: Path, built: Built) -> str:
    """Return the notes of a cluster from a survey: where its numbers are from, and which are not from it."""
    kinds = [estimate.kind for _, estimate in built.cluster.estimates()]
    left = built.cluster.to_replace()
    about = built.survey.map.source
    lines = [
        f"# {folder.name}: what is known",
        "",
        f"{len(kinds)} numbers: {kinds.count('measured')} measured, {kinds.count('derived')} derived, "
        f"{kinds.count('assumed')} assumed.",
        "",
        f"From: {about.title}, {about.author}, {about.year} ("
        f"{' and '.join(f'{len(sheet):,} {kind}' for kind, sheet in built.survey.sheets.items())}).",
        "Ranges are 95 % intervals of the sampling design. `data_quality.html` says what the data can and cannot",
        "support.",
        "",
        f"## Not from the survey: {len(left)} numbers",
        "",
        f"Taken from {built.like.cluster.title} (`{built.like.cluster.id}`), with a range half as wide again.",
        "Replace those that matter to your question; results must be read over their ranges.",
        "",
        *(f"- `{key}`{_why(built, key)}" for key in left),
    ]
    if built.doubts:
        lines += ["", "## What looks wrong and was taken as it stands", ""]
        lines += [f"- {each}" for each in built.doubts]
    if built.weights.notes:
        lines += [
            "",
            "## What was done to rows and weights",
            "",
            *(f"- {each}" for each in built.weights.notes),
        ]
    return "\n".join(lines) + "\n"


def _why(built: Built, key: str) -> str:
    rows = built.findings.left_out.get(key, 0)
    return f": only {rows} rows speak of it" if rows else ""
