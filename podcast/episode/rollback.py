"""What a commit has changed in public/, so that it can be undone: all of it is there in the end, or nothing.

    rollback = Rollback(show / ".podcast" / "undo", public)
    rollback.recover()                  # what a build that was killed left half done, under the show's lock
    rollback.note(public / "feed.xml")  # before it is made, or another one takes its place
    …
    rollback.settle()                   # from here on nothing is undone
    rollback.undo()                     # or else everything is as it was

In its folder, `old` holds what was replaced, each file at its place as a second name of it (so it costs no room, comes
back with its time and inode, and a file system writes it down before what follows), and `new` an empty file for each
that was not there. The feed comes last in a commit: once it is there, a killed build's commit stands.
"""

import filecmp
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from podcast.episode.staging import replace, sync_folder
from podcast.ownplaces import is_within, leads_away

_FEED = "feed.xml"
_OLD, _NEW, _HALF = "old", "new", "half"
_SETTLED = ".done-"


class Rollback:
    """OSError: it can't be noted, so it must not be changed; or it can't be undone yet, and `recover` does it later."""

    def __init__(self, folder: Path, public: Path) -> None:
        self._folder, self._public = folder, public
        self._noted: set[Path] = set()

    def is_wanted(self) -> bool:
        """Whether a commit is under way, or was never ended."""
        return self._folder.exists()

    def note(self, target: Path) -> None:
        place = target.relative_to(self._public)
        if place in self._noted:
            return
        if os.path.lexists(target):
            self._keep(target, self._folder / _OLD / place)
        else:
            marker = self._folder / _NEW / place
            marker.parent.mkdir(parents=True, exist_ok=True)
            marker.touch()
        self._noted.add(place)

    def _keep(self, target: Path, backup: Path) -> None:
        backup.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(target, backup, follow_symlinks=False)
        except (OSError, NotImplementedError):  # no second names there, or public/ is another disk
            half = self._folder / _HALF  # which must not be taken for what was there
            shutil.copy2(target, half, follow_symlinks=False)
            half.replace(backup)

    def settle(self) -> None:
        """In one step, and what is left of it then is in nobody's way."""
        if self.is_wanted():
            done = self._folder.with_name(f"{self._folder.name}{_SETTLED}{secrets.token_hex(4)}")
            self._folder.replace(done)
            _remove(done)
        self._noted.clear()

    def undo(self) -> None:
        """The feed first: if this is stopped, `recover` goes on with it."""
        changed: set[Path] = set()
        for backup in (*_files(self._folder / _OLD, first=_FEED), *_files(self._folder / _NEW, first=_FEED)):
            kind, *parts = backup.relative_to(self._folder).parts
            target = self._public.joinpath(*parts)
            if not is_within(target, self._public):  # somebody has put a link there: what is behind it is not ours
                continue
            if kind == _OLD:
                target.parent.mkdir(parents=True, exist_ok=True)
                replace(backup, target)
            else:
                target.unlink(missing_ok=True)
                backup.unlink()
            changed.add(target.parent)
        for folder in changed:
            _remove_empty(folder, self._public)
        for folder in changed:
            with suppress(FileNotFoundError):
                sync_folder(folder)
        self.settle()

    def recover(self) -> None:
        if self.is_wanted():
            self.settle() if self._is_committed() else self.undo()
        for done in self._folder.parent.glob(f"{self._folder.name}{_SETTLED}*"):
            _remove(done)

    def _is_committed(self) -> bool:
        feed, before = self._public / _FEED, self._folder / _OLD / _FEED
        if not feed.exists():
            return False
        if before.exists():
            return not filecmp.cmp(feed, before, shallow=False)
        return (self._folder / _NEW / _FEED).exists()


def _files(folder: Path, *, first: str) -> Iterator[Path]:
    if leads_away(folder):
        return
    found = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()]
    yield from sorted(found, key=lambda path: (path != folder / first, path))


def _remove(folder: Path) -> None:
    """What can't be removed now the next commit removes."""
    with suppress(OSError):
        shutil.rmtree(folder)


def _remove_empty(folder: Path, root: Path) -> None:
    """Those that were made for what is gone; one that holds something stays, and so do those around it."""
    while folder != root:
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass  # it was never made, but those around it may have been
        except OSError:
            return
        folder = folder.parent
