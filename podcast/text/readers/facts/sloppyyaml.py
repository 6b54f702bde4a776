"""Facts as people write them who don't know YAML's rules, such as `title: Rivers: a story`.

    found = entries(["title: Rivers: a story", "tags:", "  - a"])   # {"title": [its line], "tags": [its two lines]}
    {key: sloppy_value(lines) for key, lines in found.items()}      # {"title": "Rivers: a story", "tags": ("a",)}

For what a YAML library refuses (yamltext.py), and for the header of an e-mail: a key has what stands in its line, or
below it. A quotation mark that isn't closed is a sign like any other.
"""

import re
from collections.abc import Mapping

KEY = re.compile(r"([\"']?)([A-Za-z_][\w-]*)\1[ \t]*:(?:[ \t]+(.*)|$)")
_BELOW = re.compile(r"[ \t]|- |$")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_QUOTED = re.compile(
    r"(?:\"((?>(?:[^\"\\]|\\.)*))\"|'((?>(?:[^']|''|\b'\b)*))')(?:[ \t]+#.*)?"  # 'It's mine' is one
)
_LIST_PART = re.compile(r"(?:(?<![\s,])[\s,]+)?(\"(?>(?:[^\"\\]|\\.)*)\"|'(?>(?:[^']|'')*)'|[^,]+)")
_FOLDED = ("|", ">", "|-", ">-", "|+", ">+")
_PRINCIPAL = ("name", "path", "src", "url", "image", "feature", "file", "created")

Value = str | tuple[str, ...]


def entries(lines: list[str]) -> dict[str, list[str]]:
    """The lines of each key: its own, and the indented ones or items below it. Of two alike the last counts."""
    found: dict[str, list[str]] = {}
    entry: list[str] = []
    for line in lines:
        if match := KEY.match(line):
            entry = found[match[2].lower()] = [line]
        elif _BELOW.match(line):
            entry.append(line)
        else:
            entry = []  # of nobody
    return found


def sloppy_value(entry: list[str]) -> Value:
    match = KEY.match(entry[0])
    value = (match[3] or "").strip() if match else ""
    below = [line.strip() for line in entry[1:] if line.strip()]
    if value in _FOLDED:
        return " ".join(below)
    return _value(value) if value else _structure(below)


def principal(mapping: Mapping[str, str], otherwise: str) -> str:
    """What stands for a mapping, such as the name of `{name: Jane Doe, url: …}`."""
    return next((mapping[key] for key in _PRINCIPAL if key in mapping), otherwise)


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
    pairs = [match for line in lines if (match := KEY.match(line))]
    whole = _scalar(lines[0]) if len(lines) == 1 else " ".join(lines)
    return principal({match[2].lower(): _scalar(match[3] or "") for match in pairs}, whole)


def _value(text: str) -> Value:
    bare = _COMMENT.sub("", text)
    if text.startswith("[") and (bare.endswith("]") or "]" not in bare):  # `[Draft] Rivers` is no list
        inside = bare[1:].removesuffix("]")
        return tuple(_scalar(part) for match in _LIST_PART.findall(inside) if (part := match.strip()))
    if text.startswith("{"):
        return _mapped([part.strip() for part in text.strip("{}").split(",")])
    return _scalar(text)


def _scalar(text: str) -> str:
    if quoted := _QUOTED.fullmatch(text):
        inside = quoted[1]
        return quoted[2].replace("''", "'") if inside is None else re.sub(r"\\(.)", _unescaped, inside)
    return _COMMENT.sub("", text).strip()


def _unescaped(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t"}.get(match[1], match[1])
