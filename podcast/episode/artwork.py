"""The show's cover among the published files: the user's, or one drawn from the show's title.

Its name changes with the picture, because apps keep a cover for as long as its address stays the same.
"""

import hashlib
import re
from pathlib import Path

from podcast.episode.cover import Cover, draw_cover, load_cover

OURS = re.compile(r"cover-[0-9a-f]{8}\.(jpg|png)")
_DRAWING = 1  # raise it when draw_cover draws differently


def artwork(public: Path, title: str, author: str, own: Path | None) -> tuple[str, Cover]:
    """The cover and its name in `public`. Raises PodcastError when the user's own can't be used."""
    if own is not None:
        cover = load_cover(own)
        return f"cover-{hashlib.sha256(cover.data).hexdigest()[:8]}{cover.suffix}", cover
    recipe = f"{_DRAWING}\n{title}\n{author}"
    name = f"cover-{hashlib.sha256(recipe.encode()).hexdigest()[:8]}.jpg"
    try:
        return name, Cover((public / name).read_bytes())
    except OSError:
        return name, Cover(draw_cover(title, author))
