"""Whether the published files still are what was published: a disk that loses a bit tells nobody.

    for problem in damaged_files(Archive(show / "public")):
        print(problem.where, problem.what)

The names of media have their content's hash in them. Of pages, facts and feeds the last build has kept a digest, beside
public/: where that is not there, as on another machine, they are not judged.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from feed.rules import Problem, Rule
from podcast.cache.fingerprint import MISSING, state_of
from podcast.episode.archive import Archive
from podcast.episode.catalog import attested_in
from podcast.ownplaces import is_obstructed

MEDIA = r"mp3|vtt|srt|chapters\.json|words\.json|jpg|png|opus"
DAMAGED = Rule(
    *("file-damaged", "required", "podcast build", "A published file's content is the one that its name states."),
    "Delete it, and build its essay again. Then look after the disk.",
)
CHANGED = Rule(
    *("file-changed", "recommended", "podcast build", "Pages, facts and feeds are as the last build left them."),
    "If nobody changed it, look after the disk; to have it back, delete it, and build its essay again, or any.",
)
LINKED = Rule(
    *("file-own", "required", "podcast build", "A published file is one, and no link to what lies elsewhere."),
    "Look who put it there, and delete it; then build its essay again, or any.",
)
ENDED = Rule(
    *("commit-ended", "recommended", "podcast build", "No build was stopped in the middle of its commit."),
    "If none is running now, build any essay before you upload: what is half done is undone then.",
)
RULES = (DAMAGED, CHANGED, LINKED, ENDED)

_NAMED_BY_CONTENT = re.compile(rf"(?P<slug>.+)-(?P<digest>[0-9a-f]{{8}})\.(?:{MEDIA}|css|js)")


def damaged_files(archive: Archive) -> Iterator[Problem]:
    public = archive.public
    if archive.is_half_done():
        yield Problem(ENDED, public.name, "some of its files are of the build that was stopped, and some of before")
    named = {path.relative_to(public).as_posix(): digest for path, digest in _named_by_content(public)}
    attested = attested_in(archive)
    others = [name for name in sorted({*named, *attested}) if is_obstructed(public / name)]
    for name in others:
        yield Problem(LINKED, f"{public.name}/{name}", "it is a link, or no file at all")
    for name, digest in named.items():
        state = MISSING if name in others else state_of(public / name)
        if state != MISSING and not state.startswith(digest):
            yield Problem(DAMAGED, f"{public.name}/{name}", f"its content's hash is {state[:8]}")
    for name, sha256 in attested.items():
        if name not in {*named, *others} and state_of(public / name) not in (MISSING, sha256):
            yield Problem(CHANGED, f"{public.name}/{name}", "it is another than the last build wrote")


def _named_by_content(public: Path) -> Iterator[tuple[Path, str]]:
    """Those of ours: others may have eight such letters in their names, too."""
    for folder in (public / "assets", *sorted((public / "episodes").glob("*/"))):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else ():
            found = _NAMED_BY_CONTENT.fullmatch(entry.name)
            if found and folder.name in ("assets", found["slug"]):
                yield Path(entry.path), found["digest"]
