"""Run `fuentes`, also as `python -m bot`."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and end the process with its exit code.

    Modules and documents stay to the end: looking through them for garbage took a tenth of the start, and would
    stop every thread again and again later. The search begins once the documents are read.
    """
    gc.disable()
    from bot.settings import spare_libraries

    spare_libraries()
    from bot.cli import run

    code = run(sys.argv[1:])
    gc.freeze()  # nor is there anything to look for before the process leaves
    sys.exit(code)


if __name__ == "__main__":
    main()
