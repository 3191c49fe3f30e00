"""The paper in the laboratory: the section of the page of a validation, and the page docs/paper.md.

python -m poverty_nodes.experiments.evidence.propositions.page > docs/paper.md
"""

from __future__ import annotations

from collections.abc import Sequence

from poverty_nodes.experiments.evidence.harness.pattern_section import pattern_section
from poverty_nodes.experiments.evidence.propositions.all_propositions import PROPOSITIONS
from poverty_nodes.experiments.evidence.propositions.inertness import Mechanism, mechanisms
from poverty_nodes.experiments.evidence.registered.files import content, rules

INTRODUCTION = """\
# The paper in the laboratory

Nadvi and Barrientos (2004) say some twelve things about clusters and poverty. Each is an experiment on real clusters of
the catalogue here, registered before it was run (experiments/evidence/registered/propositions) and judged like the
[patterns](evidence.md): a sign has to hold over the ranges of what is not known, what a dull rival does as well earns
nothing, and the share that survives says whether the model brings it forth or a parameter puts it in. Where the
model says nothing, it says so. `poverty-nodes validate parts=[paper]` runs them and prints what came out.

"""


def paper() -> str:
    """The page as Markdown."""
    parts = [
        pattern_section(each).replace(f"### {each.id} ", f"## ({each.id}) ", 1)
        for each in PROPOSITIONS
    ]
    return INTRODUCTION + "\n".join([*parts, _inertness(mechanisms())])


def _inertness(named: Sequence[Mechanism]) -> str:
    said, limits = content("inertness"), rules()["inert"]
    told = ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in limits.items())
    lines = [
        "## What is inert\n",
        f"Each mechanism that the paper names is switched off alone in {', '.join(said['clusters'])}. {said['world']} "
        f"A mechanism is inert where that moves nothing, for certain and in any of them, by as much as: {told} "
        "(shares). What no rule reads is inert by reading.\n",
        "| mechanism | what the paper calls it | switched off by |",
        "|---|---|---|",
    ]
    lines += [
        f"| {each.name} | {each.paper} | "
        + (", ".join(f"`{k}` = {v:g}" for k, v in each.off.items()) or "no rule reads it")
        + " |"
        for each in named
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    print(paper(), end="")
