"""The facts that a writer states above the text: between lines of --- (YAML's simplest form) or +++ (TOML), or bare.

    essay, length = read_front_matter(source, name="essay.md")       # an essay of facts, without blocks
    essay.title, essay.date, source[length:]

Every scalar of YAML is text: `no` is "no" and `012` is "012". A library reads it; where that refuses, it is asked for
each key alone, and what it still refuses is read as people write it (sloppyyaml.py). Keys that mean nothing here are
passed over. Of a mapping (`author: {name: …, url: …}`) only what names it counts. Bare are `Title: …` and `Date: …`, or
an e-mail's header.
"""

import re
import tomllib
from collections.abc import Mapping
from email.utils import parseaddr
from typing import TYPE_CHECKING

from podcast.errors import PodcastError
from podcast.text.dates import parse_date
from podcast.text.essay import Essay
from podcast.text.readers.sloppyyaml import KEY, Value, entries, principal, sloppy_value
from podcast.text.wordlist import each

if TYPE_CHECKING:
    from podcast.text.readers.yamltext import Yaml

_LONGEST = 65_536  # characters; more is not front matter
_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>(?:(?!(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|$)).*\n)*)(?P<end>\S+)"
    r"((?<=\.\.\.)[ \t]*\n---(?=[ \t]*(?:\n|$)))?"  # what a library wrote, down to its end, between fences
)
_TOML_KEY = re.compile(r"[\w-]+[ \t]*=")
_MAYBE_KEY = re.compile(r"[{?\"']|[^\n]+:(?:[ \t]|$)")  # if YAML is read below it, with facts
_HEADER = re.compile(r"(?:[A-Za-z][\w-]{1,30}:[ \t]+\S.*(?:\n|$)){2,20}(?=[ \t]*(?:\n|$))")
_HEADER_KEYS = frozenset(
    each("""
    title subject author from date sent to cc bcc reply-to message-id
    tags keywords category categories slug language lang summary description status modified
    """)
)
_FACTS = frozenset(
    each("""
    title author authors date published language lang description summary tags keywords image cover slug
    season episode episode_type type
    """)
)
_EPISODE_TYPES = ("full", "trailer", "bonus")  # Apple, <itunes:episodeType>
_MOST_DIGITS = 6


def read_front_matter(source: str, name: str) -> tuple[Essay, int]:
    """The facts and how many characters they take up: none where the text has no front matter.

    Raises PodcastError for broken TOML and for a date that can't be read.
    """
    fenced = _FENCED.match(source[:_LONGEST])
    values = _fenced(fenced, name) if fenced and fenced["end"] in _closers(fenced["fence"]) else None
    if not fenced or values is None:
        return _read_header(source)
    return _essay(source, values, name), fenced.end()


def _closers(fence: str) -> tuple[str, ...]:
    return ("+++",) if fence == "+++" else ("---", "...")


def _fenced(fenced: re.Match[str], name: str) -> Mapping[str, Value] | None:
    """None where a rule stands above a paragraph: facts begin at once, with a key."""
    body = fenced["body"]
    first = next((line for line in body.split("\n") if line.strip() and not line.startswith(("#", "["))), "")
    is_key = bool(KEY.match(first) or _TOML_KEY.match(first))
    if fenced["fence"] == "+++":
        return _toml(body, name) if is_key else None
    values = _yaml(body) if is_key or _MAYBE_KEY.match(first) else {}
    return values if is_key or not _FACTS.isdisjoint(values) else None


def _read_header(source: str) -> tuple[Essay, int]:
    """Lines of known keys and nothing else, down to a blank line. A date that can't be read is passed over here."""
    header = _HEADER.match(source[:_LONGEST])
    lines = entries(header.group().splitlines()) if header else {}
    values = {key: sloppy_value(entry) for key, entry in lines.items()}
    if not header or not _HEADER_KEYS.issuperset(values) or not {"title", "subject"} & set(values):
        return Essay(source, "", (), ()), 0
    if "from" in values:
        values.setdefault("author", parseaddr(_text(values["from"]))[0])
    values.setdefault("title", values.get("subject", ""))
    if not parse_date(_text(values.get("date", ""))):
        values.pop("date", None)
    return _essay(source, values, ""), header.end()


