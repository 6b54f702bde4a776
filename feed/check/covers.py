"""Rules for covers, of the show and of items."""

from collections.abc import Iterator

from feed.check.document import Feed, FeedEntry
from feed.check.pictures import MAX_SIDE_PX, MIN_SIDE_PX, SMALL_BYTES
from feed.rules import Rulebook

COVERS: Rulebook[Feed | FeedEntry] = Rulebook()


@COVERS.rule(
    *("cover-found", "required", "Apple"),
    "The cover is where the feed says.",
    "Build again, and upload all of public/.",
)
def cover_found(seen: Feed | FeedEntry) -> Iterator[str]:
    if seen.picture and seen.picture.size_bytes is None:
        yield f"there is no {seen.picture.url}"


@COVERS.rule(*("cover-sound", "required", "Apple"), "The cover is a sound JPEG or PNG.", "Save it anew as JPEG.")
def cover_sound(seen: Feed | FeedEntry) -> Iterator[str]:
    if seen.picture and seen.picture.fault:
        yield f"{seen.picture.fault}: {seen.picture.url}"


@COVERS.rule(
    *("cover-size", "required", "Apple"),
    f"The cover is a square of {MIN_SIDE_PX} to {MAX_SIDE_PX} px; 3000 px is best.",
    "Cut or scale it.",
)
def cover_size(seen: Feed | FeedEntry) -> Iterator[str]:
    picture = seen.picture
    if picture is None or not picture.is_seen:
        return
    if picture.width_px != picture.height_px or not MIN_SIDE_PX <= picture.width_px <= MAX_SIDE_PX:
        yield f"it has {picture.width_px}×{picture.height_px} px"


@COVERS.rule(
    *("cover-colour", "required", "Apple"), "The cover is in RGB and not transparent.", "Save it in RGB without alpha."
)
def cover_colour(seen: Feed | FeedEntry) -> Iterator[str]:
    picture = seen.picture
    if picture and picture.is_seen and (picture.mode != "RGB" or picture.is_transparent):
        yield f"it is {picture.mode}" + (", transparent" if picture.is_transparent else "")


@COVERS.rule(
    *("cover-suffix", "required", "Apple"), "The cover's name ends in what it is: .jpg or .png.", "Rename the file."
)
def cover_suffix(seen: Feed | FeedEntry) -> Iterator[str]:
    picture = seen.picture
    if picture and picture.is_seen and not picture.has_true_suffix:
        yield f"{picture.url} is {picture.format}"


@COVERS.rule(
    *("cover-weight", "recommended", "hosts"),
    "The cover has less than 512 KB.",
    "Save it as JPEG in a lower quality: apps load it for every list.",
)
def cover_weight(seen: Feed | FeedEntry) -> Iterator[str]:
    size_bytes = seen.picture.size_bytes if seen.picture else None
    if size_bytes is not None and size_bytes >= SMALL_BYTES:
        yield f"it has {size_bytes // 1024} KB"


@COVERS.rule(
    *("cover-private", "recommended", "podcast"),
    "The cover is a picture and nothing else: no place, no names, no numbers of cameras.",
    "Build the episode again, or save the picture without its metadata: what is in it, everybody can read.",
)
def cover_private(seen: Feed | FeedEntry) -> Iterator[str]:
    if seen.picture and seen.picture.metadata:
        yield f"there is {', '.join(seen.picture.metadata)} in {seen.picture.url}"
