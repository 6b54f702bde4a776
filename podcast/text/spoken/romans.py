"""Roman numerals as numbers.

value_of("XIX")     # 19
value_of("IIII")    # 0: nobody writes it so
"""

from podcast.text.spoken.regex import regex

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERAL = r"(?:X[LC]|L?X{1,3}|L)?(?:I[XV]|V?I{0,3})"  # 1 to 99
_CANONICAL = regex(rf"(?=[IVXLC]){_NUMERAL}\Z")


def value_of(numeral: str) -> int:
    """0 for what is no numeral as the Romans, and we, write them."""
    letters = numeral.upper()
    if not _CANONICAL.match(letters):
        return 0
    values = [_VALUES[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