def _essay(source: str, values: Mapping[str, Value], name: str) -> Essay:
    stated = _text(values.get("date") or values.get("published") or "")
    date = parse_date(stated) if stated else None
    if stated and date is None:
        raise PodcastError(f"The date {stated!r} can't be read", which=name, remedy="Write it like 2024-05-01.")
    return Essay(
        source,
        title=_text(values.get("title", "")),
        blocks=(),
        skips=(),
        author=_text(values.get("author") or values.get("authors") or ""),
        date=date,
        language=_text(values.get("language") or values.get("lang") or "").replace("_", "-").lower(),
        description=_text(values.get("description") or values.get("summary") or ""),
        tags=_many(values.get("tags") or values.get("keywords") or ()),
        image=_text(values.get("image") or values.get("cover") or ""),
        slug=_text(values.get("slug", "")),
        season=_number("season", values, name),
        episode=_number("episode", values, name),
        episode_type=_episode_type(values, name),
    )


def _number(key: str, values: Mapping[str, Value], name: str) -> int | None:
    stated = _text(values.get(key, ""))
    if not stated:
        return None
    if not stated.isdecimal() or len(stated) > _MOST_DIGITS or not int(stated):
        remedy = "Write a whole number from 1 on, or take it out."
        raise PodcastError(f"The {key} can't be {stated!r}", which=name, remedy=remedy)
    return int(stated)


def _episode_type(values: Mapping[str, Value], name: str) -> str:
    """`type` has other meanings elsewhere (a post, a page), so there only what is ours counts."""
    stated = _text(values.get("episode_type", "")).lower()
    if stated and stated not in _EPISODE_TYPES:
        what, remedy = f"The episode type {stated!r} is unknown", f"Known are {', '.join(_EPISODE_TYPES)}."
        raise PodcastError(what, which=name, remedy=remedy)
    general = _text(values.get("type", "")).lower()
    return stated or (general if general in _EPISODE_TYPES else _EPISODE_TYPES[0])


def _text(value: Value) -> str:
    return " ".join((value if isinstance(value, str) else ", ".join(value)).split())


def _many(value: Value) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    return tuple(part.strip() for part in parts if part.strip())


def _toml(body: str, name: str) -> dict[str, Value]:
    try:
        table = tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what = f"The front matter is not TOML ({error})"
        raise PodcastError(what, which=name, remedy="Mend it, or take it out.") from None
    return {key.lower(): _from_toml(value) for key, value in table.items()}


def _from_toml(value: object) -> Value:
    if isinstance(value, list):
        return tuple(_text(_from_toml(item)) for item in value)
    return principal({key: str(item) for key, item in value.items()}, "") if isinstance(value, dict) else str(value)


def _yaml(body: str) -> dict[str, Value]:
    from podcast.text.readers.yamltext import read_yaml

    whole = read_yaml(body)
    if whole is not None:
        return {key.lower(): _from_yaml(value) for key, value in whole.items()}
    values: dict[str, Value] = {}
    for key, entry in entries(body.split("\n")).items():
        alone = read_yaml("\n".join(entry)) if key in _FACTS else None
        values[key] = sloppy_value(entry) if alone is None else _from_yaml(*alone.values())
    return values


def _from_yaml(value: "Yaml") -> Value:
    if isinstance(value, list):
        return tuple(text for item in value if (text := _text(_from_yaml(item))))
    if isinstance(value, dict):
        texts = {key: _text(_from_yaml(inner)) for key, inner in value.items()}
        whole = ", ".join(f"{key}: {text}" for key, text in texts.items())
        return principal({key.lower(): text for key, text in texts.items()}, whole)
    return value
