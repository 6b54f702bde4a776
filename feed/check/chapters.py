"""Rules for chapters: in podcast:chapters, in the MP3's tag, and in the show notes; all the same."""

from collections.abc import Iterator

from feed.check.document import FeedEntry, text
from feed.check.site import is_missing
from feed.check.timetable import Timetable, difference
from feed.fit import fit_line
from feed.rss import PODCAST
from feed.rules import Rulebook

CHAPTERS: Rulebook[FeedEntry] = Rulebook()

CHAPTERS_TYPE = "application/json+chapters"
_SOURCE = "NS, podcast:chapters"
_BUILD_AGAIN = "Build the episode again, and upload all of public/."
_TAG_TOLERANCE_MS = 10
_NOTES_TOLERANCE_MS = 1000  # show notes have whole seconds


@CHAPTERS.rule(
    *("chapters", "recommended", _SOURCE),
    "Chapters of the MP3's tag stand in a file of podcast:chapters too.",
    "Build the episode again.",
)
def chapters(entry: FeedEntry) -> Iterator[str]:
    if entry.heard and entry.heard.chapters and entry.element.find(f"{{{PODCAST}}}chapters") is None:
        yield f"the tag has {len(entry.heard.chapters)}, and there is no such file"


@CHAPTERS.rule(
    *("chapters-type", "recommended", _SOURCE), f"The type of podcast:chapters is {CHAPTERS_TYPE}.", "Correct the type."
)
def chapters_type(entry: FeedEntry) -> Iterator[str]:
    for found in entry.element.findall(f"{{{PODCAST}}}chapters"):
        if found.get("type") != CHAPTERS_TYPE:
            yield f"it is {found.get('type')!r}"


@CHAPTERS.rule(*("chapters-found", "required", _SOURCE), "The chapters are where the feed says.", _BUILD_AGAIN)
def chapters_found(entry: FeedEntry) -> Iterator[str]:
    if entry.chapters is not None and not entry.chapters.is_there:
        yield "there is no such file"


@CHAPTERS.rule(
    *("chapters-parse", "recommended", "NS, jsonChapters.md"),
    "The chapters are JSON with a version and a list.",
    _BUILD_AGAIN,
)
def chapters_parse(entry: FeedEntry) -> Iterator[str]:
    if entry.chapters is not None and entry.chapters.fault:
        yield entry.chapters.fault


@CHAPTERS.rule(
    *("chapters-order", "recommended", "NS, jsonChapters.md"),
    "Chapters ascend in time, and the first one begins at 0.",
    _BUILD_AGAIN,
)
def chapters_order(entry: FeedEntry) -> Iterator[str]:
    told = _readable(entry)
    if told and told.chapters and told.chapters[0].start_ms != 0:
        yield f"the first one begins at {told.chapters[0].start_ms / 1000:g} s"
    if told and not told.is_ascending:
        yield "one begins before the one in front of it"


@CHAPTERS.rule(
    *("chapters-within", "recommended", "NS, jsonChapters.md"), "Chapters begin within the audio.", _BUILD_AGAIN
)
def chapters_within(entry: FeedEntry) -> Iterator[str]:
    told = _readable(entry)
    last_ms = max((chapter.start_ms for chapter in told.chapters), default=0) if told else 0
    if entry.length_ms is not None and last_ms >= entry.length_ms:
        yield f"one begins at {last_ms / 1000:g} s, the audio ends at {entry.length_ms / 1000:g} s"


@CHAPTERS.rule(
    *("chapter-pictures", "recommended", "NS, jsonChapters.md"),
    "A chapter's picture is where its img says.",
    _BUILD_AGAIN,
)
def chapter_pictures(entry: FeedEntry) -> Iterator[str]:
    told = _readable(entry)
    for url in told.picture_urls if told else ():
        if is_missing(entry.feed.site, url):
            yield f"there is no {url}"


@CHAPTERS.rule(
    *("chapters-tag", "recommended", "NS, clients"),
    "The MP3's tag has the same chapters as podcast:chapters.",
    "Build the episode again: players show one or the other.",
)
def chapters_tag(entry: FeedEntry) -> Iterator[str]:
    told = _readable(entry)
    if told and entry.heard and entry.heard.tag_version:
        tagged = Timetable(chapters=entry.heard.chapters)
        if differs := difference(told, tagged, _TAG_TOLERANCE_MS):
            yield f"the tag has {differs}"


@CHAPTERS.rule(
    *("chapters-notes", "recommended", "clients"),
    "Times in the show notes are those of the chapters.",
    "Build the episode again: players make chapters of such times.",
)
def chapters_notes(entry: FeedEntry) -> Iterator[str]:
    told = _readable(entry) or (Timetable(chapters=entry.heard.chapters) if entry.heard else None)
    if not told or not told.chapters or not entry.noted_chapters:
        return
    if differs := difference(told, entry.noted_chapters, _NOTES_TOLERANCE_MS):
        yield f"the notes have {differs}"


@CHAPTERS.rule(
    *("tag-version", "recommended", "Apple, ID3v2.3"),
    "The MP3 has a tag of ID3v2.3.",
    "Build the episode again: chapters with long titles break in Apple's player in another version.",
)
def tag_version(entry: FeedEntry) -> Iterator[str]:
    if entry.heard and not entry.heard.fault and entry.heard.tag_version != "2.3":
        yield f"it has ID3v{entry.heard.tag_version}" if entry.heard.tag_version else "it has no tag"


@CHAPTERS.rule(
    *("album", "optional", "ID3v2.3, TALB"),
    "The album in the MP3's tag is the show's title, as it is now.",
    "Build its essay again.",
)
def album(entry: FeedEntry) -> Iterator[str]:
    tagged = fit_line(entry.heard.tag_album) if entry.heard else ""
    title = fit_line(text(entry.feed.element, "title"))
    if tagged and title and tagged != title:
        yield f"it is {tagged!r}"


@CHAPTERS.rule(
    *("tag-chapters", "recommended", "ID3v2 Chapter Frame Addendum"),
    "Chapters of the MP3's tag stand in the order of time, under one ordered top-level table of contents with a title.",
    "Build the episode again: else players show no chapters, or mix them up.",
)
def tag_chapters(entry: FeedEntry) -> Iterator[str]:
    if entry.heard:
        yield from entry.heard.chapter_faults


def _readable(entry: FeedEntry) -> Timetable | None:
    return entry.chapters if entry.chapters and entry.chapters.is_there and not entry.chapters.fault else None
