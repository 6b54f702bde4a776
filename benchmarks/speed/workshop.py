"""The essays that are read, and the shows that are built of them, in a folder of their own.

    with Workshop(essays.from_examples()) as workshop:
        run, told = build([workshop.essay], workshop.new_folder("cold"))        # told: what --json prints

What several turns need (a show that was built before, ten thousand episodes) is made when it is first wanted, once.
"""

import json
import shutil
from contextlib import nullcontext
from functools import cached_property
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

import essays
from long_show import make_show
from process import Run, Watch, podcast, timed
from weights import weights_into

#: The profiles that narrate where nobody is named: where hibari can run, and elsewhere.
HEART, NARRATOR = "heart", "narrator"

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
        self._shows: dict[str, Path] = {}

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

    def built(self, voice: str) -> Path:
        """A show in which the essay was built; it and the cache lie in it."""
        return self._show("built", voice)

    def edited(self, voice: str) -> Path:
        """Another one, in whose essay a word has just been changed."""
        show = self._show("edited", voice)
        essays.written(essays.edited(self.paragraphs, next(self.turns)), show / self.essay.name)
        return show

    @cached_property
    def script(self) -> Path:
        file = self.folder / "script.json"
        file.write_text(timed([*podcast(), "script", self.essay, "--json"]).output, encoding="utf-8")
        return file

    @cached_property
    def kokoro(self) -> Path:
        """Where its weights lie."""
        return weights_into(self.new_folder("kokoro"))

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

    def _show(self, name: str, voice: str) -> Path:
        folder = self._shows.get(f"{name}-{voice}")
        if folder is None:
            folder = self._shows[f"{name}-{voice}"] = self.new_folder(f"{name}-{voice}")
            shutil.copy(self.essay, folder)
            build([folder / self.essay.name], folder, *stated(voice))
        return folder


def build(files: list[Path], show: Path, *options: str, watch: Watch = nullcontext) -> tuple[Run, Any]:
    """`podcast build`, and what it says it has made."""
    run = timed(build_line(files, show, *options), folder=show, watch=watch)
    return run, json.loads(run.output)


def stated(voice: str) -> tuple[str, ...]:
    """The options for it: none for the default, as most users have it."""
    return () if voice == HEART else ("--voice", voice)


def build_line(files: list[Path], show: Path, *options: str) -> list[str | Path]:
    """With a cache of the show's own."""
    return [*podcast(), "--cache-dir", show / "cache", "build", *files, "--show", show, "--json", *options]


def add_episode(show: Path, name: str, watch: Watch = nullcontext) -> Run:
    return build([essays.written((*_POND, name), show / f"{name}.txt")], show, watch=watch)[0]
