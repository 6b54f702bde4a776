"""The phrases of phrases/ as a judge of lines: what a line is to a web page, in any of the languages.

    uses_of("Leave a Reply")            # {Use.REPLIES}
    uses_of("5 min read")               # {Use.ABOUT}
    uses_of("We leave a reply.")        # set(): the writer's

A line is looked up by its first two signs, so that a thousand phrases cost no more than a few.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache

from podcast.text.cleaning.phrases import Phrases
from podcast.text.cleaning.phrases.chinese import CHINESE
from podcast.text.cleaning.phrases.dutch import DUTCH
from podcast.text.cleaning.phrases.english import ENGLISH
from podcast.text.cleaning.phrases.french import FRENCH
from podcast.text.cleaning.phrases.german import GERMAN
from podcast.text.cleaning.phrases.italian import ITALIAN
from podcast.text.cleaning.phrases.japanese import JAPANESE
from podcast.text.cleaning.phrases.polish import POLISH
from podcast.text.cleaning.phrases.portuguese import PORTUGUESE
from podcast.text.cleaning.phrases.spanish import SPANISH
from podcast.text.spoken.regex import regex

LANGUAGES = (ENGLISH, GERMAN, DUTCH, FRENCH, SPANISH, ITALIAN, PORTUGUESE, POLISH, JAPANESE, CHINESE)
_SITES = """facebook; twitter; x; linkedin; whatsapp; reddit; pinterest; tumblr; telegram; mastodon; bluesky; threads;
    pocket; email; e-mail; instagram; youtube; tiktok; xing; vk; vkontakte; skype; flipboard; hacker news; messenger;
    nextdoor; snapchat; medium; substack; patreon; ko-fi; github; flickr; rss; sms; signal; copy link"""
_LONGEST = 320  # characters, of a line that can match
_KEY = 2  # signs
_SIGNS = str.maketrans("：（）！？，’‘\u00a0\u202f\u3000", ":()!?,''   ")
_EDGES = " :*|»→›•·∙…\u200b\u2009>#-–—"
_ENDS = ".!?。．"
_PIECES = re.compile(r"…|#|\[[^\[\]]*\]|[^…#\[]+")
_HASHTAGS = re.compile(r"(?:#[\w/-]{1,40}[ ,]*)+")
_SEPARATORS = re.compile(r"\s*[|·•/,›»>→–—\t]\s*|\s{2,}")
_TRAIL = re.compile(r"(?:(?<!\s)\s+)?[>›»/→]\s*")


class Use(StrEnum):
    """What a line is for; the names are the fields of Phrases."""

    NAVIGATION = "navigation"
    MENU = "menu"
    ABOUT = "about"
    SHARING = "sharing"
    OFFERS = "offers"
    MORE = "more"
    REPLIES = "replies"
    COMMENTS = "comments"
    BOX = "box"
    WORDS = "words"
    ADVERTS = "adverts"
    MAIL = "mail"
    MENU_LINE = "a menu in one line"


_LISTS_OF_WORDS = (Use.MENU, Use.WORDS)


@lru_cache(maxsize=4096)
def uses_of(line: str) -> frozenset[Use]:
    """Empty for what may be anything."""
    if len(line) > _LONGEST:
        return frozenset()
    text = " ".join(line.translate(_SIGNS).casefold().split()).strip(_EDGES)
    bare = text.rstrip(_ENDS + " *")
    found = set(_looked_up(bare, is_sentence=bare != text.rstrip(" *")))
    if _HASHTAGS.fullmatch(line.strip()):
        found.add(Use.ABOUT)
    if _is_menu(line):
        found.add(Use.MENU_LINE)
    return frozenset(found)


def is_advert(line: str) -> bool:
    """Asked of every line of a text, so it looks at few of the patterns."""
    if len(line) > _LONGEST:
        return False
    written = " ".join(line.translate(_SIGNS).casefold().split()).strip(_EDGES)
    text = written.rstrip(_ENDS)
    exact, patterns = _book()
    if any(use is Use.ADVERTS for use, _ in exact.get(text, ())):
        return True
    begun = ((pattern, may_end) for pattern, use, may_end in patterns[text[:_KEY]] if use is Use.ADVERTS)
    inner = ((pattern, may_end) for words, pattern, may_end in _inner_adverts() if words in text)
    return any((may_end or text == written) and pattern.fullmatch(text) for pattern, may_end in (*begun, *inner))


@cache
def _inner_adverts() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Those that begin with what is open, and words of theirs that a line must have, so that few are tried."""
    found = []
    for use, phrase in _all_phrases():
        if use is Use.ADVERTS and phrase.startswith("…"):
            way = phrase.translate(_SIGNS).removesuffix(".")
            words = max(way.split("…"), key=len).strip()
            found.append((words, _pattern(way, 250), phrase.endswith(".")))
    return tuple(found)


