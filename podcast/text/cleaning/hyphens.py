"""Words that were cut at the end of a line: which hyphens belong to the word and which only to the line.

    judge = HyphenJudge(source, language="en")
    judge.joint("moun-", "tain rose")       # "": one word
    judge.joint("well-", "known as")        # "-": the hyphen is the word's
    judge.joint("pre-", "and post-war")     # "- ": the word ends there

The essay's own words judge first, as they are written elsewhere in it, then how frequent words are in the language.
"""

import re
from functools import cached_property

from podcast.text.dictionary import dictionary

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CUT = re.compile(r"(?:^|(?<=[^\w-]))([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_BEGUN = re.compile(r"[^\W\d_]+")
_AND = frozenset(("and", "or", "und", "oder", "et", "ou"))
_RARE = 2e-8  # of all words; what is rarer is mostly a slip of the pen


class HyphenJudge:
    def __init__(self, source: str, language: str) -> None:
        self._source, self._language = source, language.partition("-")[0] or "en"

    @cached_property
    def _words(self) -> frozenset[str]:
        """Those that are written within a line."""
        return frozenset(word.lower() for word in _WORD.findall(self._source))

    def joint(self, before: str, after: str) -> str | None:
        """What stands between the two lines in place of hyphen and line break; None where no word is cut."""
        cut, begun = _CUT.search(before), _BEGUN.match(after)
        if not cut or not begun:
            return "-" if re.search(r"\w-\Z", before) and after[:1].isdigit() else None
        head, tail = cut[1].lower(), begun[0].lower()
        if tail in _AND:
            return "- "
        if begun[0][0].isupper() and not cut[1].isupper():
            return "-"
        return self._judged(head, tail)

    def _judged(self, head: str, tail: str) -> str:
        if head + tail in self._words:
            return ""
        if f"{head}-{tail}" in self._words or "-" in head:
            return "-"
        frequency = dictionary(self._language)
        one, parts = frequency(head + tail), min(frequency(head), frequency(tail))
        return "-" if one < _RARE and parts > _RARE else ""
