"""The pictures of chapters: from the paths in an essay to JPEGs that a player shows.

    pictures = load_pictures(chapters, folders=(essay_folder, show_folder))      # {"img/pond.jpg": b"…"}

An essay may be anybody's, a saved page for instance, so only pictures that lie in one of the folders are taken. One
that is missing or broken costs its chapter the picture, and nobody the episode.
"""

import logging
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from PIL import Image, ImageOps

from feed.show import Chapter
from podcast.episode.cover import UNSOUND, colour_profile
from podcast.episode.facts import is_web
from podcast.userfiles import PICTURE_BYTES, open_file

LONGEST_SIDE_PX = 1200
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF")

log = logging.getLogger(__name__)


def load_pictures(chapters: Iterable[Chapter], folders: Sequence[Path]) -> Mapping[str, bytes]:
    """JPEGs by what the chapters call them; what is on the web is left there."""
    targets = {chapter.image_url for chapter in chapters if chapter.image_url and not is_web(chapter.image_url)}
    found = {target: _jpeg(path) for target in sorted(targets) if (path := inside(target, folders))}
    return {target: jpeg for target, jpeg in found.items() if jpeg}


def picture_files(targets: Iterable[str], folders: Sequence[Path]) -> tuple[Path, ...]:
    """All files that are taken for pictures, or would be if they were there."""
    wanted = sorted(target for target in targets if target and not is_web(target))
    return tuple(folder / name for target in wanted for folder, name in _ways(target, folders))


def _ways(target: str, folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for name in dict.fromkeys((target, unquote(target))):
            yield folder, name


def inside(target: str, folders: Sequence[Path]) -> Path | None:
    """The file in one of the folders, or below; what lies elsewhere is none of the essay's."""
    for folder, name in _ways(target, folders):
        try:
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path
        except (OSError, ValueError):  # a name that no file can have
            continue
    return None


def _jpeg(path: Path) -> bytes:
    """Empty for what is no picture."""
    longest = (LONGEST_SIDE_PX, LONGEST_SIDE_PX)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with open_file(path, PICTURE_BYTES) as file, Image.open(file, formats=_FORMATS) as image:
                image.draft("RGB", longest)  # a large JPEG is not unpacked to its full size
                image.thumbnail(longest, Image.Resampling.LANCZOS)
                profile = colour_profile(image)
                upright = ImageOps.exif_transpose(image).convert("RGBA")
    except UNSOUND as error:
        log.info("%s is no picture: %s", path, error)
        return b""
    flat = Image.new("RGB", upright.size, "white")
    flat.paste(upright, mask=upright)
    out = BytesIO()
    flat.save(out, "JPEG", quality=85, optimize=True, icc_profile=profile)
    return out.getvalue()
