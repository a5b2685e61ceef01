"""Stands between Playwright and Firefox: passes every message on, and lets go of what this Firefox can't emulate.

Playwright writes for the newest Firefox, Debian ships a calmer one (ESR). What only the newest can emulate, such as a
colour scheme, Playwright asks for nonetheless, and gives up at "unknown command". So it starts this file, with the
command for Firefox behind it, and speaks to it as to Firefox.
"""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio import FIRST_COMPLETED, create_subprocess_exec, create_task, subprocess, wait
from typing import TYPE_CHECKING, Any

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

if TYPE_CHECKING:
    from collections.abc import Callable

READY = "WebDriver BiDi listening on "
"""What Firefox says before its address, once it can be spoken to. Playwright waits for it."""


class _Commands:
    """What was asked and not yet answered: an answer says only the number of its command."""

    def __init__(self) -> None:
        self._asked: dict[int, str] = {}

    def to_firefox(self, message: str) -> str:
        command = json.loads(message)
        self._asked[command["id"]] = command["method"]
        return message

    def to_playwright(self, message: str) -> str:
        answer: dict[str, Any] = json.loads(message)
        method = self._asked.pop(answer.get("id") or 0, "")
        if answer.get("error") == "unknown command" and method.startswith("emulation."):
            return json.dumps({"type": "success", "id": answer["id"], "result": {}})
        return message


async def bridge(command: list[str]) -> int:
    """Start Firefox and stay until it ends."""
    browser = await create_subprocess_exec(*command, stderr=subprocess.PIPE)
    assert browser.stderr is not None
    said = ""
    while READY not in said:
        said = (await browser.stderr.readline()).decode()
        if not said:
            return await browser.wait()
    address = said.split(READY)[1].strip()

    async def meet(playwright: ServerConnection) -> None:
        commands = _Commands()
        path = playwright.request.path if playwright.request else ""
        async with connect(address + path, max_size=None) as inside:
            there = create_task(_pass_on(playwright, inside, commands.to_firefox))
            back = create_task(_pass_on(inside, playwright, commands.to_playwright))
            await wait((there, back), return_when=FIRST_COMPLETED)

    async with serve(meet, "127.0.0.1", 0, max_size=None) as server:
        port = server.sockets[0].getsockname()[1]
        print(f"{READY}ws://127.0.0.1:{port}", file=sys.stderr, flush=True)
        while await browser.stderr.readline():  # it would stop if nobody listened
            pass
        return await browser.wait()


async def _pass_on(source: Any, sink: Any, change: Callable[[str], str]) -> None:
    async for message in source:
        await sink.send(change(message))


if __name__ == "__main__":
    sys.exit(asyncio.run(bridge(sys.argv[1:])))
