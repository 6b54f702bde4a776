"""Rules for values of the podcast namespace that a feed may leave out: what is there has to be right."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from feed.check.document import Feed, FeedEntry, date
from feed.check.items import is_counted
from feed.check.site import is_absolute
from feed.rss import PODCAST
from feed.rules import Rulebook
from feed.values import GEO, LICENSE_ID, OSM, RRULE

EXTRAS: Rulebook[Feed | FeedEntry] = Rulebook()

_MEDIUMS = {*"podcast music video film audiobook newsletter blog publisher course".split(), "mixed"}
_MEDIUMS |= {f"{medium}L" for medium in _MEDIUMS - {"mixed"}}
_MAX_NAME_CHARS = 128
_SOUNDBITE_S = (15, 120)


def _value(name: str, statement: str, remedy: str) -> Callable[[Callable[[etree._Element], Iterator[str]]], None]:
    """Enter a rule over each podcast:`name` of the show or of an item."""

    def enter(wrong: Callable[[etree._Element], Iterator[str]]) -> None:
        def look(seen: Feed | FeedEntry) -> Iterator[str]:
            for element in seen.element.findall(f"{{{PODCAST}}}{name}"):
                yield from wrong(element)

        EXTRAS.rule(name.lower(), "optional", f"NS, podcast:{name}", statement, remedy)(look)

    return enter


@_value("person", "A person has a name of at most 128 characters.", "Write the name as the element's text.")
def _person(element: etree._Element) -> Iterator[str]:
    yield from _wrong_name(element)


@_value("funding", "Funding has an address and a text of at most 128 characters.", "Give both.")
def _funding(element: etree._Element) -> Iterator[str]:
    yield from _wrong_name(element)
    if not is_absolute(element.get("url", "")):
        yield f"its url is {element.get('url')!r}"


@_value("location", 'A location has a name; geo is like "geo:59.86,17.64" and osm like "R113314".', "Correct it.")
def _location(element: etree._Element) -> Iterator[str]:
    yield from _wrong_name(element)
    for name, pattern in (("geo", GEO), ("osm", OSM)):
        if (said := element.get(name)) and not pattern.fullmatch(said):
            yield f"{name} is {said!r}"


@_value("license", "A license is an identifier of SPDX, as cc-by-4.0, or has an address.", "Name it, or add its url.")
def _license(element: etree._Element) -> Iterator[str]:
    yield from _wrong_name(element)
    if not element.get("url") and element.text and not LICENSE_ID.fullmatch(element.text.lower()):
        yield f"{element.text!r} is no identifier, and has no url"


@_value("medium", "The medium is one that the namespace knows.", 'Write "podcast".')
def _medium(element: etree._Element) -> Iterator[str]:
    if element.text not in _MEDIUMS:
        yield f"it is {element.text!r}"


@_value("updateFrequency", "An update frequency has a text, and its rrule is one of RFC 5545.", "Correct it.")
def _update_frequency(element: etree._Element) -> Iterator[str]:
    yield from _wrong_name(element)
    rrule = element.get("rrule")
    if rrule and not RRULE.fullmatch(rrule):
        yield f"its rrule is {rrule!r}"
    if element.get("complete") not in (None, "true", "false"):
        yield f"complete is {element.get('complete')!r}"


@_value("trailer", "A trailer has a title, an address and a date of RFC 2822.", "Give all three.")
def _trailer(element: etree._Element) -> Iterator[str]:
    yield from _wrong_name(element)
    if not is_absolute(element.get("url", "")):
        yield f"its url is {element.get('url')!r}"
    if date(element.get("pubdate", "")) is None:
        yield f"its pubdate is {element.get('pubdate')!r}"
    if (season := element.get("season")) is not None and not is_counted(season):
        yield f"its season is {season!r}"


def soundbite(seen: Feed | FeedEntry) -> Iterator[str]:
    """Needs the episode's length, as no other value does."""
    length_ms = seen.length_ms if isinstance(seen, FeedEntry) else None
    for element in seen.element.findall(f"{{{PODCAST}}}soundbite"):
        start_s, duration_s = _seconds(element.get("startTime")), _seconds(element.get("duration"))
        if start_s is None or duration_s is None:
            yield "it has no startTime and duration in seconds"
        elif not _SOUNDBITE_S[0] <= duration_s <= _SOUNDBITE_S[1]:
            yield f"it lasts {duration_s:g} s"
        elif length_ms is not None and (start_s + duration_s) * 1000 > length_ms:
            yield f"it ends at {start_s + duration_s:g} s, the audio at {length_ms / 1000:g} s"


EXTRAS.rule(
    *("soundbite", "optional", "NS, podcast:soundbite"),
    f"A soundbite lasts {_SOUNDBITE_S[0]} to {_SOUNDBITE_S[1]} seconds and lies within the episode.",
    "Choose another stretch.",
)(soundbite)


def _wrong_name(element: etree._Element) -> Iterator[str]:
    said = (element.text or "").strip()
    if not said:
        yield "it has no text"
    elif len(said) > _MAX_NAME_CHARS:
        yield f"its text has {len(said)} characters"


def _seconds(written: str | None) -> float | None:
    return float(written) if written and re.fullmatch(r"\d{1,9}(\.\d+)?", written) else None
