"""Emoji and other little pictures by their names; the same one in a row is said once.

great 😀😀      great grinning face
🇫🇷 👩‍💻 👍🏽     flag of France, woman with a computer, thumbs up
:-) ;)         smiling face, winking face
"""

import re
import unicodedata

from podcast.text.spoken.english.context import any_of, table
from podcast.text.spoken.english.romans import cardinal
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style
from podcast.text.wordlist import each

_NAMES = table("""
    ❤ = red heart
    ♥ = heart
    ♡ = heart
    💙 = blue heart
    💚 = green heart
    💛 = yellow heart
    👍 = thumbs up
    👎 = thumbs down
    😂 = face with tears of joy
    🤣 = rolling on the floor laughing
    🙌 = raised hands
    ♪ = music
    ♫ = music
    🧑‍🚀 = astronaut
    🙏 = folded hands
    👏 = clapping hands
    💪 = flexed biceps
    🎉 = party popper
    🔥 = fire
    ✨ = sparkles
    ⭐ = star
    ★ = star
    ☆ = star
    ✓ = check mark
    ✔ = check mark
    ✅ = check mark
    ❌ = cross mark
    ✗ = cross mark
    ✘ = cross mark
    ☀ = sun
    ☕ = coffee
    ☎ = telephone
    ✌ = victory hand
    ☺ = smiling face
    ☹ = frowning face
    😀 = grinning face
    ‼ = double exclamation mark
    👪 = family
    👨‍👩‍👧 = family
    👨‍👩‍👦 = family
    👨‍👩‍👧‍👦 = family
    👩‍💻 = woman with a computer
    👨‍💻 = man with a computer
    👩‍🚀 = woman astronaut
    👨‍🚀 = man astronaut
    🏳‍🌈 = rainbow flag
    🏴‍☠ = pirate flag
    ❤‍🔥 = heart on fire
    🤷‍♀ = shrug
    🤷‍♂ = shrug
    🤦‍♀ = face palm
    🤦‍♂ = face palm
    🤦 = face palm
    🐻‍❄ = polar bear
    🌍 = globe
    🌎 = globe
    🌏 = globe
""")
_EMOTICONS = table("""
    :-) = smiling face
    :) = smiling face
    :-( = frowning face
    :( = frowning face
    ;-) = winking face
    ;) = winking face
    :-D = grinning face
    :D = grinning face
    :-P = face with tongue
    :-/ = uncertain face
    <3 = heart
""")
_COUNTRIES = table("""
    AR = Argentina
    AT = Austria
    AU = Australia
    BE = Belgium
    BR = Brazil
    CA = Canada
    CH = Switzerland
    CL = Chile
    CN = China
    CO = Colombia
    CU = Cuba
    CZ = the Czech Republic
    DE = Germany
    DK = Denmark
    EG = Egypt
    ES = Spain
    EU = the European Union
    FI = Finland
    FR = France
    GB = the United Kingdom
    GR = Greece
    HU = Hungary
    ID = Indonesia
    IE = Ireland
    IL = Israel
    IN = India
    IR = Iran
    IS = Iceland
    IT = Italy
    JP = Japan
    KE = Kenya
    KR = South Korea
    MX = Mexico
    NG = Nigeria
    NL = the Netherlands
    NO = Norway
    NZ = New Zealand
    PE = Peru
    PH = the Philippines
    PK = Pakistan
    PL = Poland
    PS = Palestine
    PT = Portugal
    RO = Romania
    RU = Russia
    SA = Saudi Arabia
    SE = Sweden
    TH = Thailand
    TR = Turkey
    TW = Taiwan
    UA = Ukraine
    UN = the United Nations
    US = the United States
    VN = Vietnam
    ZA = South Africa
""")
_NATIONS = table("gbeng = England\ngbsct = Scotland\ngbwls = Wales")
_PEOPLE = {"👩": "woman", "👨": "man", "🧑": "person"}
_FIRST_INDICATOR = 0x1F1E6  # the regional indicator of A
_MODIFIER = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"  # how it is drawn, skin tones, tags of flags
_BASE = (
    "[\u203c\u2049\u231a\u231b\u23e9-\u23fa\u2600-\u266c\u2670-\u26ff✂✅✈-✍✏✒✓✔✖✗✘✝✡✨✳✴❄❇❌❎❓-❕❗❣❤⭐\u2b55"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f900-\U0001faff]"
)
_ONE = f"(?:[\U0001f1e6-\U0001f1ff]{{2}}|{_BASE}{_MODIFIER}*+(?>(?:\u200d{_BASE}{_MODIFIER}*+)*))"
_EACH = regex(_ONE)
_DRAWN = regex(_MODIFIER)
_KEYS = dict(zip("0123456789#*", each("zero one two three four five six seven eight nine hash star"), strict=True))
_ADORNED = regex(r"\A(?:black|white|heavy) | (?:sign|symbol|suit)\Z")


