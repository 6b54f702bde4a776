"""The facts that a writer states above the text: between lines of --- (YAML's simplest form) or +++ (TOML), or bare.

    essay, length = read_front_matter(source, name="essay.md")       # an essay of facts, without blocks
    essay.title, essay.date, source[length:]

Every scalar is text: `no` is "no" and `012` is "012". Keys that mean nothing here are passed over. Of a mapping
(`author: {name: …, url: …}`) only what names it counts. Bare are `Title: …` and `Date: …`, or an e-mail's header.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from email.utils import parseaddr
from itertools import takewhile

from podcast.errors import PodcastError
from podcast.text.dates import parse_date
from podcast.text.essay import Essay
from podcast.text.wordlist import each

_LONGEST = 65_536  # characters; more is not front matter
_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>(?:(?!(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|$)).*\n)*)(?P<end>\S+)"
)
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|$)")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_QUOTED = re.compile(r"\"((?>(?:[^\"\\]|\\.)*))\"|'((?>(?:[^']|'')*))'")
_LIST_PART = re.compile(r"[\s,]*(\"(?>(?:[^\"\\]|\\.)*)\"|'(?>(?:[^']|'')*)'|[^,]+)")

_FOLDED = ("|", ">", "|-", ">-", "|+", ">+")
_HEADER = re.compile(r"(?:[A-Za-z][\w-]{1,30}:[ \t]+\S.*(?:\n|$)){2,20}(?=[ \t]*(?:\n|$))")
_HEADER_KEYS = frozenset(
    each("""
    title subject author from date sent to cc bcc reply-to message-id
    tags keywords category categories slug language lang summary description status modified
    """)
)
_PRINCIPAL = ("name", "path", "src", "url", "image", "feature", "file")  # what stands for a mapping
_EPISODE_TYPES = ("full", "trailer", "bonus")  # Apple, <itunes:episodeType>
_MOST_DIGITS = 6

Value = str | tuple[str, ...]


def read_front_matter(source: str, name: str) -> tuple[Essay, int]:
    """The facts and how many characters they take up: none where the text has no front matter.

    Raises PodcastError for broken TOML and for a date that can't be read.
    """
    fenced = _FENCED.match(source[:_LONGEST])
    if not fenced or fenced["end"] not in _closers(fenced["fence"]) or not _has_facts(fenced["body"]):
        return _read_header(source)
    is_toml = fenced["fence"] == "+++"
    values = _toml(fenced["body"], name) if is_toml else dict(_pairs(fenced["body"].split("\n")))
    return _essay(source, values, name), fenced.end()


def _closers(fence: str) -> tuple[str, ...]:
    return ("+++",) if fence == "+++" else ("---", "...")


def _has_facts(body: str) -> bool:
    """A rule above a paragraph is not front matter: facts begin at once, with a key."""
    first = next((line for line in body.split("\n") if line.strip() and not line.startswith(("#", "["))), "")
    return bool(_KEY.match(first) or re.match(r"[\w-]+[ \t]*=", first))


def _read_header(source: str) -> tuple[Essay, int]:
    """Lines of known keys and nothing else, down to a blank line. A date that can't be read is passed over here."""
    header = _HEADER.match(source[:_LONGEST])
    values = dict(_pairs(header.group().splitlines())) if header else {}
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
    return _principal({key: str(item) for key, item in value.items()}, "") if isinstance(value, dict) else str(value)


def _pairs(lines: list[str]) -> Iterator[tuple[str, Value]]:
    """Keys with what follows them: a value in the line, or the indented lines or items below it."""
    for index, line in enumerate(lines):
        if match := _KEY.match(line):
            value = (match[2] or "").strip()
            below = _below(lines[index + 1 :]) if value in ("", *_FOLDED) else []
            if value in _FOLDED:
                yield match[1].lower(), " ".join(below)
            else:
                yield match[1].lower(), _value(value) if value else _structure(below)


def _below(lines: list[str]) -> list[str]:
    inside = takewhile(lambda line: not line.strip() or line.startswith((" ", "\t", "- ")), lines)
    return [line.strip() for line in inside if line.strip()]


def _structure(lines: list[str]) -> Value:
    """A list, a mapping, or a text over several lines."""
    if not lines or not lines[0].startswith("- "):
        return _mapped(lines)
    items: list[list[str]] = []
    for line in lines:
        if line.startswith("- "):
            items.append([line[2:].strip()])
        else:
            items[-1].append(line)
    return tuple(_mapped(item) for item in items)


def _mapped(lines: list[str]) -> str:
    pairs = [match for line in lines if (match := _KEY.match(line))]
    whole = _scalar(lines[0]) if len(lines) == 1 else " ".join(lines)
    return _principal({match[1].lower(): _scalar(match[2] or "") for match in pairs}, whole)


def _principal(mapping: Mapping[str, str], otherwise: str) -> str:
    return next((mapping[key] for key in _PRINCIPAL if key in mapping), otherwise)


def _value(text: str) -> Value:
    if text.startswith("["):
        inside = text[1:].rpartition("]")[0] or text[1:]
        return tuple(_scalar(part) for match in _LIST_PART.findall(inside) if (part := match.strip()))
    if text.startswith("{"):
        return _mapped([part.strip() for part in text.strip("{}").split(",")])
    return _scalar(text)


def _scalar(text: str) -> str:
    if quoted := _QUOTED.match(text):
        inside = quoted[1]
        return quoted[2].replace("''", "'") if inside is None else re.sub(r"\\(.)", _unescaped, inside)
    return _COMMENT.sub("", text).strip()


def _unescaped(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t"}.get(match[1], match[1])
