"""What is said of a web address that is a part of its sentence: the site's name, "the link", or nothing.

    See https://x.org/fares for prices.
    site    See x.org for prices.
    link    See the link for prices.
    cut     (nothing: the sentence is there for the address)

"cut" takes the phrase that makes no sense without it: a sentence like the one above up to its comma or end, a bracket,
else the words that lead to the address ("More at …" leaves "More").
"""

import re

from podcast.text.wordlist import each

MANNERS = ("site", "link", "cut")
#: As it stands after "see" or "at". Elsewhere the site's name is said.
_LINKS = {
    "": "the link",
    "en": "the link",
    "de": "dem Link",
    "fr": "le lien",
    "es": "el enlace",
    "it": "il link",
    "pt": "o link",
    "nl": "de link",
    "sv": "länken",
    "pl": "odnośnik",
}
WORDS = frozenset(_LINKS.values())
_LEADS = frozenset(
    each("""
    see visit read check go browse open download get find watch try follow use look
    siehe besuche besuchen lies lesen voir voyez visitez lire ver vea véase visita visite vedi vedere zie bezoek veja
    leia patrz zobacz se besök
    """)
)
_BEFORE = re.compile(
    r"(?:(?<!\s)\s+(?:at|on|from|via|in|to|under|by|see|through|over|here|unter|auf|bei|über|von|siehe|sur|à|chez|via|dans|en|"
    r"sobre|desde|por|su|da|em|na|no|op|bij|van|på|hos|från|na|pod|w|ze|z)){1,3}\s*(?::\s*)?\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…](?:[\"”’)]*)(?=\s|\Z)")
_PHRASE_END = re.compile(r"[.!?…](?=\s|\Z)|[,;:](?=\s)|\s[–—-]\s|\Z")
_MOST_LEADING = 5  # words before the address in a sentence that is there for it
_NEAR = 400  # characters


def link_in(language: str) -> str:
    """Empty where nobody said how."""
    return _LINKS.get(language.partition("-")[0], "")


def phrase_around(text: str, start: int, end: int) -> tuple[int, int]:
    """What makes no sense without the address at `start`."""
    near = max(start - _NEAR, 0)
    opened = text.rfind("(", near, start)
    closed = text.find(")", end, end + _NEAR)
    if 0 <= opened < closed and ")" not in text[opened:start]:
        return opened, closed + 1
    begin = max((found.end() for found in _SENTENCE_END.finditer(text, near, start)), default=near)
    leading = text[begin:start].split()
    if len(leading) <= _MOST_LEADING and leading and leading[0].lower().strip("“\"'(") in _LEADS:
        found = _PHRASE_END.search(text, end)
        return begin + _space(text[begin:start]), found.end() if found else end
    before = _BEFORE.search(text[begin:start])
    return (begin + before.start() if before else start), end


def _space(text: str) -> int:
    return len(text) - len(text.lstrip())