def _pictures(match: re.Match[str], _style: Style) -> str | None:
    names: list[str] = []
    for picture in _EACH.findall(match[0]):
        name = _name(picture)
        if not name:
            return None
        names += [name] if name not in names[-1:] else []
    text, end = match.string, match.end()
    before = " " if text[max(match.start() - 1, 0) : match.start()].isalnum() else ""
    return before + ", ".join(names) + (" " if text[end : end + 1].isalnum() else "")


def _name(picture: str) -> str:
    plain = _DRAWN.sub("", picture)
    if plain in _NAMES:
        return _NAMES[plain]
    if plain == "🏴" and len(picture) > 1:
        return f"flag of {_NATIONS.get(''.join(chr(ord(tag) - 0xE0000) for tag in picture[1:-1]), 'a region')}"
    if ord(plain[0]) in range(_FIRST_INDICATOR, _FIRST_INDICATOR + 26):
        country = "".join(chr(ord(letter) - _FIRST_INDICATOR + ord("A")) for letter in plain)
        return f"flag of {_COUNTRIES.get(country) or '-'.join(country)}"
    return _joined(plain.split("\u200d"))


def _joined(parts: list[str]) -> str:
    """Pictures that are one by joiners: who, with what."""
    first, *others = parts
    names = [_simple(other) for other in others if other not in "♀♂"]
    if first in _PEOPLE and len(names) == 1 and names[0]:
        return f"{_PEOPLE[first]} with {'an' if names[0][0] in 'aeio' else 'a'} {names[0]}"
    return ", ".join(filter(None, (_simple(first), *names)))


def _simple(character: str) -> str:
    if character in _NAMES:
        return _NAMES[character]
    return _ADORNED.sub("", unicodedata.name(character, "").lower())


def _key(match: re.Match[str], _style: Style) -> str:
    return _KEYS[match[0][0]]


def _stars(match: re.Match[str], _style: Style) -> str:
    count = len(match[0].replace("\ufe0f", ""))
    full = count - match[0].count("☆")
    return f"{cardinal(full)} out of {cardinal(count)} stars" if full < count else f"{cardinal(count)} stars"


def _emoticon(match: re.Match[str], _style: Style) -> str:
    return _EMOTICONS[match[0]]


EMOJI = (
    SpokenRule("emoji", regex("[0-9#*]\ufe0f?\u20e3"), _key, needs=("\u20e3",)),
    SpokenRule("emoji", regex("(?>(?:[★☆⭐]\ufe0f?){2,10})(?![★☆⭐])"), _stars, needs=("★☆⭐",)),
    SpokenRule("emoji", regex(f"{_ONE}(?>(?: ?{_ONE})*)"), _pictures),
    SpokenRule("emoji", regex(rf"(?<=[\s(])(?:{any_of(_EMOTICONS)})(?=[\s.,!?)]|\Z)"), _emoticon, needs=(":;<",)),
)
