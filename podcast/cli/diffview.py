"""A comparison as a person reads it: the paragraphs that change, with their words in colour, or in marks when piped."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from podcast.cli.screen import clock, counted
from podcast.episode.changes import Change
from podcast.episode.transcript import GREETING
from podcast.text.roles import for_people

if TYPE_CHECKING:
    from podcast.comparison import Comparison
    from podcast.episode.changes import Difference
    from podcast.episode.textdiff import Stretch

_SIGNS = {Change.CHANGED: "~", Change.NEW: "+", Change.GONE: "-", Change.MOVED: ">"}
_STYLES = {"same": "", "gone": "red strike", "new": "bold green"}
_MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}  # as git diff --word-diff has them
_CONTEXT = 8  # words that are shown of what stays the same, on either side of a change
_INDENT = (0, 0, 0, 4)


def print_comparison(title: str, found: "Comparison", output: Path | None) -> None:
    console = Console(highlight=False)
    episode, segments = found.episode, counted(len(found.script.segments), "segment")
    if episode is None:
        _say(console, Text(title, "bold"))
        _say(console, f"  not built yet, so all of it is new: {segments}; `podcast script` shows them")
    else:
        _say(console, Text.assemble((title, "bold"), f"  against its episode of {episode.updated:%Y-%m-%d %H:%M}"))
        greetings = len([*takewhile(_is_frame, found.differences)])  # what stands before the first is the welcome
        for at, one in enumerate(found.differences):
            if one.change is not Change.SAME:
                _print_change(console, one, ("welcome" if at < greetings else "sign-off") if _is_frame(one) else "")
        for line in _lines(found, segments):
            _say(console, f"  {line}")
    if output is not None:
        _say(console, f"  to hear it: {output}")


def _print_change(console: Console, one: "Difference", greeting: str) -> None:
    _say(console, Text(f"{_SIGNS[one.change]} {', '.join(filter(None, _facts(one, greeting)))}", "dim"))
    text = _first_words(one) if one.change is Change.MOVED else _words(one.words, is_colored=_is_colored(console))
    if console.is_terminal:
        console.print(Padding(text, _INDENT))
    else:
        _say(console, Text("    ") + text)


def _is_frame(one: "Difference") -> bool:
    return GREETING in (one.before.kind if one.before else "", one.now.kind if one.now else "")


def _facts(one: "Difference", greeting: str) -> Iterator[str]:
    there = one.now or one.before
    if there is None:
        return
    yield greeting or there.kind
    yield "" if there.speaker == for_people("") else there.speaker
    if one.before and one.before.start_ms is not None:
        yield ("from " if one.change is Change.MOVED else "") + clock(one.before.start_ms)
    yield from one.other


def _words(stretches: "Sequence[Stretch]", *, is_colored: bool) -> Text:
    text = Text()
    for at, (fate, words) in enumerate(stretches):
        if fate == "same":
            text.append(_shortened(words, is_first=at == 0, is_last=at == len(stretches) - 1))
        elif is_colored or len(stretches) == 1:  # the sign in front of it tells it, too
            text.append(words, _STYLES[fate])
        else:
            opened, closed = _MARKS[fate]
            bare = words.rstrip()
            is_replaced = fate == "gone" and at + 1 < len(stretches) and stretches[at + 1].fate == "new"
            text.append(f"{opened}{bare}{closed}{'' if is_replaced else words[len(bare) :]}")
    return text


def _shortened(words: str, *, is_first: bool, is_last: bool) -> str:
    """A stretch that stays the same, without its middle, or without the end that no change is near."""
    found = words.split(" ")
    before, behind = 0 if is_first else _CONTEXT, 0 if is_last else _CONTEXT
    if len(found) <= before + behind + 1:
        return words
    return " ".join([*found[:before], "…", *(found[-behind:] if behind else [])])


def _first_words(one: "Difference") -> Text:
    return Text(_shortened(one.now.text if one.now else "", is_first=False, is_last=True))


def _lines(found: "Comparison", segments: str) -> Iterator[str]:
    counts = Counter(one.change for one in found.differences)
    changed = [f"{counts[change]} {change}" for change in _SIGNS if counts[change]]
    if changed:
        yield f"{', '.join(changed)}; {counted(counts[Change.SAME], 'paragraph')} as before"
        yield f"{len(found.to_voice)} of {segments} to voice"
    elif not found.is_source_same:
        yield "the same words are said; a voice, marks, links or what is not said have changed"
    elif not found.facts:
        yield "nothing has changed in the essay"
    for fact in found.facts:
        yield f"{fact.name}: {fact.before or 'none'} → {fact.now or 'none'}"
    if moving := found.moving_chapters:
        yield f"chapters that move: {', '.join(f'{one.title} ({clock(one.start_ms)})' for one in moving)}"


def _say(console: Console, line: "str | Text") -> None:
    console.print(line, markup=False, soft_wrap=True)


def _is_colored(console: Console) -> bool:
    return console.is_terminal and not console.no_color
