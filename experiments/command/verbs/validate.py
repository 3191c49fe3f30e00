"""validate: which published patterns the model reproduces."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from poverty_nodes.experiments.answer.first_time import compile_rules_once
from poverty_nodes.experiments.command.help import rows, schema_keys
from poverty_nodes.experiments.command.verb import Request, Verb
from poverty_nodes.experiments.output.terminal_table import as_table
from poverty_nodes.experiments.question.question_file import shown
from poverty_nodes.experiments.runs.progress import Progress

if TYPE_CHECKING:
    from poverty_nodes.experiments.evidence.ledger.validate import Ledger

TIME = "20 minutes to an hour on two cores"
"""What the whole ledger was seen to take."""
QUICK = "quick"
"""The word for a look of about five minutes."""


def _execute(request: Request) -> int:
    from poverty_nodes.experiments.command.summarise import INTERRUPTED
    from poverty_nodes.experiments.evidence.ledger.asked import Asked
    from poverty_nodes.experiments.evidence.ledger.order import Order
    from poverty_nodes.experiments.evidence.ledger.validate import validate
    from poverty_nodes.experiments.evidence.patterns import PATTERNS
    from poverty_nodes.experiments.evidence.propositions.all_propositions import PROPOSITIONS
    from poverty_nodes.experiments.evidence.trials.studies import TRIALS
    from poverty_nodes.experiments.question.checked_request import read

    quick = request.words[:1] == (QUICK,)
    settings = (*request.settings, "quick=1") if quick else request.settings
    order = read(Order, settings, request.words[1:] if quick else request.words)
    if request.cfg:
        print(shown("validate", order.as_mapping(), request.format))
        return 0
    if request.dry_run:
        print(
            f"{len(order.patterns)} patterns and {len(order.trials)} trials over {order.seeds} seeds: "
            f"{TIME} for the whole ledger."
        )
        return 0
    progress = Progress()
    compile_rules_once(progress)
    try:
        ledger = validate(order, Asked(PATTERNS, TRIALS, PROPOSITIONS), progress)
    except KeyboardInterrupt:
        print(
            "\nStopped. What is measured is kept: the same command goes on from there.",
            file=sys.stderr,
        )
        return INTERRUPTED
    print(_as_json(ledger) if request.format == "json" else _as_text(ledger, order.seeds))
    return 0


def _as_text(ledger: Ledger, seeds: int) -> str:
    from poverty_nodes.experiments.evidence.ledger.series import series_lines
    from poverty_nodes.experiments.evidence.ledger.terminal_lines import (
        audit_lines,
        drift_lines,
        ledger_lines,
        moment_lines,
    )
    from poverty_nodes.experiments.evidence.trials.calibration import calibration_of
    from poverty_nodes.experiments.evidence.trials.tables import trial_lines
    from poverty_nodes.experiments.evidence.trials.untested import UNTESTED

    parts: list[str] = []
    if ledger.found.moments:
        parts += [
            "Figures beside their published ranges",
            as_table(moment_lines(ledger.found.moments)),
        ]
    if ledger.found.drifts:
        parts += ["Ten quiet years: what stands still", as_table(drift_lines(ledger.found.drifts))]
    if ledger.found.entries:
        parts += [as_table(ledger_lines(ledger.found.entries))]
        parts += _look(seeds) + _restated(ledger) + _failures(ledger) + _turning(ledger)
        parts += _without(ledger) + _leave_one_out(ledger) + _registered(ledger)
    if ledger.found.paper:
        parts += ["The paper in the laboratory", as_table(ledger_lines(ledger.found.paper))]
    if ledger.found.series:
        parts += ["Torreon 1993-2000, given its base year and its growth of orders"]
        parts += [as_table(series_lines(ledger.found.series))]
    if ledger.found.audited:
        parts += ["Claims against what should not matter"]
        parts += [as_table(audit_lines(ledger.found.audited))]
    if ledger.found.trials:
        parts += ["Published trials run again"]
        parts += [as_table(trial_lines(ledger.found.trials, UNTESTED))]
        parts += [calibration_of(ledger.found.trials).words()]
        parts += _disagreements(ledger)
    return "\n\n".join(["", *parts]) + f"\n{_closing(ledger)}"


def _closing(ledger: Ledger) -> str:
    """What all of it comes to, the page and the folder."""
    from poverty_nodes.experiments.command.summarise import closing

    found = ledger.found
    told = [*([found.headline] if found.entries else []), *found.besides]
    page = next((each for each in ledger.outputs if each.name == "ledger.html"), None)
    return closing("\n".join(told) or "Nothing was judged.", ledger.outputs, page)


def _look(seeds: int) -> list[str]:
    """Whether this is only a look, because verdicts need as many seeds as were registered."""
    from poverty_nodes.experiments.evidence.ledger.order import registered_seeds

    if seeds == registered_seeds():
        return []
    return [f"A look and no verdict: {seeds} seeds, where {registered_seeds()} are registered."]


def _restated(ledger: Ledger) -> list[str]:
    """Which patterns were changed after they had failed, so that a reader can weigh their verdicts."""
    lines = [
        f"  {entry.pattern.id} {entry.status}: {entry.pattern.restated}"
        for entry in ledger.found.entries
        if entry.pattern.restated
    ]
    return _under("Asked otherwise after they had failed", lines)


def _failures(ledger: Ledger) -> list[str]:
    """What the patterns that are not reproduced would need, a line each."""
    lines = [
        f"  {entry.pattern.id} {entry.status}: {entry.note}"
        for entry in ledger.found.entries
        if entry.status != "reproduced" and entry.note
    ]
    return ["\n".join(lines)] if lines else []


def _without(ledger: Ledger) -> list[str]:
    """What is left of each effect in its ablation."""
    from poverty_nodes.experiments.evidence.ledger.terminal_lines import without_lines

    head = "Share of each effect that survives without what could impose it (95 %)"
    return _under(head, without_lines(ledger.found.entries))


def _turning(ledger: Ledger) -> list[str]:
    """Where in its range a pattern turns."""
    from poverty_nodes.experiments.evidence.ledger.terminal_lines import end_lines

    return _under("Where a pattern turns inside its range", end_lines(ledger.found.entries))


def _registered(ledger: Ledger) -> list[str]:
    """The hash under which each pattern was registered."""
    from poverty_nodes.experiments.evidence.ledger.terminal_lines import registered_lines

    return _under("Registered before the run", registered_lines(ledger.found.entries))


def _leave_one_out(ledger: Ledger) -> list[str]:
    """Which of several parameters impose a pattern alone."""
    from poverty_nodes.experiments.evidence.ledger.leave_one_out import (
        TITLE,
        leave_one_out_lines,
    )

    return _under(TITLE, leave_one_out_lines(ledger.found.leave_one_out))


def _under(head: str, lines: Sequence[str]) -> list[str]:
    """A part of what is printed: lines under their head, and nothing without a line."""
    return ["\n".join([head, *lines])] if lines else []


def _disagreements(ledger: Ledger) -> list[str]:
    """The causes of effects that do not overlap, a line each."""
    lines = [
        f"  {each.trial.id}, {each.effect.name}: {each.reason}"
        for each in ledger.found.trials
        if each.reason
    ]
    return ["\n".join(lines)] if lines else []


def _as_json(ledger: Ledger) -> str:
    import json
    from dataclasses import asdict

    from poverty_nodes.experiments.evidence.ledger.totals import totals_of

    content = {
        "headline": ledger.found.headline,
        "totals": asdict(totals_of(ledger.found.entries)),
        "trials": ledger.found.on_trials if ledger.found.trials else None,
        "outputs": [str(path) for path in ledger.outputs],
        "seconds": round(ledger.seconds, 1),
    }
    return json.dumps(content, indent=2)


def _details() -> str:
    from poverty_nodes.experiments.evidence.ledger.order import Order
    from poverty_nodes.experiments.evidence.patterns import PATTERNS
    from poverty_nodes.experiments.evidence.trials.studies import TRIALS

    listed = [(pattern.id, pattern.title) for pattern in PATTERNS]
    tried = [(trial.id, trial.title) for trial in TRIALS]
    return "\n".join(
        [
            "Keys:",
            *rows(schema_keys(Order)),
            "",
            "Patterns:",
            *rows(listed),
            "",
            "Trials:",
            *rows(tried),
        ]
    )


VERB = Verb(
    name="validate",
    summary="which published patterns does the model reproduce?",
    usage="poverty-nodes validate [quick] [key=value ...]",
    examples=(
        ("validate", f"the whole ledger: {TIME}; it may be stopped"),
        (
            "validate quick",
            "a look: all patterns, the paper and trials over three seeds, about five minutes",
        ),
        ("validate patterns=[p14,p20] seeds=4", "two patterns, fewer seeds"),
        (
            "validate patterns=[p03] leave_one_out=1",
            "which of what could make it does it by itself?",
        ),
        ("validate parts=[trials]", "published trials, run again in the model"),
        ("validate parts=[paper]", "what the paper says of clusters, tried on real ones"),
        ("validate parts=[artefacts]", "does the default answer hang on what should not matter?"),
        ("validate parts=[moments]", "figures beside their published ranges"),
        ("validate clusters=./my_town", "does a cluster of my own stand still?"),
    ),
    execute=_execute,
    details=_details,
)
