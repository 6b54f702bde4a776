"""How words are said that no rule knows: names, loan words, acronyms.

    entries, problems = read_table({"Nguyen": "win", "Worcester": {"ipa": "ˈwʊstɚ"}})     # entry.py; pls.py for W3C PLS
    lexicon = Lexicon.of(entries)
    spoken("Ask Nguyen.", "en-us", lexicon.rules("en-us")).text                           # "Ask win."

Where several entries fit a place, the longest has it; then the one of an earlier source; then the one for a nearer
language, and one that asks for a case before one that takes any. What an entry says is not looked up again.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from podcast.text.lexicon.entry import LexiconEntry
from podcast.text.lexicon.index import Index
from podcast.text.spoken.rule import SpokenRule, Style, _Said

__all__ = ["Lexicon", "LexiconEntry"]

_WHOLE_TEXT = re.compile(r"(?s).+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries, the ones that win first."""

    entries: tuple[LexiconEntry, ...] = ()

    @classmethod
    def of(cls, *sources: Iterable[LexiconEntry]) -> Self:
        """Of sources, such as files, the ones that win first."""
        return cls(tuple(entry for source in sources for entry in sorted(source, key=lambda entry: entry.rank)))

    @property
    def has_sounds(self) -> bool:
        return any(entry.ipa for entry in self.entries)

    def rules(self, language: str) -> tuple[SpokenRule, ...]:
        """For `spoken`, before all other rules: none, or one that looks up each word of a text. Ask once a language.

        `language` is BCP 47; entries for one language are for its regions, too, and entries for none are for all.
        """
        fitting = [entry for entry in self.entries if entry.is_for(language.lower())]
        if not fitting:
            return ()
        index = Index(fitting)

        def say(match: re.Match[str], style: Style) -> _Said:
            return [found.said(style) for found in index.found(match[0])]

        return (SpokenRule("lexicon", _WHOLE_TEXT, say, searches=True),)
