"""YAML whose scalars are all text: `no` is "no", `012` is "012", and a date is what was written.

    read_yaml("title: 'Why: rivers'\\ntags: [no, 012]")      # {"title": "Why: rivers", "tags": ["no", "012"]}
    read_yaml("title: Why: rivers")                         # None: that is not YAML

PyYAML reads it, and here stands what it may cost: so many characters, so deep, and so much after aliases are followed.
Of YAML's own tags none does anything, and of a key that is there twice the last counts. What YAML would take for a tag
of the writer's or for an anchor (`!wow`, `&Sons`) is refused, since it was meant as a word, and so is a quotation with
the line of another key in it, since somebody forgot to close it.

It takes 25 ms to load: import it when there is YAML to be read. PyYAML's parser in C is quicker, but it isn't
there everywhere, and is of another opinion about 1 in 40 odd titles.
"""

import re
from collections.abc import Mapping
from itertools import takewhile

import yaml

_LONGEST = 32_768  # characters, read in half a second at the worst
_DEEPEST = 16  # lists in mappings in lists
_MOST = 65_536  # characters and values, with what aliases repeat
_NOTHING = ("~", "null", "Null", "NULL")  # YAML 1.2, 10.2.1: what a template left empty; in quotation marks a word
_OTHER_KEY = re.compile(r"(?<!\\)\n[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*:")
_SURROGATE = re.compile("[\ud800-\udfff]")

Yaml = str | list["Yaml"] | dict[str, "Yaml"]


def read_yaml(text: str) -> Mapping[str, Yaml] | None:
    """None where it isn't one mapping, or costs too much."""
    if len(text) > _LONGEST:
        return None
    try:
        document = _Document(text).read()
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    return document if isinstance(document, dict) else None


class _Document:
    """The value that PyYAML's events tell of. ValueError: it is not for us."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events = yaml.parse(text, yaml.BaseLoader)
        self._cost = 0
        self._anchored: dict[str, tuple[Yaml, int]] = {}  # with what it cost
        self._repeated: set[str] = set()

    def read(self) -> Yaml:
        """Of one document: stream and document begin and end around its value."""
        _begin, has_begun = next(self._events), isinstance(next(self._events), yaml.DocumentStartEvent)
        document = self._value(next(self._events), 0) if has_begun else ""
        _end, is_over = next(self._events, None), isinstance(next(self._events, None), yaml.StreamEndEvent)
        if not is_over or self._repeated != set(self._anchored):
            raise ValueError("no document or several, or an anchor that is none")
        return document

    def _value(self, event: yaml.Event, depth: int) -> Yaml:
        if isinstance(event, yaml.AliasEvent):
            return self._once_more(event.anchor or "")
        before = self._cost
        value = self._scalar(event) if isinstance(event, yaml.ScalarEvent) else self._collection(event, depth)
        if anchor := getattr(event, "anchor", None):
            self._anchored[anchor] = value, self._cost - before
        if (getattr(event, "tag", None) or "").startswith("!"):
            raise ValueError("no tag of YAML's")
        return value

    def _once_more(self, anchor: str) -> Yaml:
        if anchor not in self._anchored:
            raise ValueError("of nothing, or of what it is part of")
        value, cost = self._anchored[anchor]
        self._repeated.add(anchor)
        self._pay(cost)
        return value

    def _scalar(self, event: yaml.ScalarEvent) -> str:
        self._pay(1 + len(event.value))
        if event.style is None and event.value in _NOTHING:
            return ""
        if event.style in ("'", '"') and _OTHER_KEY.search(self._written(event)):
            raise ValueError("a quotation that nobody closed")
        if _SURROGATE.search(event.value):  # "\ud83d\ude00", as JSON has it
            return event.value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return event.value

    def _written(self, event: yaml.Event) -> str:
        start, end = event.start_mark, event.end_mark
        return self._text[start.index : end.index] if start and end else ""

    def _collection(self, event: yaml.Event, depth: int) -> Yaml:
        if depth == _DEEPEST:
            raise ValueError("too deep")
        self._pay(1)
        inside = takewhile(lambda one: not isinstance(one, yaml.CollectionEndEvent), self._events)
        values = [self._value(one, depth + 1) for one in inside]
        if isinstance(event, yaml.SequenceStartEvent):
            return values
        keys = [key for key in values[::2] if isinstance(key, str)]
        return dict(zip(keys, values[1::2], strict=True))  # ValueError: a key that is a list

    def _pay(self, cost: int) -> None:
        self._cost += cost
        if self._cost > _MOST:
            raise ValueError("too much")
