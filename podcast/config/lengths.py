"""Texts in settings that are longer than such a text can be: they would be spoken in each episode, or fill the feed.

problems = list(too_long(settings))         # sentences, empty when all is well
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

_MOST_CHARACTERS = 1000
_MOST_OF = {
    "show.title": 255,
    "show.author": 255,
    "show.description": 20_000,
    "opening.text": 5000,
    "closing.text": 5000,
}
_MOST_ITEMS = 1000
_LONGEST_NAME = 100  # of a role, as it is printed before its lines


def too_long(settings: Any) -> Iterator[str]:
    return _of(settings, "")


def _of(value: Any, name: str) -> Iterator[str]:
    if isinstance(value, str):
        most = _MOST_OF.get(name, _MOST_CHARACTERS)
        if len(value) > most:
            yield f"{name} must have at most {most:,} characters, not {len(value):,}"
    elif isinstance(value, tuple):
        if len(value) > _MOST_ITEMS:
            yield f"{name} must name at most {_MOST_ITEMS:,}, not {len(value):,}"
        for item in value[:_MOST_ITEMS]:
            yield from _of(item, name)
    elif is_dataclass(value):
        for one in fields(value):
            if one.name != "lexicon":  # as long as it likes: it is looked up word by word
                yield from _of(getattr(value, one.name), f"{name}.{one.name}".lstrip("."))
    elif isinstance(value, Mapping):
        yield from _of_roles(value, name)


def _of_roles(roles: Mapping[str, Any], name: str) -> Iterator[str]:
    if len(roles) > _MOST_ITEMS:
        yield f"{name} must have at most {_MOST_ITEMS:,} tables, not {len(roles):,}"
    for role, value in list(roles.items())[:_MOST_ITEMS]:
        if len(role) > _LONGEST_NAME:
            yield f"{name}.{role[:_LONGEST_NAME]}… must have a name of at most {_LONGEST_NAME} characters"
        else:
            yield from _of(value, f"{name}.{role}")
