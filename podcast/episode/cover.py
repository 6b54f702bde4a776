"""A cover that the user brings: checked, mended where that does it no harm, and a picture and nothing else.

    load_cover(Path("cover.png"))       # Cover(data, media_type)

Directories want a square of 1400–3000 px, JPEG or PNG, RGB, without alpha (Apple), better under 512 KB. A cover is
published, and stands in each MP3: what a camera or an editor wrote into it beside the picture is left out
(bare_picture.py). drawn_cover.py draws one where there is none.
"""

import struct
import warnings
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

from PIL import ExifTags, Image, ImageOps

from podcast.episode.bare_picture import without_metadata
from podcast.errors import PodcastError
from podcast.userfiles import COVER_BYTES, read_file

SIDE_PX = 3000
MIN_SIDE_PX, MAX_SIDE_PX = 1400, 3000
SMALL_BYTES = 512 * 1024  # what hosts recommend

#: What Pillow raises over files that are broken, something else, or made to fill the memory.
UNSOUND = (
    *(OSError, ValueError, SyntaxError, struct.error, OverflowError),
    *(Image.DecompressionBombWarning, Image.DecompressionBombError),
)

_LARGEST_PX = 8000  # 192 MB when it is unpacked
_FORMATS = ("JPEG", "MPO", "PNG")  # as Pillow has them; MPO: a JPEG with more pictures behind it
_COLOURS_OF_PROFILE = slice(16, 20)  # ICC.1, 7.2.6


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture that directories accept, as it will be published."""

    data: bytes
    media_type: Literal["image/jpeg", "image/png"] = "image/jpeg"

    @property
    def suffix(self) -> str:
        return ".png" if self.media_type == "image/png" else ".jpg"


def load_cover(path: Path) -> Cover:
    """The user's own cover. PodcastError: it can't be read, or `check_cover` refuses it."""
    try:
        data = read_file(path, COVER_BYTES)
    except OSError as error:
        what, remedy = f"The cover can't be read ({error.strerror})", "Check its path and permissions."
        raise PodcastError(what, which=str(path), remedy=remedy) from error
    return check_cover(data, str(path))


def check_cover(data: bytes, which: str) -> Cover:
    """The same pixels if directories accept them, else re-encoded. PodcastError: that would do it harm."""
    image = _opened(data, which)
    if _is_fit(image):
        with suppress(ValueError):  # it can be seen, but it isn't built as others are: then it is
            return Cover(without_metadata(data), "image/png" if image.format == "PNG" else "image/jpeg")
    upright = _flattened(ImageOps.exif_transpose(image))
    upright.thumbnail((MAX_SIDE_PX, MAX_SIDE_PX), Image.Resampling.LANCZOS)
    return Cover(as_jpeg(upright, 90, profile=colour_profile(image)))


def colour_profile(image: Image.Image) -> bytes | None:
    """The one that its pixels still need when they have been made RGB."""
    profile = image.info.get("icc_profile") or b""
    return profile if profile[_COLOURS_OF_PROFILE] == b"RGB " else None


def _opened(data: bytes, which: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it thinks of the metadata
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=["JPEG", "PNG"])
            _refuse_shape(image, which)  # before it is unpacked
            image.load()
    except UNSOUND as error:
        raise PodcastError(
            "The cover is no sound JPEG or PNG picture",
            which=which,
            remedy=f"Save it anew as JPEG, {SIDE_PX}×{SIDE_PX} px.",
        ) from error
    return image


def _refuse_shape(image: Image.Image, which: str) -> None:
    """What can't be mended without cutting the picture or blowing it up."""
    width, height = image.size
    if width != height:
        raise PodcastError(
            f"The cover is not square, but {width}×{height} px",
            which=which,
            remedy=f"Cut it to {min(width, height)}×{min(width, height)} px.",
        )
    if width > _LARGEST_PX:
        what, remedy = f"The cover is too large: {width}×{height} px", f"Save it with {SIDE_PX}×{SIDE_PX} px."
        raise PodcastError(what, which=which, remedy=remedy)
    if width < MIN_SIDE_PX:
        raise PodcastError(
            f"The cover is too small: {width}×{height} px",
            which=which,
            remedy=f"Directories want {MIN_SIDE_PX} to {MAX_SIDE_PX} px a side; {SIDE_PX} is best.",
        )


def _is_fit(image: Image.Image) -> bool:
    is_plain = image.format in _FORMATS and image.mode == "RGB" and not image.has_transparency_data
    return is_plain and image.width <= MAX_SIDE_PX and not _is_turned(image)


def _is_turned(image: Image.Image) -> bool:
    """Whether its EXIF data asks viewers to turn it, which not every app does."""
    return bool(image.getexif().get(ExifTags.Base.Orientation, 1) != 1)


def _flattened(image: Image.Image) -> Image.Image:
    """RGB, on white where it was transparent."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    pixels = image.convert("RGBA")
    ground = Image.new("RGBA", pixels.size, "white")
    return Image.alpha_composite(ground, pixels).convert("RGB")


def as_jpeg(image: Image.Image, *qualities: int, profile: bytes | None = None) -> bytes:
    """Encode in the first quality that makes a small file, or else in the last."""
    for quality in qualities:
        file = BytesIO()
        image.save(file, "JPEG", quality=quality, optimize=True, icc_profile=profile, comment=b"")
        if file.tell() < SMALL_BYTES:
            break
    return file.getvalue()
