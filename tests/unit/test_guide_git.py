"""Git as the guides tell it: what an author types there does what stands beside it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from typing import TYPE_CHECKING

from support.guides import fences, guide

if TYPE_CHECKING:
    from pathlib import Path


class Git:
    """Runs git commands that the guide shows, in a folder of its own."""

    def __init__(self, folder: Path, text: str) -> None:
        self.folder = folder
        self.text = text
        [self.name] = set(re.findall(r"`git restore (?:--\S+ )?(\S+)`", text))
        self.file = folder / self.name
        self.run(["git", "init", "-q"])

    def keep(self, content: str) -> None:
        """Write the file, then type what stands under “Vastleggen”."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(content, "utf-8")
        [block] = [fence for fence in fences(self.text) if fence.title == "Vastleggen"]
        for line in block.text.splitlines():
            self.run(shlex.split(line))

    def __call__(self, typed: str, **codes: str) -> str:
        """Type a command from the table, with a real code in the place of the one that is shown."""
        assert f"`{typed}` |" in self.text
        for shown_code, code in codes.items():
            typed = typed.replace(shown_code, code)
        return self.run(shlex.split(typed))

    def run(self, words: list[str]) -> str:
        """Run it as somebody, whatever git knows of this machine."""
        who = {f"GIT_{role}_{key}": "a@b" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
        environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(words, cwd=self.folder, env=environment, capture_output=True, text=True, check=True)
        return done.stdout


def test_git_does_what_the_guide_says(tmp_path: Path) -> None:
    run = Git(tmp_path, guide("publish"))
    run.keep("eerste")
    first = run("git log --oneline").split()[0]
    run.file.write_text("tweede", "utf-8")
    assert run.name in run("git status")
    run(f"git restore {run.name}")
    assert run.file.read_text("utf-8") == "eerste"
    run.keep("tweede")
    run(f"git restore --source=a1b2c3d {run.name}", a1b2c3d=first)
    assert run.file.read_text("utf-8") == "eerste"
    run(f"git restore {run.name}")
    run("git revert --no-edit a1b2c3d", a1b2c3d=run("git log --oneline").split()[0])
    assert run.file.read_text("utf-8") == "eerste"
