"""Letters with marks that no engine knows: said without them, as newsreaders do.

    spoken("Nguyễn met Ḥasan.", "en-us").text       # "Nguyen met Hasan."

espeak-ng spells whatever is in Unicode's block Latin Extended Additional by its number ("letter one E C five"), in
every language but those that write it; so it does with marks that stand by themselves. Letters with one mark, as in
Dvořák or Gdańsk, it knows better than anybody would guess.
"""

import re
import unicodedata

from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style

#: ISO 639 of those that write such letters: Vietnamese, Welsh, Irish as it was, Yoruba, Igbo, Kabyle.
_WRITERS = frozenset(("vi", "cy", "ga", "yo", "ig", "kab"))
_UNKNOWN = "".join(map(chr, range(0x1E00, 0x1F00)))
_MARKS = "".join(map(chr, range(0x300, 0x370)))
_WITHOUT_PARTS = str.maketrans("ẚẜẝẟỽỿỼỾ", "assdvyVY") | {0x1E9E: "ß", 0x1EFA: "LL", 0x1EFB: "ll"}


def _folded(match: re.Match[str], style: Style) -> str | None:
    if style.language.partition("-")[0] in _WRITERS:
        return None
    word = unicodedata.normalize("NFC", match[0])
    said = "".join(map(_letter, word))
    return said if said != match[0] else None


def _letter(sign: str) -> str:
    if "\u0300" <= sign < "\u0370":
        return ""  # its letter was not made to have it
    if not "\u1e00" <= sign < "\u1f00":
        return sign
    base = unicodedata.normalize("NFD", sign)[0]
    return base if base != sign else sign.translate(_WITHOUT_PARTS)


#: Of this script alone: in others a mark may say where the stress is.
_LETTERS = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
LATIN = (
    SpokenRule(
        "letter with marks", regex(rf"[{_LETTERS}][{_LETTERS}\u0300-\u036f]*"), _folded, needs=(_UNKNOWN + _MARKS,)
    ),
)
