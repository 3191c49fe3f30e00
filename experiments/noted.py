"""What a question may ask but probably does not mean: numbers of another place, policies that come too late."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from experiments.question import Question


def notes_on(question: Question) -> tuple[str, ...]:
    """A sentence for each."""
    return _borrowed(question) + _idle(question) + _late(question)


def _borrowed(question: Question) -> tuple[str, ...]:
    """Say so if numbers of the cluster are still those of the place that it was begun from."""
    from scenarios.stub import to_replace

    left = len(to_replace(question.description))
    if not left:
        return ()
    total = sum(1 for _ in question.description.estimates())
    name = question.description.cluster.id
    return (
        f"{left} of {total} numbers of {name} are still those of another place: "
        f"poverty-nodes list inputs cluster={question.cluster}",
    )


def _idle(question: Question) -> tuple[str, ...]:
    """Say so of a policy or shock that starts after the last month."""
    starts = {f"policy.{each.name}": each.start for each in question.policies}
    starts |= {f"shock.{name}": each.start for name, each in question.shocks.items()}
    return tuple(
        f"{key.partition('.')[2]} starts in month {start}, after the last month {question.months}: "
        f"it does nothing. Set {key}.start=1 or a longer horizon."
        for key, start in starts.items()
        if start > question.months
    )


def _late(question: Question) -> tuple[str, ...]:
    """Say so of a policy that acts in a part only of the months over which outcomes are averaged."""
    window = min(question.window, question.months)
    acting = {each.name: question.months - each.start + 1 for each in question.policies}
    return tuple(
        f"{name} starts in month {question.months - months + 1} of {question.months}: it acts in {months} of the "
        f"last {window} months, over which outcomes are averaged. Set policy.{name}.start=1 or a longer horizon."
        for name, months in acting.items()
        if 0 < months < window
    )
