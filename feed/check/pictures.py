"""Covers: what Apple takes, and what it refuses without saying why."""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from feed.check.site import suffix

MIN_SIDE_PX, MAX_SIDE_PX = 1400, 3000
SMALL_BYTES = 512 * 1024

#: What Pillow raises over files that are broken, something else, or made to fill the memory.
_UNSOUND = (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning, Image.DecompressionBombError)
_METADATA = {"exif": "EXIF", "xmp": "XMP", "photoshop": "IPTC", "comment": "a comment", "mp": "another picture"}
_SUFFIXES = {"JPEG": (".jpg", ".jpeg"), "MPO": (".jpg", ".jpeg"), "PNG": (".png",)}


@dataclass(frozen=True, slots=True)
class FoundPicture:
    url: str
    size_bytes: int | None  # None: there is no such file
    fault: str = ""  # why nobody can see it
    format: str = ""  # as Pillow has it: "JPEG"; "MPO" with another picture behind it; "PNG"
    width_px: int = 0
    height_px: int = 0
    mode: str = ""  # as Pillow has it: "RGB"
    is_transparent: bool = False
    metadata: tuple[str, ...] = ()  # what else than the picture is in the file

    @property
    def is_seen(self) -> bool:
        return self.size_bytes is not None and not self.fault

    @property
    def has_true_suffix(self) -> bool:
        return suffix(self.url) in _SUFFIXES.get(self.format, ())


def look_at(url: str, data: bytes | None) -> FoundPicture:
    if data is None:
        return FoundPicture(url, None)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it thinks of the metadata
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=["JPEG", "PNG"])
            width_px, height_px = image.size
            image.draft(None, (width_px // 8, height_px // 8))  # all of a JPEG is read, an eighth of it unpacked
            image.load()
    except _UNSOUND as error:
        return FoundPicture(url, len(data), f"it is no sound JPEG or PNG ({type(error).__name__})")
    return FoundPicture(
        *(url, len(data), "", image.format or "", width_px, height_px, image.mode),
        is_transparent=bool(image.has_transparency_data),
        metadata=_metadata(image),
    )


def _metadata(image: Image.Image) -> tuple[str, ...]:
    found = [name for key, name in _METADATA.items() if image.info.get(key)]
    return tuple(dict.fromkeys([*found, *(["texts"] if getattr(image, "text", None) else [])]))
