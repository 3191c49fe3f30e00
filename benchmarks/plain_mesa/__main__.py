"""`python -m benchmarks.plain_mesa TABLES.npz LINE MONTHS SEED`: time the Mesa user's model, print one line of JSON."""

from __future__ import annotations

import json
import os
import sys
import time

if os.environ.get("NUMBA_DISABLE_JIT") != "1":
    sys.exit("plain Python is what is measured: set NUMBA_DISABLE_JIT=1")

import numpy as np

from benchmarks.plain_mesa.model import PlainModel


def main(path: str, line: str, months: str, seed: str) -> None:
    """Make the agents, live through the months, print seconds of CPU time and the means of what was collected."""
    with np.load(path, allow_pickle=False) as tables:
        began = time.process_time()
        model = PlainModel(dict(tables), float(line), int(seed))
        made = time.process_time()
        for _ in range(int(months)):
            model.step()
        lived = time.process_time()
    means = model.datacollector.get_model_vars_dataframe().mean().to_dict()
    print(json.dumps({"create": made - began, "months": lived - made, "means": means}))


if __name__ == "__main__":
    main(*sys.argv[1:])
