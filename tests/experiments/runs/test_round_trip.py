"""What goes into the store comes out bit for bit."""

from __future__ import annotations

import tempfile

import numpy as np
import pytest
from fake_runs import FakeScenario, digest, fake_run
from hypothesis import given, settings
from hypothesis import strategies as st

from poverty_nodes.experiments.runs.executors.executors import refuse_unkeepable
from poverty_nodes.experiments.runs.failure import ABORTED, FAILED, Failure
from poverty_nodes.experiments.runs.outcome import Outcome
from poverty_nodes.experiments.runs.store.disk import Store
from poverty_nodes.model.result import RunResult

TYPES = ["?", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"]
names = st.text(st.characters(codec="utf-8"), max_size=8)
numbers = st.one_of(st.floats(allow_subnormal=True), st.integers(-9, 9), names)


def bits(draw: st.DrawFn, kind: str, size: int) -> np.ndarray:
    """An array of any bits: every NaN, infinities, minus zero."""
    dtype = np.dtype(kind)
    raw = draw(st.binary(min_size=size * dtype.itemsize, max_size=size * dtype.itemsize))
    array = np.frombuffer(raw, np.uint8 if kind == "?" else dtype)
    return array % 2 == 1 if kind == "?" else array


@st.composite
def results(draw: st.DrawFn) -> RunResult:
    months, persons = draw(st.integers(0, 3)), draw(st.integers(0, 5))
    labels = st.lists(names, max_size=3, unique=True).map(tuple)
    measures, groups = draw(labels), draw(labels)
    columns = draw(st.dictionaries(names, st.sampled_from(TYPES), max_size=4))
    shape = months, len(measures), len(groups)
    return RunResult(
        months=bits(draw, "i4", months),
        measures=measures,
        groups=groups,
        values=bits(draw, "f8", int(np.prod(shape))).reshape(shape),
        people={name: bits(draw, kind, persons) for name, kind in columns.items()},
        programme=tuple(draw(st.lists(st.dictionaries(names, numbers, max_size=3), max_size=2))),
        conservation=draw(st.floats(allow_nan=False)),
        units=draw(st.dictionaries(names, names, max_size=2)),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(results(), min_size=1, max_size=3))
def test_what_goes_in_comes_out_bit_for_bit(given_results: list[RunResult]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with Store(folder).keeping() as keep:
            for number, result in enumerate(given_results):
                refuse_unkeepable(result)
                keep(Outcome(str(number), number, 0.1, result))
        found = Store(folder).find(str(number) for number in range(len(given_results)))
    assert [digest(each) for each in found.values()] == [digest(each) for each in given_results]


def test_minus_zero_and_the_payload_of_a_nan_are_kept(tmp_path) -> None:
    payload = np.array([0x7FF8000000000001, 0xFFF8000000000ABC], np.uint64).view(np.float64)
    values = np.array([-0.0, 0.0, *payload, np.nan]).reshape(5, 1, 1)
    result = RunResult(np.arange(5, dtype=np.int32), ("P0",), ("all",), values, {})
    with Store(tmp_path).keeping() as keep:
        keep(Outcome("a", 1, 0.1, result))
    (found,) = Store(tmp_path).find(["a"]).values()
    assert found.values.tobytes() == values.tobytes()


def test_arrays_that_are_slices_of_others_are_kept_as_they_look(tmp_path) -> None:
    whole = fake_run(FakeScenario(people=10), 1)
    people = {name: column[::2] for name, column in whole.people.items()}
    values = np.asfortranarray(whole.values)
    result = RunResult(whole.months, whole.measures, whole.groups, values, people)
    with Store(tmp_path).keeping() as keep:
        keep(Outcome("a", 1, 0.1, result))
    (found,) = Store(tmp_path).find(["a"]).values()
    assert digest(found) == digest(result)


def test_results_can_be_changed_by_whoever_reads_them(tmp_path) -> None:
    with Store(tmp_path).keeping() as keep:
        keep(Outcome("a", 1, 0.1, fake_run(FakeScenario(), 1)))
    (found,) = Store(tmp_path).find(["a"]).values()
    found.values[:] = 0
    found.people["gender"][:] = 0


def test_a_failure_keeps_its_stage_month_message_and_traceback(tmp_path) -> None:
    failed = Outcome("a", 3, 0.5, failure=Failure(FAILED, "months", 7, "it\nbroke", "Trace,\n'x'"))
    aborted = Outcome("b", -1, 0.0, failure=Failure(ABORTED, "run", None, "", ""))
    with Store(tmp_path).keeping() as keep:
        keep(failed)
        keep(aborted)
    assert Store(tmp_path).known(["a", "b", "c"]) == {"a": failed, "b": aborted}
    assert Store(tmp_path).find(["a", "b"]) == {}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"values": np.zeros((3, 2, 2))}, "labels say"),
        ({"values": np.zeros((3, 2, 3), np.float32)}, "float32, not float64"),
        ({"months": np.arange(3)}, "int64, not int32"),
        ({"people": {"id": np.zeros((2, 2))}}, "2-dimensional"),
        ({"people": {"name": np.array(["Ali"])}}, "cannot be kept"),
        ({"programme": ({"spent": np.float32(1)},)}, "float32 cannot be kept"),
    ],
)
def test_a_result_that_could_not_come_back_is_refused(change: dict, complaint: str) -> None:
    whole = fake_run(FakeScenario(), 1)
    with pytest.raises(ValueError, match=complaint):
        refuse_unkeepable(RunResult(**{**vars(whole), **change}))
