"""Patterns that are compiled when they are first used.

    _PERCENT = regex(r"[0-9]\\s?%")
    _PERCENT.finditer(text)

The rules have some 200, and to compile all of them takes 60 ms. Most are for texts that have a certain sign in them
(`Rule.needs`), so an essay uses a part of them.
"""

import re
from typing import Any, cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """To be used as what `re.compile` returns."""
    return cast(re.Pattern[str], Later(pattern, flags))


class Later:
    """Has what a compiled pattern has."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._arguments = pattern, flags

    def compiled(self) -> re.Pattern[str]:
        return re.compile(*self._arguments)

    def __getattr__(self, name: str) -> Any:
        """A method of the pattern; it stays here, so that it is asked for once."""
        found = getattr(self.compiled(), name)
        setattr(self, name, found)
        return found
