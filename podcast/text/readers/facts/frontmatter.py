"""The facts that a writer states above the text: between lines of --- (YAML's simplest form) or +++ (TOML), or bare.

    essay, length = read_front_matter(source, name="essay.md")       # an essay of facts, without blocks
    essay.title, essay.date, source[length:]

Every scalar of YAML is text: `no` is "no" and `012` is "012". A library reads it; where that refuses, it is asked for
each key alone, and what it still refuses is read as people write it (sloppyyaml.py). Keys that mean nothing here are
passed over. Of a mapping (`author: {name: …, url: …}`) only what names it counts. Bare are `Title: …` and `Date: …`, or
an e-mail's header.
"""

import re
from collections.abc import Mapping
from email.utils import parseaddr
from typing import TYPE_CHECKING

from podcast.errors import PodcastError
from podcast.text.dates import is_ambiguous, names_no_day, parse_date
from podcast.text.essay import Essay
from podcast.text.readers.facts.factkeys import meaning
from podcast.text.readers.facts.sloppyyaml import KEY, Value, entries, principal, sloppy_value
from podcast.text.readers.facts.statedfacts import stated_facts, text_of
from podcast.text.tomltext import read_toml
from podcast.text.wordlist import each

if TYPE_CHECKING:
    from podcast.text.readers.facts.yamltext import Yaml

_LONGEST = 65_536  # characters; more is not front matter
_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>(?:(?!(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|$)).*\n)*)(?P<end>\S+)"
    r"((?<=\.\.\.)[ \t]*\n---(?=[ \t]*(?:\n|$)))?"  # what a library wrote, down to its end, between fences
)
_TOML_KEY = re.compile(r"[\w-]+[ \t]*=")
_MAYBE_KEY = re.compile(r"[{?\"']|[^\n]+:(?:[ \t]|$)")  # if YAML is read below it, with facts
_HEADER = re.compile(r"(?:[A-Za-z][\w-]{1,30}:(?:[ \t]+\S.*|[ \t]*)(?:\n|$)){2,30}(?=[ \t]*(?:\n|$))")
_ORG = re.compile(r"(?:#\+[A-Za-z_]{1,30}:.*(?:\n|$)){1,40}")
_SENTENCE = re.compile(r".*[.!?…][\"'”’)]*\s*|.{121,}")  # what a person says, and no value
_HEADER_KEYS = frozenset(
    each("""
    title subject author from date sent to cc bcc reply-to message-id
    tags keywords category categories slug language lang summary description status modified
    """)
)


def read_front_matter(source: str, name: str) -> tuple[Essay, int]:
    """The facts and how many characters they take up: none where the text has no front matter.

    Raises PodcastError for broken TOML and for a date that can't be read.
    """
    fenced = _FENCED.match(source[:_LONGEST])
    values = _fenced(fenced, name) if fenced and fenced["end"] in _closers(fenced["fence"]) else None
    if not fenced or values is None:
        return _read_header(source)
    return stated_facts(source, values, name), fenced.end()


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
    return values if is_key or any(map(meaning, values)) else None


def _read_header(source: str) -> tuple[Essay, int]:
    """Lines of keys and nothing else, down to a blank line. A date that can't be read is passed over here."""
    if org := _ORG.match(source[:_LONGEST]):
        lines = (line.removeprefix("#+").partition(":") for line in org.group().splitlines())
        values: dict[str, Value] = {key: value.strip() for key, _, value in lines}
        return (stated_facts(source, _readable(values), ""), org.end()) if any(map(meaning, values)) else _none(source)
    header = _HEADER.match(source[:_LONGEST])
    values = {key: sloppy_value(entry) for key, entry in entries(header.group().splitlines() if header else []).items()}
    if not header or not _are_facts(values, header.group()):
        return _none(source)
    if "from" in values:
        values.setdefault("author", parseaddr(text_of(values["from"]))[0])
    values.setdefault("title", values.get("subject", ""))
    return stated_facts(source, _readable(values), ""), header.end()


def _none(source: str) -> tuple[Essay, int]:
    return Essay(source, "", (), ()), 0


def _are_facts(values: Mapping[str, Value], header: str) -> bool:
    """A title, and whatever Pelican and its plug-ins know; but the lines of a script begin with names in capitals."""
    others = [key for key in values if key not in _HEADER_KEYS and not meaning(key)]
    is_titled = any(text_of(values.get(key, "")) for key in ("title", "subject"))
    doubtful = [line for line in header.splitlines() if line.partition(":")[0].lower() in others]
    return is_titled and len(values) > 1 + len(others) and not any(map(_is_said, doubtful))


def _is_said(line: str) -> bool:
    key, _, value = line.partition(":")
    return key.isupper() or _SENTENCE.fullmatch(value.strip()) is not None


def _readable(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Without a date that isn't one, which may be the text's."""
    stated = text_of(values.get("date", ""))
    is_date = parse_date(stated) or is_ambiguous(stated) or names_no_day(stated)
    return values if is_date else {key: value for key, value in values.items() if key != "date"}


def _toml(body: str, name: str) -> dict[str, Value]:
    try:
        return {key: _from_toml(value) for key, value in read_toml(body).items()}
    except ValueError as error:
        what = f"The front matter is not TOML ({error})"
        raise PodcastError(what, which=name, remedy="Mend it, or take it out.") from None


def _from_toml(value: object) -> Value:
    if isinstance(value, list):
        return tuple(text_of(_from_toml(item)) for item in value)
    return principal({key: str(item) for key, item in value.items()}, "") if isinstance(value, dict) else str(value)


def _yaml(body: str) -> dict[str, Value]:
    from podcast.text.readers.facts.yamltext import read_yaml

    whole = read_yaml(body)
    if whole is not None:
        return {key: _from_yaml(value) for key, value in whole.items()}
    values: dict[str, Value] = {}
    for key, entry in entries(body.split("\n")).items():
        alone = read_yaml("\n".join(entry)) if meaning(key) else None
        values[key] = sloppy_value(entry) if alone is None else _from_yaml(*alone.values())
    return values


def _from_yaml(value: "Yaml") -> Value:
    if isinstance(value, list):
        return tuple(text for item in value if (text := text_of(_from_yaml(item))))
    if isinstance(value, dict):
        texts = {key: text_of(_from_yaml(inner)) for key, inner in value.items()}
        whole = ", ".join(f"{key}: {text}" for key, text in texts.items())
        return principal({key.lower(): text for key, text in texts.items()}, whole)
    return value
