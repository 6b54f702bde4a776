"""Rules for the audio: how an item names it, and what somebody who listened has heard."""

import re
from collections.abc import Iterator

from feed.check.document import FeedEntry, text
from feed.check.hearing import LOUDNESS_TOLERANCE_LU, TRUE_PEAK_TOLERANCE_DB
from feed.check.site import is_absolute, suffix
from feed.rss import ITUNES, PODCAST
from feed.rules import Rulebook

ENCLOSURES: Rulebook[FeedEntry] = Rulebook()

_BUILD_AGAIN = "Build the episode again, and upload all of public/."
_DURATION_TOLERANCE_S = 1


@ENCLOSURES.rule(
    *("enclosure", "required", "Apple, RSS 2.0"),
    "An item has one enclosure, with url, length and type.",
    _BUILD_AGAIN,
)
def enclosure(entry: FeedEntry) -> Iterator[str]:
    count = len(entry.element.findall("enclosure"))
    if count != 1 or entry.enclosure is None:
        yield f"it has {count}"
        return
    said = {"url": entry.enclosure.url, "length": entry.enclosure.length, "type": entry.enclosure.type}
    if missing := [name for name, value in said.items() if not value]:
        yield f"it has no {' and no '.join(missing)}"


@ENCLOSURES.rule(
    *("enclosure-url", "required", "Apple"),
    "An enclosure's URL is a whole one, in ASCII, and no other item has it.",
    "Percent-encode what isn't ASCII, and give each audio file a name of its own.",
)
def enclosure_url(entry: FeedEntry) -> Iterator[str]:
    url = entry.enclosure.url if entry.enclosure else ""
    if url and not is_absolute(url):
        yield f"it is {url!r}"
    if url in entry.earlier.urls:
        yield f"another item has {url} too"


@ENCLOSURES.rule(
    *("enclosure-suffix", "required", "Apple"), "An enclosure's URL ends in .mp3.", "Name the file as what it is."
)
def enclosure_suffix(entry: FeedEntry) -> Iterator[str]:
    if entry.enclosure and entry.enclosure.url and suffix(entry.enclosure.url) != ".mp3":
        yield f"it is {entry.enclosure.url}"


@ENCLOSURES.rule(
    *("enclosure-type", "required", "Apple"), "An enclosure's type is audio/mpeg.", 'Write type="audio/mpeg".'
)
def enclosure_type(entry: FeedEntry) -> Iterator[str]:
    if entry.enclosure and entry.enclosure.type and entry.enclosure.type != "audio/mpeg":
        yield f"it is {entry.enclosure.type!r}"


@ENCLOSURES.rule(*("enclosure-found", "required", "Apple"), "The audio is where the enclosure says.", _BUILD_AGAIN)
def enclosure_found(entry: FeedEntry) -> Iterator[str]:
    url = entry.enclosure.url if entry.enclosure else ""
    if url and entry.feed.site.knows(url) and entry.feed.site.size(url) is None:
        yield f"there is no {url}"


@ENCLOSURES.rule(
    *("enclosure-length", "required", "Apple, RSS 2.0"),
    "An enclosure's length is the size of the file in bytes.",
    _BUILD_AGAIN,
)
def enclosure_length(entry: FeedEntry) -> Iterator[str]:
    if entry.enclosure is None or not entry.enclosure.length:
        return
    url, said = entry.enclosure.url, entry.enclosure.length
    size_bytes = entry.feed.site.size(url) if entry.feed.site.knows(url) else None
    if not re.fullmatch(r"[0-9]+", said):
        yield f"it is {said!r}"
    elif size_bytes is not None and said.lstrip("0") != str(size_bytes):
        yield f"it is {said}, the file has {size_bytes}"


