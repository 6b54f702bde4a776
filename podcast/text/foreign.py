"""Where the language changes within a block, from what its runs are marked as, at boundaries that a voice can take.

    switches(runs, "en")        # [(0, ""), (14, "de"), (27, "")] for "She said only “Guten Morgen”, and left."

Punctuation at a foreign passage goes with it, since it shapes how it is said. A mark that is no switch: one on less
than a word; one of the essay's own language; one on nothing but signs; and one on a single name.
"""

import re
from collections.abc import Iterator, Sequence

from podcast.text.essay import Run
from podcast.text.language import is_other
from podcast.text.runs import is_spoken, text_of

_UNSPACED = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]")  # scripts without spaces
_BEFORE = re.compile(r"[(\[{\"'“‘„‚«‹¿¡]*\Z")
_AFTER = re.compile(r"['’]s\b(?=\W|$)|[)\]}\"'”’»›.,;:!?…。，、！？]*")
_JOINS = re.compile(r"[-‐‑'’_]\w|\w")  # what goes on with a word
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*\s*\Z")
_LAST_LATIN = "\u024f"
_NEAR = 8  # characters, of punctuation and white space
_NAMES_LIKE_NOUNS = frozenset({"de", "lb", "nds"})  # languages that write all nouns with a capital

_Span = tuple[int, int, str]


def switches(runs: Sequence[Run], own: str) -> list[tuple[int, str]]:
    """Offsets of the runs' text, from 0, each with the language from there on; empty: the essay's `own`."""
    text = text_of(runs)
    found = [(0, "")]
    for start, end, lang in _widened(text, _spans(runs, text, own)):
        if found[-1][0] >= start:
            found.pop()
        found.append((start, lang))
        if end < len(text):
            found.append((end, ""))
    return found


def _spans(runs: Sequence[Run], text: str, own: str) -> Iterator[_Span]:
    """Each foreign stretch once, though it may be of many runs."""
    at, open_ = 0, (0, 0, "")
    for run in runs:
        end = at + len(run.text)
        lang = run.lang if is_other(run.lang, than=own) else ""
        if lang and lang == open_[2] and not is_spoken(text[open_[1] : at]):
            open_ = (open_[0], end, lang)
        elif lang:
            yield from [open_] * bool(open_[2])
            open_ = (at, end, lang)
        at = end
    yield from [open_] * bool(open_[2])


def _widened(text: str, spans: Iterator[_Span]) -> Iterator[_Span]:
    reached = 0
    for begin, stop, lang in spans:
        words = text[begin:stop].strip()
        start = text.index(words, begin)
        end = start + len(words)
        opening, closing = _BEFORE.search(text, max(reached, start - _NEAR), start), _AFTER.match(text, end)
        wide = (opening.start() if opening else start, closing.end() if closing else end)
        is_mere = _is_part_of_a_word(text, start, end, wide[1]) or _is_name(text, start, end, lang, wide[0])
        if any(map(str.isalpha, words)) and not is_mere:
            yield (*wide, lang)
            reached = wide[1]


def _is_part_of_a_word(text: str, start: int, end: int, wide_end: int) -> bool:
    before, after = text[max(start - 2, 0) : start], _JOINS.match(text, end)
    if _UNSPACED.search(text[max(start - 1, 0) : start + 1]) or _UNSPACED.search(text[end - 1 : end + 1]):
        return False
    joins_before = before[-1:].isalnum() or (before[-1:] in "-‐‑'’_" and before[:1].isalnum() and len(before) > 1)
    return joins_before or (after is not None and wide_end - end < len("’s"))


def _is_name(text: str, start: int, end: int, lang: str, wide_start: int) -> bool:
    """One capitalised word in the midst of a sentence: to change the voice for it would tear the sentence apart."""
    word = text[start:end]
    if " " in word or not word.istitle() or max(word) > _LAST_LATIN or lang.partition("-")[0] in _NAMES_LIKE_NOUNS:
        return False
    return wide_start == start > 0 and not _SENTENCE_END.search(text, max(start - _NEAR, 0), start)
