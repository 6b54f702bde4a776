"""The essays that are read, and the shows that are built of them, in a folder of their own.

    with Workshop(essays.from_examples()) as workshop:
        run, told = build([workshop.essay], workshop.new_folder("cold"))        # told: what --json prints

What several turns need (a show that was built before, ten thousand episodes) is made when it is first wanted, once.
"""

import json
import shutil
from functools import cached_property
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import essays
from long_show import make_show
from memory import MemoryMeter
from process import Run, podcast, timed

_BATCH, _BATCH_WORDS = 10, 600
_LONG_SHOW = 10_000
_POND = ("Ponds stand still, and nobody asks them why. They are older than they look.",)


class Workshop:
    """A folder with the essays, and the shows that were built of them."""

    def __init__(self, essay: essays.Paragraphs) -> None:
        self._temporary = TemporaryDirectory(prefix="podcast-bench-")
        self.folder = Path(self._temporary.name)
        self.paragraphs = essay
        self.essay = essays.written(essay, self.folder / "essay.txt")
        self.turns = count()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._temporary.cleanup()

    def new_folder(self, name: str) -> Path:
        """Empty: what an earlier turn left in it is gone."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    @cached_property
    def built(self) -> Path:
        """A show in which the essay was built; its cache lies in it."""
        return self._built("built")

    @cached_property
    def edited(self) -> Path:
        """Another one, whose essay is edited each turn."""
        return self._built("edited")

    @cached_property
    def script(self) -> Path:
        file = self.folder / "script.json"
        file.write_text(timed([*podcast(), "script", self.essay, "--json"]).output, encoding="utf-8")
        return file

    @cached_property
    def batch(self) -> list[Path]:
        folder = self.new_folder("batch")
        return [
            essays.written(essays.invented(_BATCH_WORDS, seed), folder / f"essay-{seed}.txt") for seed in range(_BATCH)
        ]

    @cached_property
    def small_show(self) -> Path:
        """With one episode."""
        folder = self.new_folder("small-show")
        add_episode(folder, "first")
        return folder

    @cached_property
    def long_show(self) -> Path:
        """With thousands of episodes, all their items and pages made."""
        folder = self.new_folder("long-show")
        make_show(folder, _LONG_SHOW)
        add_episode(folder, "first")
        return folder

    def _built(self, name: str) -> Path:
        folder = self.new_folder(name)
        shutil.copy(self.essay, folder)
        build([folder / self.essay.name], folder)
        return folder


def build(files: list[Path], show: Path, *options: str, meter: MemoryMeter | None = None) -> tuple[Run, Any]:
    """`podcast build`, with a cache of the show's own, and what it says it has made."""
    line = [*podcast(), "--cache-dir", show / "cache", "build", *files, "--show", show, "--json", *options]
    run = timed(line, folder=show, **({"watch": meter.watching} if meter else {}))
    return run, json.loads(run.output)


def add_episode(show: Path, name: str, meter: MemoryMeter | None = None) -> Run:
    return build([essays.written((*_POND, name), show / f"{name}.txt")], show, meter=meter)[0]
