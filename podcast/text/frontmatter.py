"""The facts that a writer states above the text, between lines of --- (YAML's simplest form) or +++ (TOML).

    essay, length = read_front_matter(source, name="essay.md")       # an essay of facts, without blocks
    essay.title, essay.date, source[length:]

Every scalar is text: `no` is "no" and `012` is "012". Keys that mean nothing here are passed over.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping

from podcast.errors import PodcastError
from podcast.text.dates import parse_date
from podcast.text.essay import Essay

_LONGEST = 65_536  # characters; more is not front matter
_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>(?:(?!(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|$)).*\n)*)(?P<end>\S+)"
)
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|$)")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"|'((?:[^']|'')*+)'")
_LIST_PART = re.compile(r"[\s,]*(\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'|[^,]+)")

Value = str | tuple[str, ...]


def read_front_matter(source: str, name: str) -> tuple[Essay, int]:
    """The facts and how many characters they take up: none where the text has no front matter.

    Raises PodcastError for broken TOML and for a date that can't be read.
    """
    fenced = _FENCED.match(source[:_LONGEST])
    if not fenced or fenced["end"] not in _closers(fenced["fence"]) or not _has_facts(fenced["body"]):
        return Essay(source, "", (), ()), 0
    is_toml = fenced["fence"] == "+++"
    values = _toml(fenced["body"], name) if is_toml else dict(_pairs(fenced["body"].split("\n")))
    return _essay(source, values, name), fenced.end()


def _closers(fence: str) -> tuple[str, ...]:
    return ("+++",) if fence == "+++" else ("---", "...")


def _has_facts(body: str) -> bool:
    """A rule above a paragraph is not front matter: facts begin at once, with a key."""
    first = next((line for line in body.split("\n") if line.strip() and not line.startswith(("#", "["))), "")
    return bool(_KEY.match(first) or re.match(r"[\w-]+[ \t]*=", first))


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
    )


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
    return {key.lower(): _from_toml(value) for key, value in table.items() if not isinstance(value, dict)}


def _from_toml(value: object) -> Value:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def _pairs(lines: list[str]) -> Iterator[tuple[str, Value]]:
    """Keys with what follows them: a value in the line, or the indented lines or items below it."""
    for index, line in enumerate(lines):
        if match := _KEY.match(line):
            value = (match[2] or "").strip()
            is_block = value in ("", "|", ">", "|-", ">-", "|+", ">+")
            yield match[1].lower(), _below(lines[index + 1 :]) if is_block else _value(value)


def _below(lines: list[str]) -> Value:
    taken: list[str] = []
    for line in lines:
        if line.strip() and not line.startswith((" ", "\t", "- ")):
            break
        taken += [line.strip()] if line.strip() else []
    if taken and all(line.startswith("- ") for line in taken):
        return tuple(_scalar(line[2:].strip()) for line in taken)
    return " ".join(taken)


def _value(text: str) -> Value:
    if text.startswith("["):
        inside = text[1:].rpartition("]")[0] or text[1:]
        return tuple(_scalar(part) for match in _LIST_PART.findall(inside) if (part := match.strip()))
    return _scalar(text)


def _scalar(text: str) -> str:
    if quoted := _QUOTED.match(text):
        inside = quoted[1]
        return quoted[2].replace("''", "'") if inside is None else re.sub(r"\\(.)", _unescaped, inside)
    return _COMMENT.sub("", text).strip()


def _unescaped(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t"}.get(match[1], match[1])
