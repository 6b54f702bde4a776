"""Facts above a text that are no front matter: pandoc's `%`, Nikola's comment, Logseq's fields, Notion's properties.

    essay, length = read_title_block("% Why Rivers Bend\\n% Jane Doe\\n% May 1, 2024\\n\\nText.", "essay.md")
    essay.title, essay.author       # "Why Rivers Bend", "Jane Doe"

They are read as the same facts in a bare header are (frontmatter.py). Notion writes its properties below the title, as
anyone may write lines with colons; so only into files that it named, with a hash.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from podcast.text.essay import Essay
from podcast.text.readers.facts.frontmatter import read_front_matter

_MOST = 8_192  # characters
_LINES = r"[^\n]*(?:\n[ \t]+\S[^\n]*)*"  # one, and those that continue it
_PANDOC = re.compile(rf"%(?P<title>{_LINES})(?:\n%(?P<author>{_LINES}))?(?:\n%(?P<date>[^\n]*))?(?:\n|\Z)")
_NIKOLA = re.compile(r"(?<!\s)\s*<!--[ \t]*\n(?P<body>(?:[ \t]*(?:\.\. [\w-]+:[^\n]*)?\n)+?)[ \t]*-->[ \t]*\n?")
_LOGSEQ = re.compile(r"(?P<body>(?:[\w-]{1,40}::(?:[ \t][^\n]*)?\n){1,40})(?:[ \t]*\n|(?=[-*] ))")
_NOTION = re.compile(r"#[ \t](?P<title>[^\n]+)\n\s*\n(?P<body>(?:[^\W\d][^:\n]{0,40}:[^\n]*\n){1,30})[ \t]*\n")
_NOTION_NAME = re.compile(r"[ _-][0-9a-f]{32}\.\w{2,8}\Z")
_FIELD = re.compile(r"^[ \t]*(?:\.\. )?(?P<key>[^:\n]{1,40}?)::?[ \t]+(?P<value>\S[^\n]*)$", re.MULTILINE)
_LINKED = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_TIME = re.compile(
    r"(?<![ ,])[ ,]+\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?\s*\Z|(?<!\s)\s+UTC[+-]?[\d:]*\s*\Z", re.IGNORECASE
)


def read_title_block(source: str, name: str) -> tuple[Essay, int]:
    """The facts and how many characters they take up: none where there is no such block."""
    top = source[:_MOST]
    if (found := _PANDOC.match(top)) and found["author"] is not None:
        return _facts(source, {key: " ".join(value.split()) for key, value in found.groupdict("").items()}), found.end()
    for pattern in (_NIKOLA, _LOGSEQ):
        if found := pattern.match(top):
            facts = _facts(source, _fields(found["body"]))
            return (facts, found.end()) if facts.title or facts.author or facts.date else (_none(source), 0)
    if _NOTION_NAME.search(name) and (found := _NOTION.match(top)):
        return _facts(source, _fields(found["body"]) | {"title": found["title"].strip()}), found.end()
    return _none(source), 0


def _fields(body: str) -> dict[str, str]:
    return {field["key"].strip().lower(): field["value"].strip() for field in _FIELD.finditer(body)}


def _facts(source: str, values: Mapping[str, str]) -> Essay:
    """As a header with the same keys states them; what that refuses is not stated."""
    plain = {key: _LINKED.sub(r"\1", value) for key, value in values.items() if value}
    if "created" in plain:
        plain.setdefault("date", plain["created"])
    if "date" in plain:
        plain["date"] = _without_time(plain["date"])
    known = {key: value for key, value in plain.items() if re.fullmatch(r"[a-z][\w-]{1,30}", key)}
    header = "".join(
        f"{key}: {value}\n" for key, value in {"title": "-", **known, "tags": known.get("tags", "-")}.items()
    )
    facts, _ = read_front_matter(header + "\n", "")
    tags = facts.tags if "tags" in known else ()
    return replace(facts, source=source, title=facts.title if "title" in known else "", tags=tags)


def _without_time(date: str) -> str:
    while (cut := _TIME.sub("", date)) != date:
        date = cut
    return date


def _none(source: str) -> Essay:
    return Essay(source, "", (), ())
