"""Where the words of a lexicon stand in a text: a look-up for each word, whatever number of entries there is.

    [found] = Index([LexiconEntry("Nguyen", say="win")]).found("Ask Nguyen’s aunt.")
    found.said(Style("en-us"))          # ("win", 4, 10)

No entry stands for a part of a word, nor for what an apostrophe or a dot makes a part of another: "can" is not in
"can’t", "s" not in "it’s", "U.S." not in "U.S.A."; but "Nguyen" is in "Nguyen’s".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from podcast.text.lexicon.entry import LexiconEntry
from podcast.text.lexicon.tokens import TextToken, bare, tokens
from podcast.text.spoken.rule import Style, _Part

Key = tuple[str, ...]

# What English hangs on any word by an apostrophe, and how it sounds; the possessive follows the sound before it.
_ENDINGS = {"s": "z", "d": "d", "ll": "əl", "ve": "əv", "re": "ɚ", "m": "m"}
_SIBILANTS, _VOICELESS = "szʃʒɕʑʂʐ", "ptkfθxç"


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, and the tokens that it stands for; `ending` is what an apostrophe hangs on them."""

    entry: LexiconEntry
    text: str
    start: int
    end: int
    ending: str
    ending_end: int

    def said(self, style: Style) -> _Part:
        """A respelling leaves the ending to the engine; sounds take it with them, where they are English."""
        if not self.entry.ipa:
            return self._apart(self.entry.say), self.start, self.end
        is_english = style.language.partition("-")[0] in ("en", "")
        if not (self.ending and is_english):
            return self.text[self.start : self.end], self.start, self.end, self.entry.ipa
        ipa = _with_ending(self.entry.ipa, self.ending)
        return self.text[self.start : self.ending_end], self.start, self.ending_end, ipa

    def _apart(self, said: str) -> str:
        """So that "a→b" is not said as "aleads tob"."""
        before = " " * (said[0].isalnum() and self.text[self.start - 1 : self.start].isalnum())
        after = " " * (said[-1].isalnum() and self.text[self.end : self.end + 1].isalnum())
        return f"{before}{said}{after}"


class Index:
    def __init__(self, entries: Iterable[LexiconEntry]) -> None:
        """The entries that win come first."""
        by_key: dict[Key, list[LexiconEntry]] = {}
        for entry in entries:
            key = tuple(token.folded for token in tokens(bare(entry.written)))
            by_key.setdefault(key, []).append(entry)
        self._entries = by_key
        self._lengths: dict[str, list[int]] = {}
        for key in filter(None, by_key):
            lengths = self._lengths.setdefault(key[0], [])
            if len(key) not in lengths:
                lengths.append(len(key))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def found(self, text: str) -> Iterator[Match]:
        """In order, without overlap, the longest first."""
        split = tokens(text)
        words = tuple(token.folded for token in split)
        at = 0
        while at < len(split):
            found = self._found_at(text, split, words, at)
            if found is None:
                at += 1
                continue
            entry, length = found
            ending, ending_end = _ending(split, at + length)
            yield Match(entry, text, split[at].start, split[at + length - 1].end, ending, ending_end)
            at += length

    def _found_at(self, text: str, split: Sequence[TextToken], words: Key, at: int) -> tuple[LexiconEntry, int] | None:
        for length in self._lengths.get(words[at], ()):
            key = words[at : at + length]
            entries = self._entries.get(key)
            if entries and len(key) == length and _is_whole(split, at, at + length):
                seen = bare(text[split[at].start : split[at + length - 1].end])
                entry = next((entry for entry in entries if entry.fits(seen)), None)
                if entry is not None:
                    return entry, length
        return None


def _is_whole(split: Sequence[TextToken], start: int, end: int) -> bool:
    """Whether no apostrophe makes the tokens a part of another word, nor a dot one of other initials."""
    is_hung_on = start > 1 and split[start - 1].folded == "'" and split[start - 2].is_word
    if is_hung_on and split[start].folded in {*_ENDINGS, "t"}:
        return False
    if any(_are_joined(split, dot) for dot in (start - 1, end - 1, end)):
        return False
    goes_on = split[end - 1].is_word and end + 1 < len(split) and split[end].folded == "'" and split[end + 1].is_word
    return not goes_on or split[end + 1].folded in _ENDINGS


def _are_joined(split: Sequence[TextToken], dot: int) -> bool:
    """Whether there is a dot between two initials, as in "U.S.A.", or a dot or comma within a number."""
    if not 0 < dot < len(split) - 1:
        return False
    left, sign, right = (split[index].folded for index in (dot - 1, dot, dot + 1))
    are_initials = len(left) == len(right) == 1 and left.isalpha() and right.isalpha()
    return (sign == "." and are_initials) or (sign in (".", ",") and left.isdecimal() and right.isdecimal())


def _ending(split: Sequence[TextToken], end: int) -> tuple[str, int]:
    if end + 1 < len(split) and split[end].folded == "'" and split[end + 1].folded in _ENDINGS:
        return split[end + 1].folded, split[end + 1].end
    return "", 0


def _with_ending(ipa: str, ending: str) -> str:
    if ending == "s" and ipa[-1] in _SIBILANTS:
        return f"{ipa}ɪz"
    if ending == "s" and ipa[-1] in _VOICELESS:
        return f"{ipa}s"
    return ipa + _ENDINGS[ending]
