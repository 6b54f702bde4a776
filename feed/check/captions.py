"""Read a transcript as strictly as the directory that ingests it: WebVTT and SubRip to what rules ask of their cues.

captions = read_captions(data, "text/vtt")
captions.fault, captions.is_ascending, captions.last_ms

Most files have cues in the plainest form that there is, and are read here, cue by cue, since there may be ten thousand.
Where a single character is otherwise, webvtt-py reads the file, which knows all forms, and says what is wrong.
"""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from io import StringIO
from typing import NamedTuple

VTT, SRT, JSON, HTML = "text/vtt", "application/x-subrip", "application/json", "text/html"
SUFFIXES = {VTT: (".vtt",), SRT: (".srt",), JSON: (".json",), HTML: (".html", ".htm")}
_TIMING = re.compile(r"^.*-->.*$", re.MULTILINE)
_HEAD = re.compile(r"WEBVTT\n\n(?:NOTE [^\n]+\n\n)?|")
_CLOCK = r"(\d{2,9}):([0-5]\d):([0-5]\d)%s(\d{3})"
_VTT_TIMES, _SRT_TIMES = (f"{_CLOCK % point} --> {_CLOCK % point}\\n" for point in (r"\.", ","))
_LINES = r"([^<\r\n]+(?:\n[^<\r\n]+)*)"
#: A cue with its times, voice and lines, and the end of its block.
_CUES = {
    VTT: re.compile(rf"{_VTT_TIMES}(?:<v ([^<>&\n]+)>)?{_LINES}\n(?:\n|\Z)"),
    SRT: re.compile(rf"\d{{1,9}}\n{_SRT_TIMES}(){_LINES}\n(?:\n|\Z)"),
}
_SHOWN: Mapping[str, Callable[[str], str]] = {VTT: unescape, SRT: str}  # SubRip has no escapes


class FoundCue(NamedTuple):
    start_ms: int
    end_ms: int
    lines: list[str]  # as they are shown: without tags and escapes
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Captions:
    """What is to be known of a file's cues."""

    fault: str = ""  # why it can't be parsed
    is_ascending: bool = True  # no cue starts before the one in front of it
    is_lasting: bool = True  # each ends after it starts
    last_ms: int = 0  # when the last one ends
    most_lines: int = 0
    longest_line: int = 0  # characters
    has_cues: bool = False
    first_voice: str = ""


def read_captions(data: bytes, media_type: str) -> Captions:
    """Of WebVTT and SubRip; of other types only whether they can be read. Never raises."""
    try:
        if media_type == JSON:
            _parse_json(data.removeprefix(BOM_UTF8))
            return Captions()
        text = data.decode("utf-8-sig")
        if media_type not in _CUES:
            return Captions()
        return plainly_told(text, media_type) or told_by_webvtt(text, media_type)
    except (ValueError, IndexError, RecursionError) as error:
        return Captions(str(error).rstrip(".") or type(error).__name__)


def _parse_json(data: bytes) -> None:
    """ValueError: it is none. Nobody wants it as a whole: a list that has a value a line is parsed line by line."""
    try:
        _parse_lines(data.rstrip().split(b"\n"))
    except ValueError:
        json.loads(data.decode())


def _parse_lines(lines: list[bytes]) -> None:
    """ValueError: it is none, or has its lines elsewhere."""
    head, *values, end = lines
    if not (values and head.endswith(b"[") and end.startswith(b"]")):
        raise ValueError("it is not a value a line")
    json.loads(b"\n".join((head, end)).decode())  # in JSON no text goes over the end of a line
    *others, last = values
    for line in others:
        json.loads(line[:-1].decode() if line.endswith(b",") else "")
    if others or last:
        json.loads(last.decode())


def plainly_told(text: str, media_type: str) -> Captions | None:
    """None where the file is not all of plain cues."""
    head = _HEAD.match(text) if media_type == VTT else None
    cues = _Plain(text, media_type, head.end() if head else 0)
    told = _summed_up(cues)
    return told if cues.at == len(text) and text.count("-->") == cues.count > 0 else None


class _Plain:
    """The cues of a text up to the first that isn't plain; afterwards, how far they went and how many there were."""

    def __init__(self, text: str, media_type: str, at: int) -> None:
        self._text, self._pattern, self._shown = text, _CUES[media_type], _SHOWN[media_type]
        self.at, self.count = at, 0

    def __iter__(self) -> Iterator[FoundCue]:
        while found := self._pattern.match(self._text, self.at):
            *times, voice, lines = found.groups()
            yield FoundCue(_plain_ms(times[:4]), _plain_ms(times[4:]), self._shown(lines).split("\n"), voice or "")
            self.at, self.count = found.end(), self.count + 1


def _plain_ms(figures: Iterable[str]) -> int:
    hours, minutes, seconds, ms = map(int, figures)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms


def told_by_webvtt(text: str, media_type: str) -> Captions:
    """It passes over cues that it can't read, so they are counted by their arrows."""
    import webvtt  # which loads all that speaks HTTP
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    form = "vtt" if media_type == VTT else "srt"
    try:
        read = webvtt.from_buffer(StringIO(text), format=form, strict=form == "vtt").captions
    except (MalformedFileError, MalformedCaptionError) as error:
        raise ValueError(str(error) or type(error).__name__) from None
    shown = _SHOWN[media_type]
    told = _summed_up(
        FoundCue(_ms(c.start), _ms(c.end), list(map(shown, c.text.splitlines())), c.voice or "") for c in read
    )
    arrows = len(_TIMING.findall(text))
    if len(read) < arrows:
        return replace(told, fault=f"only {len(read)} of {arrows} cues can be read")
    return told if told.has_cues else replace(told, fault="there are no cues in it")


def _summed_up(cues: Iterable[FoundCue]) -> Captions:
    is_ascending = is_lasting = True
    before_ms = last_ms = most_lines = longest_line = 0
    voice = None
    for cue in cues:
        is_ascending &= cue.start_ms >= before_ms
        is_lasting &= cue.end_ms > cue.start_ms
        before_ms, last_ms = cue.start_ms, max(last_ms, cue.end_ms)
        most_lines = max(most_lines, len(cue.lines))
        longest_line = max(longest_line, *map(len, cue.lines), 0)
        voice = cue.voice if voice is None else voice
    has_cues = voice is not None
    return Captions("", is_ascending, is_lasting, last_ms, most_lines, longest_line, has_cues, voice or "")


def _ms(clock: str) -> int:
    """Milliseconds of "00:01:02.345"."""
    hours, minutes, seconds = clock.split(":")
    return round((int(hours) * 60 + int(minutes)) * 60_000 + float(seconds) * 1000)
