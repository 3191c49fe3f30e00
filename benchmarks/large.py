"""A whole town of the largest clusters: one agent an adult, ten years, one core; how much memory it takes."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def live(adults: int, months: int) -> dict[str, float]:
    """Live through a town in this process; peak memory in megabytes and seconds a month."""
    from benchmarks.town import town
    from poverty_nodes.model.month import Month

    state, month = town(adults).state, Month()
    began = time.process_time()
    for _ in range(months):
        month.advance(state)
    seconds = (time.process_time() - began) / months
    return {"megabytes": peak_of_this_process(), "seconds": seconds}


def peak_of_this_process() -> float:
    """Most memory that this process has held, megabytes.

    What `getrusage` tells of a process begins with what its parent held when it started it, so Linux's own count of
    the program is preferred.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return float(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def peak_megabytes(adults: int, months: int) -> float:
    """The same in a process of its own, so that nothing else is in the figure."""
    command = [sys.executable, "-m", "benchmarks.large", str(adults), str(months)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return float(json.loads(done.stdout.splitlines()[-1])["megabytes"])


if __name__ == "__main__":
    print(json.dumps(live(int(sys.argv[1]), int(sys.argv[2]))))
