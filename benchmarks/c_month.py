"""The yardstick in C: the shared month compiled with -O3 -march=native, one thread, on the model's own tables.

The records of the C source are written from the tables' dtypes before it is compiled, so both sides read and write
the same memory; draws are the same too, so that results can be held against each other number by number. Products
are not fused with sums (-ffp-contract=off), because that alone would change the last digit.
"""

from __future__ import annotations

import ctypes
import hashlib
import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.shared_month import Measures
from poverty_nodes.model.state import State

SOURCES = Path(__file__).parent / "c"
FLAGS = ("-O3", "-march=native", "-ffp-contract=off", "-fPIC", "-shared", "-Wall", "-std=gnu11")
TYPES = {
    "f8": "double",
    "f4": "float",
    "i8": "int64_t",
    "i4": "int32_t",
    "i2": "int16_t",
    "i1": "int8_t",
}
TABLES = ("firms", "workers", "households", "buyers", "places", "parameters", "setting")
NAMES = {
    "firms": "firm",
    "workers": "worker",
    "households": "household",
    "buyers": "buyer",
    "places": "place",
}


def compiler() -> str | None:
    """The C compiler of this machine; None without one."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def header(state: State) -> str:
    """`tables.h`: a C record for each table, its size held against NumPy's by the compiler."""
    lines = ["#include <stdint.h>"]
    for table in TABLES:
        dtype, name = getattr(state, table).dtype, NAMES.get(table, table) + "_t"
        fields = [f"    {TYPES[dtype[field].str[1:]]} {field};" for field in dtype.names]
        lines += ["typedef struct {", *fields, f"}} {name};"]
        lines += [f'_Static_assert(sizeof({name}) == {dtype.itemsize}, "{table}");']
    return "\n".join(lines) + "\n"


class Economy(ctypes.Structure):
    """`economy_t` of benchmarks/c/economy.h."""

    _fields_ = [
        *((name, ctypes.c_void_p) for name in TABLES),
        *((name, ctypes.c_void_p) for name in ("target", "staff", "vacancy")),
        *((name, ctypes.c_void_p) for name in ("ring_key", "ring_firm", "ring_kind", "ring_start")),
        *((name, ctypes.c_void_p) for name in ("access", "post_scale", "cells", "whole")),
        ("line", ctypes.c_double),
        ("lines", ctypes.c_double * 4),
        ("each", ctypes.c_double),
        *(
            (f"n_{name}", ctypes.c_int64)
            for name in ("firms", "workers", "households", "buyers", "places")
        ),
        *((name, ctypes.c_int64) for name in ("n_nodes", "n_cells", "seed", "month")),
    ]


@lru_cache(maxsize=4)
def build(tables: str) -> ctypes.CDLL:
    """Compile the yardstick for these records; kept in the temporary folder under a hash of all that decides it."""
    cc = compiler()
    if cc is None:
        raise FileNotFoundError("no C compiler (cc, gcc or clang) was found")
    sources = sorted(SOURCES.glob("*.c"))
    digest = hashlib.sha256(tables.encode())
    for path in sorted(SOURCES.iterdir()):
        digest.update(path.read_bytes())
    folder = Path(tempfile.gettempdir()) / f"poverty-nodes-yardstick-{digest.hexdigest()[:16]}"
    library = folder / "month.so"
    if not library.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "tables.h").write_text(tables)
        draft = folder / "draft.so"
        command = [
            cc,
            *FLAGS,
            f"-I{folder}",
            f"-I{SOURCES}",
            *map(str, sources),
            "-o",
            str(draft),
            "-lm",
        ]
        subprocess.run(command, check=True)
        draft.replace(library)
    return ctypes.CDLL(str(library))


class CMonth:
    """The shared month in C on the tables of a state, which it changes in place."""

    def __init__(self, state: State, measures: Measures) -> None:
        """Hold on to the tables; FileNotFoundError without a C compiler."""
        self.state, self.measures = state, measures
        self.library = build(header(state))
        self.economy = Economy(
            line=measures.line, lines=(ctypes.c_double * 4)(*measures.lines), each=1.0 / state.scale
        )
        workspace = state.workspace
        for name in TABLES:
            self._point(name, getattr(state, name))
        for name in (
            "target",
            "staff",
            "vacancy",
            "ring_key",
            "ring_firm",
            "ring_kind",
            "ring_start",
        ):
            self._point(name, getattr(workspace, name))
        for name, array in (
            ("access", workspace.access), ("post_scale", workspace.post_scale),
            ("cells", measures.cells), ("whole", measures.whole),
        ):  # fmt: skip
            self._point(name, array)
        for name in ("firms", "workers", "households", "buyers", "places"):
            setattr(self.economy, f"n_{name}", len(getattr(state, name)))
        self.economy.n_nodes, self.economy.n_cells = len(workspace.ring_key), len(measures.cells)
        self.economy.seed, self.economy.month = state.seed, state.month

    def _point(self, name: str, array: NDArray[np.generic]) -> None:
        assert array.flags.c_contiguous, name
        setattr(self.economy, name, array.ctypes.data)

    def advance(self, measured: bool = True) -> None:
        """Live through one month, with its measures or without."""
        call = self.library.month_and_measures if measured else self.library.live_one_month
        call(ctypes.byref(self.economy))
        self.state.month = int(self.economy.month)
