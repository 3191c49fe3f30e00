"""Ctrl-C waits for what must not be half done."""

from __future__ import annotations

import os
import signal

import pytest

from poverty_nodes.experiments.runs.store.durable_file import interrupt_afterwards


def test_ctrl_c_takes_effect_when_the_work_is_done() -> None:
    done = []

    def work() -> None:
        with interrupt_afterwards():
            os.kill(os.getpid(), signal.SIGINT)
            done.append(True)
        done.append("too far")

    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == [True]
    assert signal.getsignal(signal.SIGINT) is handler


def test_work_that_is_not_interrupted_goes_on() -> None:
    with interrupt_afterwards():
        pass


def test_an_ignored_ctrl_c_stays_ignored() -> None:
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interrupt_afterwards():
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, handler)
