"""Roman numerals as numbers: of centuries and kings.

value("XIX")     # 19
value("IIII")    # None: nobody writes it so
"""

import re

_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_TENS = ("", "X", "XX", "XXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")

#: To be put into a pattern; up to 39, for there are no more centuries and kings.
ROMAN = r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})"


def value(roman: str) -> int | None:
    found = _ROMAN.fullmatch(roman)
    return _TENS.index(found[1]) * 10 + _ONES.index(found[2]) or None if found else None