@ENCLOSURES.rule(
    *("alternates", "recommended", "NS, podcast:alternateEnclosure"),
    "An alternate enclosure has a type and a source, and the length of the file.",
    _BUILD_AGAIN,
)
def alternates(entry: FeedEntry) -> Iterator[str]:
    for found in entry.element.findall(f"{{{PODCAST}}}alternateEnclosure"):
        urls = [source.get("uri", "") for source in found.findall(f"{{{PODCAST}}}source")]
        if not urls or not found.get("type"):
            yield "it has no source" if not urls else "it has no type"
        for url in filter(entry.feed.site.knows, urls):
            size_bytes = entry.feed.site.size(url)
            if size_bytes is None:
                yield f"there is no {url}"
            elif found.get("length", str(size_bytes)) != str(size_bytes):
                yield f"its length is {found.get('length')}, the file has {size_bytes}"


@ENCLOSURES.rule(
    *("duration", "recommended", "Apple, PSP-1"), "itunes:duration is whole seconds.", "Write 407, not 6:47 or 406.6."
)
def duration(entry: FeedEntry) -> Iterator[str]:
    said = entry.element.findtext(f"{{{ITUNES}}}duration")
    if said is None or not re.fullmatch(r"[0-9]{1,9}", said) or int(said) == 0:
        yield "it isn't there" if said is None else f"it is {said!r}"


@ENCLOSURES.rule(
    *("duration-true", "recommended", "Apple"),
    "itunes:duration is as long as the audio, give or take a second.",
    _BUILD_AGAIN,
)
def duration_true(entry: FeedEntry) -> Iterator[str]:
    said = text(entry.element, f"{{{ITUNES}}}duration")
    if not re.fullmatch(r"[0-9]{1,9}", said) or entry.heard is None or not entry.heard.duration_ms:
        return
    if abs(int(said) * 1000 - entry.heard.duration_ms) > _DURATION_TOLERANCE_S * 1000:
        yield f"it is {said} s, the audio lasts {entry.heard.duration_ms / 1000:.1f} s"


@ENCLOSURES.rule(
    *("audio-decodes", "required", "ISO/IEC 11172-3"),
    "The audio can be decoded from its first byte to its last.",
    "Delete the file and build the episode again.",
)
def audio_decodes(entry: FeedEntry) -> Iterator[str]:
    if entry.heard and entry.heard.fault:
        yield entry.heard.fault


@ENCLOSURES.rule(
    *("audio-loudness", "recommended", "Apple, EBU R 128"),
    f"The audio is as loud as the show wants it, give or take {LOUDNESS_TOLERANCE_LU} LU; Apple asks for -16 LUFS.",
    "Build the episode again; loudness_lufs under [sound] sets the goal.",
)
def audio_loudness(entry: FeedEntry) -> Iterator[str]:
    if entry.heard is None or entry.heard.loudness_lufs is None:
        return
    target_lufs, loudness_lufs = entry.feed.standard.loudness_lufs, entry.heard.loudness_lufs
    if abs(loudness_lufs - target_lufs) > LOUDNESS_TOLERANCE_LU:
        yield f"it has {loudness_lufs:.1f} LUFS instead of {target_lufs:g}"


@ENCLOSURES.rule(
    *("audio-peak", "recommended", "Apple, EBU R 128"),
    "The true peak is no higher than the show wants it; Apple asks for -1 dBTP.",
    "Build the episode again: above it, players distort. true_peak_dbtp under [sound] sets the limit.",
)
def audio_peak(entry: FeedEntry) -> Iterator[str]:
    peak_dbtp = entry.heard.true_peak_dbtp if entry.heard else None
    limit_dbtp = entry.feed.standard.true_peak_dbtp
    if peak_dbtp is not None and peak_dbtp > limit_dbtp + TRUE_PEAK_TOLERANCE_DB:
        yield f"it is {peak_dbtp:.1f} dBTP instead of {limit_dbtp:g} at most"


@ENCLOSURES.rule(
    *("audio-silence", "recommended", "listeners"),
    "Nowhere inside does the audio fall silent for more than 5 seconds.",
    "Shorten the pauses under [pauses_ms], or look for what was not voiced.",
)
def audio_silence(entry: FeedEntry) -> Iterator[str]:
    for from_s, to_s in entry.heard.silences_s if entry.heard else ():
        yield f"it is silent from {from_s:.1f} s to {to_s:.1f} s"
