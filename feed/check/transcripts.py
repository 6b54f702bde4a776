"""Rules for transcripts: what podcast:transcript names, and what stands in those files."""

from collections.abc import Iterator

from feed.check.captions import SRT, SUFFIXES, VTT, Captions
from feed.check.document import FeedEntry, FoundTranscript
from feed.check.site import suffix
from feed.rules import Rulebook

TRANSCRIPTS: Rulebook[FeedEntry] = Rulebook()

_SOURCE = "NS, podcast:transcript"
_BUILD_AGAIN = "Build the episode again, and upload all of public/."
_VTT_LINE_CHARS, _SRT_LINE_CHARS, _SRT_LINES = 65, 32, 2
_TOLERANCE_MS = 1000  # durations in feeds are whole seconds


@TRANSCRIPTS.rule(
    *("transcript", "recommended", "Apple, NS, podcast:transcript"),
    "An item has a transcript in WebVTT.",
    "Build the episode again.",
)
def transcript(entry: FeedEntry) -> Iterator[str]:
    if VTT not in [found.type for found in entry.transcripts]:
        yield "it has none"


@TRANSCRIPTS.rule(
    *("transcript-type", "recommended", _SOURCE),
    "A transcript's type is text/vtt, application/x-subrip, application/json or text/html, as its name says.",
    "Correct the type: apps choose the transcript by it.",
)
def transcript_type(entry: FeedEntry) -> Iterator[str]:
    for found in entry.transcripts:
        if suffix(found.url) not in SUFFIXES.get(found.type, ()):
            yield f"{found.url} has type {found.type!r}"


@TRANSCRIPTS.rule(*("transcript-found", "required", _SOURCE), "A transcript is where the feed says.", _BUILD_AGAIN)
def transcript_found(entry: FeedEntry) -> Iterator[str]:
    for found in entry.transcripts:
        if found.is_there is False:
            yield f"there is no {found.url}"


@TRANSCRIPTS.rule(
    *("transcript-parses", "recommended", "W3C WebVTT, Apple"), "A transcript can be parsed.", _BUILD_AGAIN
)
def transcript_parses(entry: FeedEntry) -> Iterator[str]:
    for found in entry.transcripts:
        if found.captions and found.captions.fault:
            yield f"{_file(found)}: {found.captions.fault}"


@TRANSCRIPTS.rule(
    *("transcript-order", "recommended", "W3C WebVTT"),
    "Cues of a transcript ascend, and end after they start.",
    _BUILD_AGAIN,
)
def transcript_order(entry: FeedEntry) -> Iterator[str]:
    for found, captions in _parsed(entry):
        if not captions.is_ascending:
            yield f"{_file(found)}: a cue starts before the one in front of it"
        if not captions.is_lasting:
            yield f"{_file(found)}: a cue ends before it starts"


@TRANSCRIPTS.rule(
    *("transcript-within", "recommended", "W3C WebVTT"), "Cues of a transcript lie within the audio.", _BUILD_AGAIN
)
def transcript_within(entry: FeedEntry) -> Iterator[str]:
    for found, captions in _parsed(entry):
        last_ms = captions.last_ms
        if entry.length_ms is not None and last_ms > entry.length_ms + _TOLERANCE_MS:
            yield f"{_file(found)}: a cue ends at {last_ms / 1000:g} s, the audio at {entry.length_ms / 1000:g} s"


@TRANSCRIPTS.rule(
    *("vtt-lines", "recommended", _SOURCE),
    f"A line of WebVTT has at most {_VTT_LINE_CHARS} characters.",
    "Break it.",
)
def vtt_lines(entry: FeedEntry) -> Iterator[str]:
    for found, captions in _parsed(entry, VTT):
        if captions.longest_line > _VTT_LINE_CHARS:
            yield f"{_file(found)}: a line has {captions.longest_line}"


@TRANSCRIPTS.rule(
    *("vtt-voice", "recommended", _SOURCE),
    "WebVTT says who speaks, in a voice tag.",
    "Begin the first cue, and each in which the speaker changes, with <v Name>.",
)
def vtt_voice(entry: FeedEntry) -> Iterator[str]:
    for found, captions in _parsed(entry, VTT):
        if captions.has_cues and not captions.first_voice:
            yield f"{_file(found)}: the first cue doesn't"


@TRANSCRIPTS.rule(
    *("srt-lines", "recommended", _SOURCE),
    f"A cue of SubRip has at most {_SRT_LINES} lines of {_SRT_LINE_CHARS} characters.",
    "Break it into more cues.",
)
def srt_lines(entry: FeedEntry) -> Iterator[str]:
    for found, captions in _parsed(entry, SRT):
        if captions.most_lines > _SRT_LINES or captions.longest_line > _SRT_LINE_CHARS:
            yield f"{_file(found)}: {captions.most_lines} lines, {captions.longest_line} characters"


def _parsed(entry: FeedEntry, *types: str) -> Iterator[tuple[FoundTranscript, Captions]]:
    for found in entry.transcripts:
        if found.captions and not found.captions.fault and (not types or found.type in types):
            yield found, found.captions


def _file(found: FoundTranscript) -> str:
    return found.url.rpartition("/")[2]
