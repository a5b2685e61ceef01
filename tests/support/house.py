"""The source of the engine, of which rules of the house hold."""

from __future__ import annotations

from support.trees import REPOSITORY

HOOKS = REPOSITORY / "hooks"
ENGINE = HOOKS / "leerpad"
PYTHON = sorted(HOOKS.rglob("*.py"))
CLIENT = sorted(ENGINE.rglob("*.js"))
