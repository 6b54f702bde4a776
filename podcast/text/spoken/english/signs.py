"""Signs: what they are called where they stand for a word, a pause where they divide, nothing where they are marks.

R&D, Smith & Sons     R and D, Smith and Sons
rain—or snow          rain — or snow         with the spaces at which engines pause
wait. . . and/or      wait… and or
C++, C#, .NET         C plus plus, C sharp, dot net
rivers¹ and lakes*    rivers and lakes       a mark of a footnote is the one thing that is not said
"""

import re

from podcast.text.spoken.english.context import like, word_before
from podcast.text.spoken.english.letters import spelled
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Say, SpokenRule, Style, _Said, part
from podcast.text.wordlist import each

#: What a slash stands for between two words; between others it is left alone.
_SLASHES = {"and/or": " ", "either/or": " ", "he/him": " ", "she/her": " ", "they/them": " "} | dict.fromkeys(
    each("he/she she/he him/her her/him his/her her/his his/hers yes/no true/false mother/father men/women"), " or "
)
_SILENT = ""
_EMPHASIS = regex(r"(?:\A|[\s(“])\*+(?=\S)")
_REACH = 200  # characters; emphasis is not longer


def _slashed(match: re.Match[str], _style: Style) -> _Said:
    if match[0].lower() == "s/he":
        return like(match[0], "she or he")
    said = _SLASHES.get(match[0].lower())
    return [part(match, 1, said)] if said else None


def _letters_and_letters(match: re.Match[str], _style: Style) -> str:
    """An A at the end of what is said would be an article."""
    follows = match.string[match.end() : match.end() + 1]
    second = spelled(match[2], "'s" if match[3] else "", follows)
    is_article = second == "A" and follows == " "
    return f"{spelled(match[1])} and {'eigh' if is_article else second}"


def _and(match: re.Match[str], _style: Style) -> str:
    before, after = match.string[max(match.start() - 1, 0) : match.start()], match.string[match.end()]
    return (" " if before.strip() else "") + "and" + (" " if after.strip() else "")


def _plus(match: re.Match[str], _style: Style) -> str:
    """In "an A+" the hyphen keeps the A from being an article."""
    return (
        " plus plus" if match[0] == "++" else "-plus" if word_before(match.string, match.start())[1:] == "" else " plus"
    )


def _sharp_or_flat(match: re.Match[str], _style: Style) -> str:
    return ("eigh" if match[1] == "A" else match[1]) + (" flat" if match[2] == "♭" else " sharp")


def _dash(match: re.Match[str], _style: Style) -> str | None:
    """Between digits it is a range or a minus; with its spaces it is what it should be."""
    around = match.string[match.start() - 1] + match.string[match.end()]
    return None if around.isdigit() or match[0] == " — " else " — "


def _asterisk(match: re.Match[str], _style: Style) -> str | None:
    """A mark, unless it closes what another one opened."""
    before = match.string[max(match.start() - _REACH, 0) : match.start()]
    return None if match[0].startswith("*") and _EMPHASIS.search(before) else _SILENT


def _superscript(match: re.Match[str], _style: Style) -> _Said:
    return None if match[1].lower() in _UNITS else [part(match, 2, _SILENT)]


def _opens(match: re.Match[str], _style: Style) -> str | None:
    """Words in brackets are said between pauses; a letter or a number is not."""
    inside = match.string[match.end() : match.end() + _REACH].partition(")")[0]
    return ", (" if " " in inside.strip() and len(inside) >= _ASIDE and "(" not in inside else None


def _closes(match: re.Match[str], _style: Style) -> str | None:
    inside = match.string[max(match.start() - _REACH, 0) : match.start()].rpartition("(")[2]
    return ")," if " " in inside.strip() and len(inside) >= _ASIDE and ")" not in inside else None


def _copyright(match: re.Match[str], _style: Style) -> str:
    said = like(match[0], "copyright")
    return said + " " if match.string[match.end() : match.end() + 1].isalnum() else said


def _always(said: str) -> Say:
    return lambda _match, _style: said


_ASIDE = 10  # characters in brackets that are worth a pause
_UNITS = frozenset(each("feet foot inch inches mile miles yard yards metre metres meter meters acre second seconds"))
_DASH = r"[^\S\n]*(?:—|―|(?<=\s)-{1,3}(?=\s)|(?<!\s)-{2,3})[^\S\n]*"
_BRACKETED = r"(?:\[(?:\d{1,3}|note \d{1,3}|citation needed)\])+"
_HIGH = "[¹²³⁰⁴-⁹]"

