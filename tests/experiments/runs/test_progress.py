"""What a waiting user is told, on a terminal and off it."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest
from fake_runs import FakeScenario, fake_run

from poverty_nodes.experiments.runs.progress import Pace, Progress
from poverty_nodes.experiments.runs.runner import execute
from poverty_nodes.experiments.uncertainty.runs import solve_all


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, quiet: bool = False, runs: int = 3) -> str:
    progress = Progress(quiet, stream)
    with progress.stage("calibrating the base month"):
        pass
    execute({"a": FakeScenario()}, range(runs), None, fake_run, progress=progress)
    return stream.getvalue()


def test_off_a_terminal_there_are_plain_lines() -> None:
    stage, first, second, last = shown(io.StringIO()).splitlines()
    assert stage == "calibrating the base month ..."
    assert first == "0/3 runs"
    assert second.startswith("1/3 runs, ")
    assert last.startswith("3 runs in 0:0")


def test_on_a_terminal_the_last_word_is_a_plain_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    text = shown(Terminal())
    assert "calibrating the base month" in text
    # However long a busy machine took: less than ten seconds, and nothing after it.
    assert text.splitlines()[-1][:-1].endswith("3 runs in 0:0")


def test_quiet_is_quiet() -> None:
    assert shown(io.StringIO(), quiet=True) == ""


def test_nothing_to_do_is_no_news() -> None:
    assert shown(io.StringIO(), runs=0) == "calibrating the base month ...\n"


def test_a_batch_that_is_stopped_says_how_far_it_came() -> None:
    stream = io.StringIO()

    def interrupted() -> None:
        with Progress(stream=stream).counting(9) as count:
            count(False)
            count(True)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert stream.getvalue().splitlines()[-1] == "2 of 9 runs in 0:00, 1 failed"


def test_the_first_run_does_not_spoil_the_estimate() -> None:
    now = [0.0]
    pace = Pace(10, clock=lambda: now[0])
    now[0] = 60.0
    pace.count()
    assert pace.words() == "1/10 runs, 0.017 a second, 9:00 left"
    now[0] = 62.0
    pace.count()
    assert pace.words() == "2/10 runs, 0.5 a second, 0:16 left"
    now[0] = 64.0
    pace.count(failed=True)
    assert pace.words() == "3/10 runs, 0.5 a second, 0:14 left, 1 failed"


def test_parts_say_how_long_the_rest_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("poverty_nodes.experiments.runs.progress.time.monotonic", lambda: now[0])
    stream = io.StringIO()
    with Progress(stream=stream).parts("solving") as told:
        for done in range(4):
            told(done, 8)
            now[0] += 6.0
    assert stream.getvalue().splitlines() == [
        "solving: 0 of 8 parts",
        "solving: 2 of 8 parts, 0:36 left",
    ]


def test_parts_are_told_at_the_first_and_at_the_last() -> None:
    stream = io.StringIO()
    with Progress(stream=stream).parts("compiling") as told:
        for done in range(4):
            told(done, 3)
    assert stream.getvalue().splitlines() == ["compiling: 0 of 3 parts", "compiling: 3 of 3 parts"]


def test_more_runs_than_were_known_before_are_counted_on() -> None:
    now = [0.0]
    pace = Pace(2, lambda: now[0])
    for second in (1.0, 2.0):
        now[0] = second
        pace.count()
    pace.more(3)
    assert pace.words() == "2/5 runs, 1 a second, 0:03 left"
    pace.left(1)
    assert pace.words() == "2/3 runs, 1 a second, 0:01 left"


def test_more_runs_than_planned_are_told_as_that_and_have_no_time_left() -> None:
    now = [0.0]
    pace = Pace(1, lambda: now[0])
    for second in (1.0, 2.0):
        now[0] = second
        pace.count()
    assert pace.words() == "2 runs, 1 more than planned, 1 a second"
    assert pace.summary() == "2 runs, 1 more than planned in 0:02"


def test_runs_that_were_not_known_at_all_are_told_too() -> None:
    stream = io.StringIO()
    with Progress(stream=stream).steps(0) as steps:
        steps.more(2)
        steps.count(False)
        steps.count(False)
    first, last = stream.getvalue().splitlines()
    assert first.startswith("1/2 runs, ")
    assert last == "2 runs in 0:00"


@pytest.mark.parametrize(
    ("number", "words", "left"), [(1, "1 base month", "0:36"), (3, "3 base months", "2:12")]
)
def test_base_months_tell_the_time_left_from_their_first_part(
    number: int, words: str, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("poverty_nodes.experiments.runs.progress.time.monotonic", lambda: now[0])

    def solve(told: Callable[[int, int], None]) -> None:
        for done in range(5):
            told(done, 4)
            now[0] += 12 * (done < 4)

    stream = io.StringIO()
    solve_all([solve] * number, Progress(stream=stream))
    first, second, *_, last = stream.getvalue().splitlines()
    doing = f"solving {words} (kept for the next time)"
    assert first == f"{doing}: 0 of {4 * number} parts"
    assert second == f"{doing}: 1 of {4 * number} parts, {left} left"
    assert last == f"{doing}: {4 * number} of {4 * number} parts"


def test_what_is_done_between_two_runs_is_told_with_its_time_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    stream = io.StringIO()
    with Progress(stream=stream).steps(2) as steps:
        with steps.meanwhile("solving a base month") as told:
            for done in range(3):
                told(done, 4)
                now[0] += 11.0
        steps.count(False)
        steps.told()
    *busy, first, last = stream.getvalue().splitlines()
    assert busy == [
        "0/2 runs",
        "0/2 runs; solving a base month",
        "0/2 runs; solving a base month: 1 of 4 parts, 0:33 left",
        "0/2 runs; solving a base month: 2 of 4 parts, 0:22 left",
    ]
    assert first.startswith("1/2 runs, ")
    assert last.startswith("1 of 2 runs in ")
