"""Writes the types of `data.py` for the type checker of the shell: `make types` puts them in `client/data.d.ts`."""

from __future__ import annotations

from leerpad.deploy.lms.data import PackageFacts, TellableQuestion
from leerpad.site.assets.wire_types import typescript


def package_types() -> str:
    """All that the shell of a package is told."""
    return typescript("deploy/lms/data.py", [PackageFacts], {"TellableQuestion": TellableQuestion})


if __name__ == "__main__":
    print(package_types(), end="")