FOOTNOTE_MARKS = (
    SpokenRule(
        "footnote mark",
        regex(rf"(?=\[)(?:(?<=[^\W\d_]{{3}})|(?<=\d[\ds])|(?<=[.,;:!?”’\"')»%°])){_BRACKETED}(?!\w)"),
        _always(_SILENT),
        needs=("[",),
    ),
    SpokenRule(
        "footnote mark",
        regex(r"(?<=[.!?”»)])(?:[^\S\n]\[\d{1,3}\])+(?=\s|[.,;:!?)]|\Z)"),
        _always(_SILENT),
        needs=("[",),
    ),
    SpokenRule(
        "footnote mark",
        regex(rf"(?<=[.,;:!?”’\"')»]){_HIGH}{{1,3}}(?!\w)"),
        _always(_SILENT),
        needs=("¹²³⁰⁴⁵⁶⁷⁸⁹",),
    ),
    SpokenRule(
        "footnote mark",
        regex(rf"\b([A-Za-zÀ-ɏ]{{4,40}}+)({_HIGH}{{1,2}})(?!\w)"),
        _superscript,
        needs=("¹²³⁰⁴⁵⁶⁷⁸⁹",),
    ),
    SpokenRule(
        "footnote mark",
        regex(r"(?<=[\w.,;:!?”’)])(?<!\d)(?:\*{1,3}|[†‡]{1,2})(?=[\s.,;:!?)”’\"]|\Z)"),
        _asterisk,
        needs=("*†‡",),
    ),
)

SIGNS = (
    SpokenRule("trade mark", regex("[™®℠](?<=[\\w)].)"), _always(_SILENT), needs=("™®℠",)),
    SpokenRule("copyright", regex(r"(?:\b[Cc]opyright\s)?(?:©|\([Cc]\)(?=\s\d{4}\b))"), _copyright, needs=("©(",)),
    SpokenRule("sharp", regex(r"\b([A-H])([#♯♭])(?!\w)"), _sharp_or_flat, needs=("#♯♭",)),
    SpokenRule("name", regex(r"\.NET(?<![\w.].{4})\b"), _always("dot net")),
    SpokenRule(
        "minus", regex(r"[−-](?<=\b[A-F].)(?=[\s.,;:)!?]|\Z)(?!\s(?:and|or|to)\b)"), _always("-minus"), needs=("−-",)
    ),
    SpokenRule("plus", regex(r"\+(?<=[^\W\d_]\+)\+?(?![\w+])"), _plus, needs=("+",)),
    SpokenRule("and", regex(r"\b([A-Z]{1,3})&([A-Z]{1,3})(s?)\b"), _letters_and_letters, needs=("&",)),
    SpokenRule("and", regex(r"&(?<!&&)(?![&#]|c\.|\w{1,8};|\s*(?:&|\Z))"), _and, needs=("&",)),
    SpokenRule("or", regex(r"(?<![\w/])[A-Za-z]{1,6}(/)[A-Za-z]{2,6}(?![\w/])"), _slashed, needs=("/",)),
    SpokenRule("at", regex(r"@(?<=\s@)(?=\s)"), _always("at"), needs=("@",)),
    SpokenRule("to", regex(r"(?<=\w)[^\S\n]*(?:→|(?<=\s)->(?=\s))[^\S\n]*(?=\w)"), _always(" to "), needs=("→>",)),
    SpokenRule("equals", regex(r" = (?<=[^\W\d_] = )(?=[^\W\d_])"), _always(" equals "), needs=("=",)),
    SpokenRule("about", regex(r"[~≈](?<![\w~/].)\s?(?=[$£€]?\d)"), _always("approximately "), needs=("~≈",)),
    SpokenRule("divider", regex(r"(?<=[\w.!?)])[^\S\n]+[•|·][^\S\n]+(?=\w)"), _always(", "), needs=("•|·",)),
    SpokenRule("ellipsis", regex(r"[^\S\n]?\.(?:[ \u00a0]\.){2,3}(?!\w)"), _always("…")),
    SpokenRule("bracket", regex(r"(?<=\w)\s\((?=\w)"), _opens, needs=("(",)),
    SpokenRule("bracket", regex(r"(?<=\w)\)(?=\s[^\W\d_])"), _closes, needs=(")",)),
    SpokenRule(
        "dash", regex(rf"(?<=[^\s“‘(\[—-]){_DASH}(?![\"'](?:\s|\Z))(?=[^\s”’)\].,;:!?—-])"), _dash, needs=("—―-",)
    ),
)
