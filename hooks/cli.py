"""The authors' door to the commands, for a course that carries the engine with it: `python hooks/cli.py …`.

The package brings the same commands as `leerpad …`. No logic stands here.
"""

from __future__ import annotations

import sys

from leerpad import commands


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the current folder; gives the exit status."""
    return commands.main(arguments, "hooks/cli.py")


if __name__ == "__main__":
    sys.exit(main())