def _looked_up(text: str, *, is_sentence: bool) -> Iterator[Use]:
    exact, patterns = _book()
    yield from (use for use, may_end in exact.get(text, ()) if may_end or not is_sentence)
    for pattern, use, may_end in (*patterns[text[:_KEY]], *patterns[""]) if text else ():
        if (may_end or not is_sentence) and pattern.fullmatch(text):
            yield use


def _is_menu(line: str) -> bool:
    """`Home | About | Contact`, `Print Email Tweet`, or a trail of crumbs, `Home » Essays » Why rivers bend`."""
    text = line.casefold().strip(_EDGES)
    parts = _SEPARATORS.split(text) if _SEPARATORS.search(text) else text.split()
    known = sum(any(use in _LISTS_OF_WORDS for use, _ in _book()[0].get(part, ())) for part in parts)
    if len(parts) >= 3 and known == len(parts):
        return True
    crumbs = _TRAIL.split(text)
    return len(crumbs) > 1 and any(use is Use.MENU for use, _ in _book()[0].get(crumbs[0], ())) and len(text) < 150


_Exact = dict[str, list[tuple[Use, bool]]]
_Patterns = defaultdict[str, list[tuple[re.Pattern[str], Use, bool]]]


@cache
def _book() -> tuple[_Exact, _Patterns]:
    """Phrases without anything open in them, and the others by how they begin."""
    exact: _Exact = defaultdict(list)
    patterns: _Patterns = defaultdict(list)
    for use, phrase in _all_phrases():
        may_end = phrase.endswith(".")
        for way in _ways(phrase.translate(_SIGNS).removesuffix(".")):
            if "…" not in way and "#" not in way:
                exact[way.strip(_EDGES + _ENDS)].append((use, may_end))
                continue
            key = way[:_KEY] if not {"…", "#"} & set(way[:_KEY]) else ""
            patterns[key].append((_pattern(way, 250 if may_end else 100), use, may_end))
    return dict(exact), patterns


def _all_phrases() -> Iterator[tuple[Use, str]]:
    for phrases in (*LANGUAGES, Phrases(words=_SITES)):
        for use in Use:
            for phrase in _each(getattr(phrases, use, "")):
                yield use, phrase
    yield Use.WORDS, "#"


def _each(written: str) -> Iterator[str]:
    return filter(None, (" ".join(phrase.split()).casefold() for phrase in written.split(";")))


def _ways(phrase: str) -> list[str]:
    """With and without each piece in brackets."""
    ways = [""]
    for piece in _PIECES.findall(phrase):
        ways = [way + more for way in ways for more in ([piece[1:-1], ""] if piece[0] == "[" else [piece])]
    return [" ".join(way.split()) for way in ways]


def _pattern(way: str, longest: int) -> re.Pattern[str]:
    """A colon may stand before what is open: "filed under: rivers"."""
    signs = {"…": rf".{{1,{longest}}}", "#": r"\d[\d.,]{0,6}[km]?", " ": r"[:,]?\s"}
    return regex("".join(signs.get(sign) or re.escape(sign) for sign in way.strip(" :*|»›•·\u200b-–—")))
