"""Run a module as a program and say at its end, on standard error, how many kilobytes it holds."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def resident() -> str:
    """Read the resident set of this process; an empty text where there is no /proc.

    Not `ru_maxrss`: on Linux a child inherits the peak of the process that started it.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return ""
    line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:"))
    return line.split()[1]


def main() -> None:
    """Run the module that the first argument names with the arguments after it."""
    del sys.argv[0]
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    finally:
        print(resident(), file=sys.stderr)


if __name__ == "__main__":
    main()
