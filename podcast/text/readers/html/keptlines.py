"""Words in an element that keeps its line breaks: a poem in `<pre>` or between fences is said, code is not.

    are_words("The keeper sleeps,\nhis dog awake.")     # True
    are_words("x = 1\nprint(x)")                        # False

To read a line of code is a blemish, to lose a stanza of the writer's is a fault; yet code is what such elements are
for, so words have to look like a text's: with a capital at the beginning, a sign at a line's end, and nothing of a
program's.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from podcast.text.essay import Reason
from podcast.text.readers.draft import Draft
from podcast.text.readers.html.elements import Element

_NAMES_OF_WORDS = frozenset(("poem", "poetry", "verse", "lyrics", "letter"))
_LINE = re.compile(r"[^\s][^\n]*(?<=\S)")
_OF_LIBRARIES = re.compile("project gutenberg|e-?text|copyright", re.IGNORECASE)
_LONGEST = 5000  # characters that are looked at
_OF_PROGRAMS = re.compile(
    r"[{}<>=\\|~$#@^`%+]|[\w.]\(|\)\.|::|/[\w.]|\w/|_\w+_|\w_\w|(?<!\S)--?\w|\w\.\w|^\s*[-\w]+:\s|;\s*$",
    re.MULTILINE,
)
_SENTENCE = re.compile(r"[,.!?…:—–][\"'”’»)_*]*\s*$", re.MULTILINE)
_OPENERS = " \t\n\"'“„‘«¡¿(*_—–…-"
_WORD = re.compile(r"[^\W\d_]{1,40}")


def are_words(text: str) -> bool:
    text = text[:_LONGEST]
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or _OF_PROGRAMS.search(text) or not _SENTENCE.search(text):
        return False
    counts = [len(_WORD.findall(line)) for line in lines]
    return not text.lstrip(_OPENERS)[:1].islower() and sum(counts) >= 3 * len(lines) - 2


def are_fenced_words(info: str, text: str) -> bool:
    """Whether what stands between fences, under that name, is a poem or the like."""
    name = info.strip().lower()
    return name in _NAMES_OF_WORDS or (not name and are_words(text))


def lines_of_words(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where lines of words stand in an element of HTML that keeps line breaks; none if it is code."""
    first, last = source.find(">", start, end) + 1, source.rfind("</", start, end)
    text = source[first : max(first, last)]
    if _OF_LIBRARIES.search(text) or "&" in text or not are_words(text):
        return
    for line in _LINE.finditer(source, first, last):
        yield line.span()


def leave_unread(draft: Draft, element: Element, at: int, begin_block: Callable[[], None]) -> bool:
    """An element that says nothing ends `at`; but a poem, of which `<pre>` keeps the lines, is said: whether it was."""
    lines = list(lines_of_words(draft.source, element.start, at)) if element.name == "pre" else []
    if lines:
        begin_block()
        draft.skip(Reason.MARKUP, element.start, lines[0][0])
        say_lines(draft, lines, element.lang)
        draft.skip(Reason.MARKUP, lines[-1][1], at)
    elif element.quiet:
        draft.skip_element(element.quiet, element.start, at)
    return bool(lines)


def say_lines(draft: Draft, lines: Iterable[tuple[int, int]], lang: str = "") -> None:
    for number, (start, end) in enumerate(lines):
        if number:
            draft.line_break(start)
        draft.say(start, end, lang=lang, literal=True)
