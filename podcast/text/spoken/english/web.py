"""Addresses and names of the net and of files, as people read them aloud.

    ada.lake@example.org     ada dot lake at example dot org
    https://example.org/a-b  example dot org slash a dash b
    #OpenAccess, @ada_lake   hashtag open access, at ada lake
    report.pdf, snake_case   report dot P.D.F, snake case

Digits in an address are said one by one. Nothing but `https://` and `www.` is left out.
"""

import re
from collections.abc import Iterator

from podcast.text.spoken.english.acronymlist import RESPELLED, SPELLED
from podcast.text.spoken.english.context import any_of, table
from podcast.text.spoken.english.letters import spelled
from podcast.text.spoken.english.romans import cardinal
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style
from podcast.text.wordlist import each

_SIGNS = table("""
    . = dot
    / = slash
    - = dash
    _ = underscore
    @ = at
    + = plus
    ? = question mark
    = = equals
    & = and
    # = hash
    % = percent
    ~ = tilde
    : = colon
    \\\\ = backslash
    , = comma
    ; = semicolon
    ! = exclamation mark
    * = star
""")
_DIGITS = each("zero one two three four five six seven eight nine")
_TOP_LEVEL = "|".join(
    each("""
    com org net edu gov mil int info biz io co ai app dev tv eu uk us de fr ca au jp cn ru br nl se ch pl ie nz museum
    blog
    """)
)
_EXTENSIONS = frozenset(
    each("""
    pdf toml html htm txt md csv tsv json xml yaml yml doc docx xls xlsx ppt pptx odt rtf epub mobi jpg jpeg png gif
    svg webp tiff mp3 mp4 wav flac ogg m4a avi mov mkv webm zip tar gz exe dmg iso py js ts css cpp java rb rs sh
    bat ini cfg conf log sql tex bib srt vtt rss
    """)
)
_SAID_EXTENSIONS = frozenset(
    each("toml json doc zip tar gif tiff jpeg flac mobi epub java bat log conf tex bib rust webp webm yaml")
)
#: Small words that another rule would say in full, where they are parts of an address.
_ABBREVIATED = frozenset(each("vs aka ca etc pp ch vol no st dr mr mrs ms"))
_PIECE = regex(r"[^\W\d_]+|\d|[^\w\s()\[\]{}'’]|_")
_CAMEL = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+|\d+")
_HASHTAGS = table("""
    metoo = me too
    blacklivesmatter = black lives matter
    climatechange = climate change
    tbt = T.B.T
    fyp = F.Y.P
    nofilter = no filter
    openaccess = open access
""")


def _as_address(text: str) -> str:
    return " ".join(_said(piece) for piece in _PIECE.findall(text))


def _said(piece: str) -> str:
    if piece.isdigit():
        return _DIGITS[int(piece)] if piece.isascii() else piece
    small = piece.lower()
    if small in _ABBREVIATED:
        return " ".join(small)
    return _SIGNS.get(piece, small)


def _email(match: re.Match[str], _style: Style) -> str:
    return _as_address(match[0])


def _url(match: re.Match[str], _style: Style) -> list[tuple[str, int, int]]:
    address = match[1].rstrip(".,;:!?'’*_…")
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(".,;:!?")
    return [(_as_address(address.removesuffix("/")), match.start(), match.start(1) + len(address))]


def _file(match: re.Match[str], _style: Style) -> str | None:
    stem, *extensions = match[0].split(".")
    if not extensions or not any(map(str.isalpha, stem)):
        return None
    said = (one if one in _SAID_EXTENSIONS else spelled(one, follows=_follows(match)) for one in extensions)
    return " dot ".join([" ".join(_words(stem, "")), *said])


def _path(match: re.Match[str], _style: Style) -> str:
    return _as_address(match[0].removesuffix("."))


def _hashtag(match: re.Match[str], _style: Style) -> str | None:
    return _name("hashtag", match)


def _handle(match: re.Match[str], _style: Style) -> str | None:
    return _name("at", match)


def _name(sign: str, match: re.Match[str]) -> str | None:
    name = match[1]
    if not any(map(str.isalpha, name)):
        return None
    return f"{sign} {_HASHTAGS.get(name.lower()) or ' '.join(_words(name, _follows(match)))}"


def _follows(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + 1]


def _words(name: str, follows: str) -> Iterator[str]:
    """The words of OpenAccess, open_access and COVID19."""
    for word in _CAMEL.findall(name):
        if word in RESPELLED:
            yield RESPELLED[word]
        elif word in SPELLED:
            yield spelled(word, follows=follows)
        elif word.isdigit() and word.isascii():
            yield _number(word)
        else:
            yield _said(word)


def _number(digits: str) -> str:
    """A year by its halves, a small number as such, others digit by digit."""
    halves = [int(digits[:-2] or 0), int(digits[-2:])]
    if len(digits) <= 2 and digits[0] != "0":
        return cardinal(halves[1])
    if len(digits) == 4 and 11 <= halves[0] <= 20 and halves[1] >= 10:
        return " ".join(map(cardinal, halves))
    return " ".join(_DIGITS[int(digit)] for digit in digits)


def _identifier(match: re.Match[str], _style: Style) -> str | None:
    return " ".join(_words(match[0], _follows(match))) if any(map(str.isalpha, match[0])) else None


WEB = (
    SpokenRule("address", regex(r"(?<!\w)(?:(?:https?|ftp)://(?:www\.)?|www\.)([^\s<>\"“”«»]+)"), _url),
    SpokenRule("e-mail", regex(r"(?<![\w.+@-])[\w.+-]++@[\w-]++(?>(?:\.[\w-]++)+)"), _email, needs=("@",)),
    SpokenRule(
        "address",
        regex(rf"(?<![\w.@/-])((?:[\w-]{{1,40}}\.){{1,5}}(?:{_TOP_LEVEL})(?![\w@-]|\.\w)(?:/[^\s<>\"“”«»]*)?)"),
        _url,
    ),
    SpokenRule(
        "file name",
        regex(rf"(?<![\w./\\@-])[\w-]{{1,60}}(?:\.(?:{any_of(_EXTENSIONS)})){{1,2}}(?![\w-]|\.\w)"),
        _file,
    ),
    SpokenRule("path", regex(r"(?<![\w./])(?:~|\.{1,2})?(?:/[A-Za-z_.][\w.-]*+){2,9}/?"), _path, needs=("/",)),
    SpokenRule("hashtag", regex(r"#(?<![\w&#]#)(\w{2,80})"), _hashtag, needs=("#",)),
    SpokenRule("handle", regex(r"@(?<![\w@.]@)(\w{2,40})(?!@)"), _handle, needs=("@",)),
    SpokenRule(
        "identifier",
        regex(r"(?<![\w.])_*[A-Za-z][A-Za-z0-9]*+(?:_+[A-Za-z0-9]++)+_*(?!\w)"),
        _identifier,
        needs=("_",),
    ),
)
