"""How words are said that no rule knows: names, loan words, acronyms.

    entries, problems = read_table({"Nguyen": "win", "Worcester": {"ipa": "ˈwʊstɚ"}})     # entry.py; pls.py for W3C PLS
    lexicon = Lexicon(tuple(entries))
    spoken("Ask Nguyen.", "en-us", lexicon.rules("en-us")).text                           # "Ask win."

Where several entries fit a place, the longest has it; then the one that is written exactly so, the one for the nearer
language, and the one that stands first. What an entry says is not looked up again.
"""

import re
from dataclasses import dataclass

from podcast.text.lexicon.entry import Entry
from podcast.text.lexicon.index import Index
from podcast.text.spoken.rule import Rule, Said, Style

__all__ = ["Entry", "Lexicon"]

_WHOLE_TEXT = re.compile(r"(?s).+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries, the ones that win first."""

    entries: tuple[Entry, ...] = ()

    def rules(self, language: str) -> tuple[Rule, ...]:
        """For `spoken`, before all other rules: none, or one that looks up each word of a text. Ask once a language.

        `language` is BCP 47; entries for one language are for its regions, too, and entries for none are for all.
        """
        fitting = [entry for entry in self.entries if entry.is_for(language.lower())]
        if not fitting:
            return ()
        index = Index(fitting)

        def say(match: re.Match[str], style: Style) -> Said:
            return [found.said(style) for found in index.found(match[0])]

        return (Rule("lexicon", _WHOLE_TEXT, say),)
