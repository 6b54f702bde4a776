"""Read a transcript as strictly as the directory that ingests it: WebVTT and SubRip to cues.

captions = read_captions(data, "text/vtt")
captions.fault, captions.cues
"""

import json
import re
from dataclasses import dataclass
from html import unescape
from io import StringIO

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

VTT, SRT, JSON, HTML = "text/vtt", "application/x-subrip", "application/json", "text/html"
SUFFIXES = {VTT: (".vtt",), SRT: (".srt",), JSON: (".json",), HTML: (".html", ".htm")}
_TIMING = re.compile(r"^.*-->.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cue:
    start_ms: int
    end_ms: int
    lines: tuple[str, ...]  # as they are shown: without tags and escapes
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Captions:
    fault: str = ""  # why it can't be parsed
    cues: tuple[Cue, ...] = ()  # in the order of the file


def read_captions(data: bytes, media_type: str) -> Captions:
    """Cues of WebVTT and SubRip; of other types only whether they can be read. Never raises."""
    try:
        text = data.decode("utf-8-sig")
        if media_type == JSON:
            json.loads(text)
        if media_type not in (VTT, SRT):
            return Captions()
        return _cues(text, "vtt" if media_type == VTT else "srt")
    except (MalformedFileError, MalformedCaptionError, ValueError, IndexError, RecursionError) as error:
        return Captions(str(error).rstrip(".") or type(error).__name__)


def _cues(text: str, form: str) -> Captions:
    """webvtt-py passes over cues that it can't read, so they are counted by their arrows."""
    read = webvtt.from_buffer(StringIO(text), format=form, strict=form == "vtt").captions
    shown = unescape if form == "vtt" else str  # SubRip has no escapes
    cues = tuple(Cue(_ms(c.start), _ms(c.end), tuple(map(shown, c.text.splitlines())), c.voice or "") for c in read)
    arrows = len(_TIMING.findall(text))
    if len(cues) < arrows:
        return Captions(f"only {len(cues)} of {arrows} cues can be read", cues)
    return Captions("" if cues else "there are no cues in it", cues)


def _ms(clock: str) -> int:
    """Milliseconds of "00:01:02.345"."""
    hours, minutes, seconds = clock.split(":")
    return round((int(hours) * 60 + int(minutes)) * 60_000 + float(seconds) * 1000)
