"""Texts as a page shows them: safe to print, and times, lengths and dates as people read them.

>>> clock(65_000), clock(3_723_000), length(419_000), length(419_000, own_words("ja"))
('1:05', '1:02:03', '7 min', '7分')

Nothing here escapes HTML, the templates do; but for what is filled into a text of ours with marks of its own.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Literal
from unicodedata import bidirectional

from markupsafe import Markup, escape

from feed.fit import legal
from feed.ownwords.en import WORDS as ENGLISH
from feed.ownwords.table import OwnWords

#: Embeddings, overrides and isolates (Unicode UAX #9): one that isn't closed turns the rest of a line around.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """`text` without what is no text: illegal characters, and controls that change the direction of what follows."""
    return _BIDI_CONTROLS.sub("", legal(text))


def clock(time_ms: int) -> str:
    """As a player shows it, cut to whole seconds: 6:59, 1:02:03."""
    minutes, seconds = divmod(time_ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def length(duration_ms: int, words: OwnWords = ENGLISH) -> str:
    """About how long: "under a minute", "7 min", "1 h 12 min"."""
    hours, minutes = divmod(round(duration_ms / 60_000), 60)
    parts = [words.hours.format(hours=hours)] * bool(hours) + [words.minutes.format(minutes=minutes)] * bool(minutes)
    return " ".join(parts) or words.under_a_minute


def iso_length(duration_ms: int) -> str:
    """ISO 8601: "PT419S"."""
    return f"PT{round(duration_ms / 1000)}S"


def size(size_bytes: int, words: OwnWords = ENGLISH) -> str:
    """Of a file, in decimal units: "3.3 MB", "24 kB"."""
    if size_bytes < 1e5:
        return words.kilobytes.format(size=f"{size_bytes / 1000:.0f}")
    return words.megabytes.format(size=f"{size_bytes / 1e6:.1f}".replace(".", words.decimal_mark))


def day(moment: datetime, words: OwnWords = ENGLISH) -> str:
    """The date where the author is: "22 November 2026"."""
    return words.dated(moment.day, moment.month, moment.year)


def filled(text: str, **blanks: str) -> str:
    """`text` of ours with its blanks: "Subscribe to Marginalia"."""
    return text.format(**blanks)


def set_apart(text: str, **blanks: str) -> Markup:
    """The same as HTML, where each of these runs in the direction of its own letters."""
    isolated = {name: Markup("<bdi>{}</bdi>").format(printable(blank)) for name, blank in blanks.items()}
    return escape(text).format(**isolated)


def fragment(time_ms: int) -> str:
    """A moment in an address, exact to the millisecond: "t=75", "t=75.25" (W3C, Media Fragments)."""
    return "t=" + f"{time_ms / 1000:.3f}".rstrip("0").rstrip(".")


def direction(texts: Iterable[str]) -> Literal["ltr", "rtl"]:
    """Where the lines of texts begin: as most of their letters do (Unicode UAX #9), whatever the first one is."""
    kinds = Counter[str]()
    for character, count in Counter(chain.from_iterable(texts)).items():  # a text has few different ones
        kinds[bidirectional(character)] += count
    return "rtl" if kinds["R"] + kinds["AL"] > kinds["L"] else "ltr"


def numbering(episode_type: str, season: int | None, episode: int | None, words: OwnWords = ENGLISH) -> str:
    """An episode's place in its show: "Season 2 · Episode 5", "Trailer · Season 3", or nothing."""
    kind = {"trailer": words.trailer, "bonus": words.bonus}.get(episode_type, "")
    in_season = words.season.format(number=season) if season else ""
    numbers = (in_season, words.episode.format(number=episode) if episode else "")
    return " · ".join(filter(None, (kind, *numbers)))


def language_tag(language: str) -> str:
    """As HTML wants it: "en-us" of "en_US"."""
    return printable(language).strip().replace("_", "-").lower()
