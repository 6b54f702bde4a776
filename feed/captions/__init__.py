"""Write what is said in an episode as captions: WebVTT for Apple and browsers, SubRip for everyone else. Pure.

    vtt = webvtt(passages)      # text/vtt
    srt = subrip(passages)      # application/x-subrip
    for vtt_part, srt_part in captions(passages): …         # both, of an episode of hours

How the text is cut into cues: `cues.py`. Sources: W3C, WebVTT; podcast namespace, transcripts: SRT and WebVTT.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import count

from feed.captions.cues import Cue, Cutter
from feed.captions.paragraphs import unparted
from feed.captions.units import SpokenPassage
from feed.passages import Passage

VTT_LINE_CHARS = 65
SRT_LINE_CHARS = 32
ESTIMATED = "NOTE Times of words are estimated: the engine tells none."


def webvtt(passages: Sequence[Passage]) -> str:
    """Every cue names its speaker; a note says if times are estimates."""
    return "".join(part for part, _ in captions(passages))


def subrip(passages: Sequence[Passage]) -> str:
    """Speakers are named where they change, if there are several. SubRip has no escapes: "<b>" stays what it is."""
    return "".join(part for _, part in captions(passages))


def captions(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Both files at once, part by part, since most of the work is the same."""
    has_dialogue = len({passage.speaker for passage in passages}) > 1
    for_vtt, for_srt = Cutter(VTT_LINE_CHARS), Cutter(SRT_LINE_CHARS, labels_speakers=has_dialogue)
    numbers = count(1)
    yield "WEBVTT" if all(passage.is_timed for passage in passages) else f"WEBVTT\n\n{ESTIMATED}", ""
    for passage in unparted(passages):
        spoken = SpokenPassage.of(passage)
        yield (
            "".join(map(_vtt_block, for_vtt.cues(spoken, passage.speaker))),
            "".join(map(_srt_block, for_srt.cues(spoken, passage.speaker), numbers)),
        )
    yield "\n", ""


def _vtt_block(cue: Cue) -> str:
    return f"\n\n{_times(cue, '.')}\n{_voice(cue)}{_escaped(cue)}"


def _srt_block(cue: Cue, number: int) -> str:
    return "\n".join(("",) * (number > 1) + (str(number), _times(cue, ","), *cue.lines, ""))


def _times(cue: Cue, point: str) -> str:
    return f"{_clock(cue.start_ms, point)} --> {_clock(cue.end_ms, point)}"


def _clock(time_ms: int, point: str) -> str:
    seconds, ms = divmod(time_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}{point}{ms:03}"


def _voice(cue: Cue) -> str:
    return f"<v {escape(cue.speaker, quote=False)}>" if cue.speaker else ""


def _escaped(cue: Cue) -> str:
    return "\n".join(escape(line, quote=False) for line in cue.lines)
