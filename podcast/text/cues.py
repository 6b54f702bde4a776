"""What an essay says to the sound: `[pause 1.5s]`, `[sting]`, `<!-- podcast: voice Ada -->`, `***`.

    [found.span() for found in marks("Wait. [pause 500 ms] Now.")]      # [(6, 20)]
    read_mark("[pause 500 ms]")                                         # Mark(MarkKind.PAUSE, 500)
    read_mark("<!-- podcast: voice Ada -->")                            # "Ada"

In brackets only what is exactly a mark is one: "[pause for thought]" is the writer's text. A comment that is addressed
to us must be a mark, so a slip in it is an error.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from podcast.errors import PodcastError
from podcast.text.essay import Essay, Reason, Skip

AS_LONG_AS_A_SCENE_BREAK = -1
LONGEST_PAUSE_MS = 60_000

_NUMBER = r"\d{1,9}(?:[.,]\d{1,9})?"
_PAUSE = rf"pause(?::?\s+(?P<number>{_NUMBER})\s?(?P<unit>ms|milliseconds?|s|secs?|seconds?)?)?"
#: Not `[[pause]]`, a wiki's link, nor `[sting](https://…)` or `[sting]: https://…` in a text that is no Markdown.
_BRACKETS = re.compile(rf"(?<!\[)\[\s?(?:{_PAUSE}|sting)\s?\](?![\](]|:\s*\S+:/)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--\s*podcast\s*:(?P<mark>(?:(?!-->).){0,500})-->", re.IGNORECASE | re.DOTALL)
_MARK = re.compile(rf"(?P<sting>sting)|(?P<voice>voice)(?:\s+(?P<name>\S.{{0,60}}))?|{_PAUSE}", re.IGNORECASE)
_ANY = re.compile(rf"{_BRACKETS.pattern}|<!--\s*podcast\s*:(?:(?!-->).){{0,500}}-->", re.IGNORECASE | re.DOTALL)


class MarkKind(StrEnum):
    PAUSE = "pause"  # of exactly its length, instead of the one that the structure asks for
    STING = "sting"
    SCENE = "scene break"


@dataclass(frozen=True, slots=True)
class Mark:
    kind: MarkKind
    duration_ms: int = AS_LONG_AS_A_SCENE_BREAK  # of a pause


def marks(text: str) -> Iterator[re.Match[str]]:
    """Where there are marks in a text, or comments that ought to be marks."""
    return _ANY.finditer(text) if "[" in text or "<!--" in text else iter(())


def is_mark(text: str) -> bool:
    """Whether the text is nothing but a mark, or a comment that ought to be one."""
    return bool(_ANY.fullmatch(text.strip()))


def read_mark(text: str) -> Mark | str:
    """A cue, or the name of the voice for what follows (empty: as it would be without). ValueError: what is wrong."""
    comment = _COMMENT.fullmatch(text)
    written = comment["mark"] if comment else text.strip("[]")
    mark = _MARK.fullmatch(" ".join(written.split()))
    if not mark:
        raise ValueError("There is no such mark")
    if mark["sting"]:
        return Mark(MarkKind.STING)
    if mark["voice"]:
        return mark["name"] or ""
    return Mark(MarkKind.PAUSE, _duration_ms(mark))


def _duration_ms(pause: re.Match[str]) -> int:
    if not pause["number"]:
        return AS_LONG_AS_A_SCENE_BREAK
    number = float(pause["number"].replace(",", "."))
    duration_ms = round(number if (pause["unit"] or "s").lower().startswith("m") else number * 1000)
    if duration_ms > LONGEST_PAUSE_MS:
        raise ValueError(f"A pause can last {LONGEST_PAUSE_MS // 1000} s at the most")
    return duration_ms


def cues_of(skips: Iterable[Skip]) -> Iterator[tuple[int, Mark]]:
    """What the skips of an essay say to the sound, and where in the source."""
    for skip in skips:
        if skip.reason is Reason.RULE:
            yield skip.start, Mark(MarkKind.SCENE)
        elif skip.reason is Reason.CUE and isinstance(cue := read_mark(skip.text), Mark):
            yield skip.start, cue


def check_marks(essay: Essay, name: str) -> None:
    """Raise PodcastError for a mark that can't be followed. `name`: the essay's file."""
    for skip in essay.skips:
        if skip.reason is Reason.CUE:
            try:
                read_mark(skip.text)
            except ValueError as error:
                line = essay.source.count("\n", 0, skip.start) + 1
                raise PodcastError(
                    str(error),
                    which=f"{skip.text} ({name}, line {line})",
                    remedy="Marks are [pause], [pause 1.5s], [pause 500 ms] and [sting]; as comments "
                    "<!-- podcast: pause 1.5s -->, <!-- podcast: sting --> and <!-- podcast: voice NAME -->.",
                ) from None
