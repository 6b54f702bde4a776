"""The style sheets that make feed.xml a page for people who open it in a browser.

    for name, data in style_files("de").items():
        (public / name).write_bytes(data)

`feed.rss` names them in the feed, so they are published beside it under exactly these names: feed.xsl for browsers that
know XSLT, feed.css for those that don't, or no longer. Both speak the language of the show.
"""

import re
from collections.abc import Mapping
from html import escape
from importlib.resources import files

from feed.ownwords import own_words
from feed.ownwords.table import OwnWords

_NAMES = ("feed.xsl", "feed.css")
_BLANK = re.compile(r"\{\{ (\w+) \}\}")
_IN_PATTERN = re.compile(r"\{(\w+)\}")


def style_files(language: str = "en") -> Mapping[str, bytes]:
    """Each file's name and what it holds, UTF-8. `language` is the show's."""
    texts = _texts(own_words(language))
    return {name: _BLANK.sub(lambda blank: texts[blank[1]], _asset(name)).encode() for name in _NAMES}


def _asset(name: str) -> str:
    return files("feed.rss").joinpath("assets", name).read_bytes().decode()


def _texts(words: OwnWords) -> dict[str, str]:
    """What stands for each blank; for a date and the parts of a length, what XSLT makes of an item."""
    plain = ("tag", "direction", "episodes", "feed_none", "shows_page", "subscribe", "feed_is", "feed_pages")
    texts = {name: escape(getattr(words, name)) for name in (*plain, "older", "newer", "copy_address")}
    months = words.short_months.split()
    chars = max(map(len, months))
    listed = "".join(month.ljust(chars) for month in months)
    blanks = {
        "day": f"concat($day, substring('{words.first_day[1:]}', 1, 9 * ($day = 1)))",
        "month": f"normalize-space(substring('{listed}', {chars} * ($month - 1) + 1, {chars}))",
        "year": "substring(., 13, 4)",
        "hours": "$hours",
        "minutes": "$minutes",
        "seconds": ". mod 60",
    }
    return texts | {name: _value(getattr(words, name), blanks) for name in ("date", "hours", "minutes", "seconds")}


def _value(pattern: str, blanks: Mapping[str, str]) -> str:
    """XSLT that fills a pattern: XSLT drops what is nothing but white space between two elements, so it is one."""
    parts = [blanks[part] if at % 2 else f"'{part}'" for at, part in enumerate(_IN_PATTERN.split(pattern))]
    return f'<xsl:value-of select="concat({", ".join(parts)})"/>'
