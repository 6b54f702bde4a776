"""Entries of a lexicon, and the forms that they are written in.

    [lexicon]
    Nguyen = "win"                                  # another spelling that is read as it should sound
    Worcester = { ipa = "ˈwʊstɚ" }                  # or its sounds
    US = { say = "you ess", case = "exact" }        # case: "exact" or "any"
    Job = { say = "Jobe", language = "en" }
    [lexicon.de]                                    # words of one language
    Job = "Dschobb"

A table that has `say` or `ipa` is an entry; any other has the words of the language that it is named after.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from feed.languages import is_language, language_tag
from podcast.text.lexicon.ipa import normalised, not_ipa
from podcast.text.lexicon.tokens import bare

KEYS = ("say", "ipa", "language", "case")
CASES = ("exact", "any")
_LOOKED_FOR = 20
MOST_SOUNDS = 100  # in a word of IPA: espeak-ng crashes somewhere beyond 200

_LONGEST = 1000  # characters of a word, or of how it is said
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """`written` is said like `say`, or sounds like `ipa`; one of them is empty."""

    written: str
    say: str = ""
    ipa: str = ""
    language: str = ""  # BCP 47, lower case; empty: any
    case: str = ""  # "exact", "any"; empty: any for a word in lower case, else as written and in capitals

    @property
    def takes_any_case(self) -> bool:
        return self.case == "any" or (self.case == "" and self.written == self.written.lower())

    @property
    def rank(self) -> tuple[int, bool]:
        """Its place among entries for the same word: a nearer language first, then what asks for a case."""
        return -len(self.language), self.takes_any_case

    def is_for(self, language: str) -> bool:
        return not self.language or language == self.language or language.startswith(f"{self.language}-")

    def fits(self, seen: str) -> bool:
        """Whether a word that differs at most in its case is meant; both as tokens.bare gives them."""
        key = bare(self.written)
        return seen == key or self.takes_any_case or (self.case == "" and seen == key.upper())


def read_table(
    table: Mapping[str, Any], where: str = "", language: str = "", place: Callable[[str], str] = lambda _word: ""
) -> tuple[list[LexiconEntry], list[str]]:
    """The entries of a table, and a sentence for each mistake in it.

    `where` goes before the names in these, and before all what `place` says of the word: "line 3: ".
    """
    entries: list[LexiconEntry] = []
    problems: list[str] = []
    for word, value in table.items():
        name = f"{where}.{word}" if where else word
        if isinstance(value, dict) and not language and not _is_entry(value) and is_language(word):
            nested, found = read_table(value, name, language_tag(word), place)
            entries += nested
        else:
            found = [f"{place(word)}{mistake}" for mistake in _mistakes(word, value, name)]
            if not found:
                entries.append(_entry(word, value, language))
        problems += found
    return entries, problems


def places(toml: str) -> Callable[[str], str]:
    """For read_table: the line of the first few words that it asks for, since each has to be looked for."""
    left = iter(range(_LOOKED_FOR))
    return lambda word: line_of(word, toml) if next(left, None) is not None else ""


def line_of(word: str, toml: str) -> str:
    """Where it stands in a file, such as "line 3: "; empty where it is written in no usual way."""
    key = "|".join(map(re.escape, (word, f'"{word}"', f"'{word}'", json.dumps(word, ensure_ascii=False))))
    found = re.search(rf"(?m)^[ \t]*\[?(?:[^\n=\[\]]*\.)?[ \t]*(?:{key})[ \t]*[=.\]]", toml)
    return f"line {toml.count(chr(10), 0, found.start()) + 1}: " if found else ""


def _is_entry(table: Mapping[str, Any]) -> bool:
    return "say" in table or "ipa" in table


def _entry(word: str, value: str | Mapping[str, str], language: str) -> LexiconEntry:
    if isinstance(value, str):
        return LexiconEntry(word, say=" ".join(value.split()), language=language)
    return LexiconEntry(
        word,
        say=" ".join(value.get("say", "").split()),
        ipa=normalised(value.get("ipa", "")),
        language=language_tag(value.get("language", language)),
        case=value.get("case", ""),
    )


def _mistakes(word: str, value: object, name: str) -> Iterator[str]:
    if len(word) > _LONGEST:
        yield f"{name[:_SHOWN]}… is no word: it has {len(word):,} characters"
        return
    if not bare(word).strip():
        yield f"{name!r} must be a word"
    if isinstance(value, str):
        yield from mistakes_said(value, name)
    elif isinstance(value, dict):
        yield from _mistakes_of_table(value, name)
    else:
        yield f"{name} must be a text, or a table with say or ipa, not {_shown(value)}"


def _mistakes_of_table(table: Mapping[str, Any], name: str) -> Iterator[str]:
    for key, value in table.items():
        if key not in KEYS:
            yield f"{name}.{key[:_SHOWN]} is unknown{_hint(key)}"
        elif not isinstance(value, str):
            yield f"{name}.{key} must be a text, not {_shown(value)}"
        elif key == "say":
            yield from mistakes_said(value, f"{name}.say")
        elif key == "ipa":
            yield from mistakes_in_ipa(value, f"{name}.ipa")
        elif key == "language" and not is_language(language_tag(value)):
            yield f"{name}.language must be a tag like en or en-us, not {_shown(value)}"
        elif key == "case" and value not in CASES:
            yield f'{name}.case must be "exact" or "any", not {_shown(value)}'
    if "say" in table and "ipa" in table:
        yield f"{name} has both say and ipa: one of them is enough"
    if not _is_entry(table):
        yield f"{name} needs say or ipa (a word with a dot in it needs quotes; a table of words is named by a language)"


def mistakes_said(said: str, name: str) -> Iterator[str]:
    if len(said) > _LONGEST:
        yield f"{name} must have at most {_LONGEST:,} characters, not {len(said):,}"
    elif not any(character.isalnum() for character in said):
        yield f"{name} must have something to say, not {_shown(said)}"


def mistakes_in_ipa(ipa: str, name: str) -> Iterator[str]:
    if len(ipa) > _LONGEST:
        yield f"{name} must have at most {_LONGEST:,} characters, not {len(ipa):,}"
        return
    foreign = not_ipa(ipa)
    if not any(sign.isalpha() for sign in ipa):
        yield f"{name} must have a sound in it, not {ipa!r}"
    longest = max(ipa.split(), key=len, default="")
    if len(longest) > MOST_SOUNDS:
        yield f"{name} has a word of {len(longest)} signs, and {MOST_SOUNDS} are the most: {longest[:12]}…"
    if foreign:
        yield f"{name} has what is no IPA: {' '.join(foreign)} (in {ipa!r})"


def _shown(value: object) -> str:
    written = repr(value)
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"


def _hint(key: str) -> str:
    nearest = get_close_matches(key[:_SHOWN], KEYS, n=1, cutoff=0.6)
    return f" (did you mean {nearest[0]}?)" if nearest else f" (known are {', '.join(KEYS)})"
