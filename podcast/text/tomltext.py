"""TOML of anybody's: tomllib's tables, and every way in which it can fail told as one error.

    read_toml('title = "Rivers"')           # {"title": "Rivers"}; ValueError says what is wrong

tomllib gives up in three ways, at what is no TOML, at what is too deep and at numbers that are too long, and takes time
with the square of the parts that a key has: 100 KB of `a.a.a.a…` would take minutes. What it has read may still be too
deep to be printed, and a number too long, which the standard refuses.

Source: https://toml.io/en/v1.0.0#integer (64 bits)
"""

import re
import tomllib
from typing import Any

_MOST_PARTS = 100
_DEEPEST = 50
_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)[ \t]*\.[ \t]*"""
_LONG_KEY = re.compile(rf"(?:^|[\[{{,])[ \t]*(?:{_PART}){{{_MOST_PARTS}}}")
_INTEGERS = range(-(2**63), 2**63)


def read_toml(text: str) -> dict[str, Any]:
    if any(_LONG_KEY.search(line) for line in text.split("\n") if line.count(".") >= _MOST_PARTS):
        raise ValueError(f"a key has more than {_MOST_PARTS} parts")
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # int() refuses thousands of digits
        raise ValueError("a number has too many digits") from None
    _check(table)
    return table


def _check(table: dict[str, Any]) -> None:
    waiting: list[tuple[Any, int]] = [(table, 0)]
    while waiting:
        value, depth = waiting.pop()
        if type(value) is int and value not in _INTEGERS:
            raise ValueError("a number has too many digits")
        if isinstance(value, dict | list):
            if depth == _DEEPEST:
                raise ValueError("it is nested too deep")
            waiting += [(inner, depth + 1) for inner in (value.values() if isinstance(value, dict) else value)]
