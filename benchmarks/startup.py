"""Measures how long `import vnreport` and a cold `vnreport extract demo` take, in processes of their own.

usage: python benchmarks/startup.py [--rounds N]

Prints the medians of wall and processor time (budgets: import 100 ms more than Python itself, extract 2.5 s).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = {
    "python": ["-c", "pass"],
    "import vnreport": ["-c", "import vnreport"],
    "vnreport extract demo": ["-c", "from vnreport.cli import main; main()", "extract", "demo", "--format", "table"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    for name, arguments in RUNS.items():
        measured = [cost(arguments) for _ in range(options.rounds)]
        wall, cpu = (statistics.median(column) for column in zip(*measured, strict=True))
        print(f"{name:24} {wall * 1000:7.0f} ms wall {cpu * 1000:7.0f} ms processor")


def cost(arguments: list[str]) -> tuple[float, float]:
    """Wall and processor seconds of one Python process."""
    before = os.times()
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    wall = time.perf_counter() - start
    after = os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main()
