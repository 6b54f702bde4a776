"""The show's cover among the published files: the user's, or one drawn from the show's title; and an episode's own.

Its name changes with the picture, because apps keep a cover for as long as its address stays the same.
"""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from podcast.episode.archive import Archive
from podcast.episode.catalog import attested_in
from podcast.episode.cover import Cover, load_cover
from podcast.episode.drawn_cover import draw_cover
from podcast.episode.facts import is_web
from podcast.episode.pictures import inside
from podcast.errors import PodcastError
from podcast.ownplaces import read_plain
from podcast.userfiles import COVER_BYTES

OURS = re.compile(r"cover-[0-9a-f]{8}\.(jpg|png)")
_DRAWING = 1  # raise it when draw_cover draws differently


def episode_cover(image: str, folders: Sequence[Path]) -> tuple[Cover | None, tuple[str, ...]]:
    """The cover that an essay states for its episode, if there is one, and what its writer should know of it.

    What directories would not take is left to the essay: many tools want a picture there that is no cover.
    """
    if not image:
        return None, ()
    path = None if is_web(image) else inside(image, folders)
    why = "is on the web, not beside the essay" if is_web(image) else "is neither beside the essay nor in the show"
    try:
        if path is not None:
            return load_cover(path), ()
    except PodcastError as error:
        why = error.what.removeprefix("The cover ")
    return None, (f"The picture {image} {why}, so the episode has the show's cover",)


def artwork(archive: Archive, title: str, author: str, own: Path | None) -> tuple[str, Cover]:
    """The cover and its name in public/. Raises PodcastError when the user's own can't be used.

    One that was drawn before is believed if it is what was published: else each new MP3 would have the damage, too.
    """
    if own is not None:
        cover = load_cover(own)
        return f"cover-{hashlib.sha256(cover.data).hexdigest()[:8]}{cover.suffix}", cover
    recipe = f"{_DRAWING}\n{title}\n{author}"
    name = f"cover-{hashlib.sha256(recipe.encode()).hexdigest()[:8]}.jpg"
    with suppress(OSError):
        data = read_plain(archive.public / name, COVER_BYTES)  # what a link leads to is nobody's cover
        if hashlib.sha256(data).hexdigest() == attested_in(archive, name).get(name):
            return name, Cover(data)
    return name, Cover(draw_cover(title, author))
