"""What an essay states of itself, from the keys and values of its front matter.

    essay = stated_facts(source, {"title": "Why", "explicit": "yes", "autor": "Jane"}, name="essay.md")
    essay.explicit                  # True
    essay.remarks                   # ("`autor` in the front matter does nothing: did you mean `author`?",)

A value that can't be meant is refused; a key that does nothing, though somebody may believe so, is told.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from podcast.errors import PodcastError
from podcast.text.dates import is_ambiguous, names_no_day, parse_date
from podcast.text.essay import Essay
from podcast.text.language import language_tag
from podcast.text.readers.facts.factkeys import KEYS, did_you_mean, squashed
from podcast.text.readers.facts.sloppyyaml import Value

_EPISODE_TYPES = ("full", "trailer", "bonus")  # Apple, <itunes:episodeType>
_MOST_DIGITS = 6
_LONGEST_GUID = 255  # PSP-1
_YES = frozenset({"true", "yes", "y", "on", "1"})
_NO = frozenset({"false", "no", "n", "off", "0"})
_DRAFTS = frozenset({"draft", "drafts", "pending", "private", "unpublished", "hidden", "trash", "wip", "in progress"})
_MONTH_FIRST = frozenset({"", "en", "en-us"})  # languages in which 03/07 is March; others begin with the day
_DIGIT = re.compile(r"\d")


def stated_facts(source: str, values: Mapping[str, Value], name: str) -> Essay:
    """An essay without blocks. Raises PodcastError for a value that can't be read."""
    facts = _Facts(values, name)
    return Essay(
        source,
        title=facts.text("title"),
        blocks=(),
        skips=(),
        author=facts.text("author"),
        date=facts.date(),
        language=facts.checked_language(),
        description=facts.text("description"),
        tags=_many(facts.value("tags")),
        image=facts.text("image"),
        slug=facts.text("slug"),
        season=facts.number("season"),
        episode=facts.number("episode"),
        episode_type=facts.episode_type(),
        voice=facts.text("voice"),
        explicit=facts.explicit(),
        guid=facts.guid(),
        draft=facts.draft(),
        expires=facts.expires(),
        embargo=facts.embargo(),
        remarks=tuple(facts.remarks()),
    )


def text_of(value: Value) -> str:
    return " ".join((value if isinstance(value, str) else ", ".join(value)).split())


class _Facts:
    def __init__(self, values: Mapping[str, Value], name: str) -> None:
        self._values, self._name = values, name
        self._by_key = {squashed(key): (key, value) for key, value in values.items()}

    def value(self, fact: str) -> Value:
        """Of the first of its keys that says something."""
        return self._first(fact)[1]

    def text(self, fact: str) -> str:
        return text_of(self.value(fact))

    @property
    def language(self) -> str:
        return self.text("language").replace("_", "-").lower()

    def checked_language(self) -> str:
        if self.language and not language_tag(self.language):
            raise self._refused("language", self.text("language"), "Write a tag such as de or en-gb.")
        return self.language

    def date(self) -> datetime | None:
        key, value = self._first("date", self._is_date)
        stated = text_of(value)
        if not stated or names_no_day(stated):
            return None
        date = parse_date(stated, day_first=self._is_day_first)
        if date is None:
            what = f"The date {stated!r} can't be read" + (f" ({key})" if squashed(key) != "date" else "")
            raise PodcastError(what, which=self._name, remedy="Write it like 2024-05-01.")
        return date

    def embargo(self) -> datetime | None:
        """Hugo's publishDate, before which nothing is to be published."""
        stated = next((text_of(self._by_key[key][1]) for key in ("publishdate", "pubdate") if key in self._by_key), "")
        return parse_date(stated, day_first=self._is_day_first) if stated else None

    def expires(self) -> datetime | None:
        stated = self.text("expires")
        return parse_date(stated, day_first=self._is_day_first) if stated else None

    def number(self, key: str) -> int | None:
        stated = self.text(key)
        if not stated:
            return None
        if not stated.isdecimal() or len(stated) > _MOST_DIGITS or not int(stated):
            raise self._refused(key, stated, "Write a whole number from 1 on, or take it out.")
        return int(stated)

    def episode_type(self) -> str:
        """`type` has other meanings elsewhere (a post, a page), so there only what is ours counts."""
        stated = self.text("episode type").lower()
        if stated and stated not in _EPISODE_TYPES:
            what, remedy = f"The episode type {stated!r} is unknown", f"Known are {', '.join(_EPISODE_TYPES)}."
            raise PodcastError(what, which=self._name, remedy=remedy)
        general = self.text("type").lower()
        return stated or (general if general in _EPISODE_TYPES else _EPISODE_TYPES[0])

    def explicit(self) -> bool | None:
        """Also as older feeds say it: "explicit" and "clean"."""
        stated = self.text("explicit").lower()
        if not stated:
            return None
        if stated not in _YES | _NO | {"explicit", "clean"}:
            raise self._refused("explicit", stated, "Write true or false, or take it out: then the show's counts.")
        return stated in _YES or stated == "explicit"

    def guid(self) -> str:
        stated = self.text("guid")
        if len(stated) > _LONGEST_GUID:
            remedy = f"Write at most {_LONGEST_GUID} characters, or take it out: then one is minted."
            raise self._refused("guid", f"{stated[:40]}…", remedy)
        return stated

    def draft(self) -> str:
        """How it says that it is not to be published; empty if it doesn't."""
        signs = {"draft": _YES, "published": _NO, "publish": _NO, "status": _DRAFTS}
        for key, meant in signs.items():
            written, value = self._by_key.get(key, ("", ""))
            if (stated := text_of(value)).lower() in meant:
                return f"{written}: {stated}"
        return ""

    def remarks(self) -> Iterator[str]:
        for key, value in self._values.items():
            meant = did_you_mean(key)
            is_meant = meant and text_of(value) and (meant != "date" or _DIGIT.search(text_of(value)))
            if is_meant:
                yield f"`{key}` in the front matter does nothing: did you mean `{meant}`?"
        key, value = self._first("date", self._is_date)
        stated = text_of(value)
        if names_no_day(stated):
            yield f"`{key}: {stated[:40]}` names no day: write it like 2024-05-01, or give --date"
        elif is_ambiguous(stated) and (date := parse_date(stated, day_first=self._is_day_first)):
            yield f"`{key}: {stated}` is read as {date.day} {date:%B %Y}: write {date:%Y-%m-%d} to settle it"

    @property
    def _is_day_first(self) -> bool:
        return self.language not in _MONTH_FIRST

    def _is_date(self, key: str, value: Value) -> bool:
        """`published` says of some tools' essays whether, and not when."""
        return key != "published" or text_of(value).lower() not in _YES | _NO

    def _first(self, fact: str, counts: Callable[[str, Value], bool] = lambda _key, _value: True) -> tuple[str, Value]:
        found = (self._by_key[key] for key in KEYS[fact] if key in self._by_key and counts(key, self._by_key[key][1]))
        return next((one for one in found if text_of(one[1])), ("", ""))

    def _refused(self, key: str, stated: str, remedy: str) -> PodcastError:
        return PodcastError(f"The {key} can't be {stated!r}", which=self._name, remedy=remedy)


def _many(value: Value) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    return tuple(part.strip() for part in parts if part.strip())
