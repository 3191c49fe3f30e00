"""Compiling the rules once an installation: processes side by side fill the cache on disk, then all start warm.

Numba's compiler holds a lock of the whole process, so threads would wait for each other. Each process takes the next
part when it has done one; the largest go first. What two parts share is small, and is compiled by whoever meets it
first. A second command that starts meanwhile waits for the first.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue

from poverty_nodes.model.compiling.folder import CHOICE, cache_folder, compiled_mark, is_compiled
from poverty_nodes.model.compiling.old_folders import remove_unused
from poverty_nodes.model.compiling.same_path import module_command

Told = Callable[[int, int], None]
"""To be called with how many parts are done, and of how many."""
LOCK = "compiling.lock"
MOST = 4
"""Processes at most: what parts share is compiled by each process that meets it before it is on disk."""


def compile_rules(told: Told = lambda _done, _of: None, processes: int = MOST) -> None:
    """Fill the cache on disk, unless it is, by so many processes, `MOST` at most.

    What fails here is compiled by the run that needs it.
    """
    from poverty_nodes.model.compiling.parts import PARTS

    folder, mark = cache_folder(), compiled_mark()
    if folder is None or mark is None:
        return
    with _alone(folder):
        if is_compiled():
            return
        remove_unused(folder)
        waiting: SimpleQueue[str] = SimpleQueue()
        for name in PARTS:
            waiting.put(name)
        done: list[str] = []

        def note(name: str) -> None:
            done.append(name)
            told(len(done), len(PARTS))

        told(0, len(PARTS))
        number = min(MOST, processes)
        with ThreadPoolExecutor(number) as pool:
            list(pool.map(lambda _: _work_off(folder, waiting, note), range(number)))
        if len(done) == len(PARTS):
            with suppress(OSError):
                mark.touch()


def others_compile() -> bool:
    """Whether another command compiles the rules now, as far as locks tell."""
    folder = cache_folder()
    if folder is None:
        return False
    try:
        import fcntl

        with (folder / LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):
        return False
    return False


def wait_for_others() -> None:
    """Return when no other command compiles any more; whether it has compiled all is another question."""
    folder = cache_folder()
    if folder is not None:
        with _alone(folder):
            pass


def _work_off(folder: Path, waiting: SimpleQueue[str], note: Callable[[str], None]) -> None:
    """Hand part after part to a process of its own, until none waits or the process has died."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        module_command("poverty_nodes.model.compiling"),
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, CHOICE: str(folder.parents[1])},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        with suppress(Empty, OSError):
            while True:
                print(waiting.get_nowait(), file=process.stdin, flush=True)
                answer = process.stdout.readline().strip()
                if not answer:
                    break
                note(answer)
        with suppress(OSError):
            process.stdin.close()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock while compiling; where there are no such locks, two commands may do the same twice."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with ExitStack() as held:
        with suppress(OSError):  # a full disk, or one on another machine that knows no locks
            fcntl.flock(held.enter_context((folder / LOCK).open("w")), fcntl.LOCK_EX)
        yield
