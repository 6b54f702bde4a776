"""Write what is said in an episode as captions: WebVTT for Apple and browsers, SubRip for everyone else. Pure.

    vtt = webvtt(passages)      # text/vtt
    srt = subrip(passages)      # application/x-subrip

How the text is cut into cues: `cues.py`. Sources: W3C, WebVTT; podcast namespace, transcripts: SRT and WebVTT.
"""

from collections.abc import Sequence
from html import escape

from feed.captions.cues import Cue, cues
from feed.passages import Passage

VTT_LINE_CHARS = 65
SRT_LINE_CHARS = 32
ESTIMATED = "NOTE Times of words are estimated: the engine tells none."


def webvtt(passages: Sequence[Passage]) -> str:
    """Every cue names its speaker; a note says if times are estimates."""
    blocks = ["WEBVTT"]
    if not all(passage.is_timed for passage in passages):
        blocks.append(ESTIMATED)
    blocks += (f"{_times(cue, '.')}\n{_voice(cue)}{_escaped(cue)}" for cue in cues(passages, VTT_LINE_CHARS))
    return "\n\n".join(blocks) + "\n"


def subrip(passages: Sequence[Passage]) -> str:
    """Speakers are named where they change, if there are several. SubRip has no escapes: "<b>" stays what it is."""
    has_dialogue = len({passage.speaker for passage in passages}) > 1
    found = cues(passages, SRT_LINE_CHARS, labels_speakers=has_dialogue)
    blocks = ((str(number), _times(cue, ","), *cue.lines, "") for number, cue in enumerate(found, start=1))
    return "\n".join("\n".join(block) for block in blocks)


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
