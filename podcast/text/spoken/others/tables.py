"""Rules that are made of tables: abbreviations with their words, numbers with their units.

    abbreviations({"z. B.": "zum Beispiel", "usw.": "und so weiter"}, ends=("usw.",))
    measures({"km": UnitForms("kilomètre|kilomètres", "cardinal-masculine")}, "fr")

A space in an abbreviation may be of any kind, or missing ("z.B."); its first letter may be a capital. Its point is said
where it ends a sentence as well.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from podcast.text.spoken.languages import LANGUAGES
from podcast.text.spoken.others.numbers import FIRST, WORD_BEFORE, amount, read
from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import SpokenRule, Style, part

SPACE = "[ \u00a0\u2009\u202f]"
_SENTENCE_BEGINS = regex(r"\s+[\"'«„“(]?[^\W\d_a-zà-öø-ÿа-яё]")
_TYPED = str.maketrans("²³", "23")  # "m2", where a keyboard has no more
_TEXT_ENDS = regex(r"\s*$")


def ends_text(match: re.Match[str]) -> bool:
    """Whether only white space stands behind it."""
    return _TEXT_ENDS.match(match.string, match.end()) is not None


def abbreviations(
    table: Mapping[str, str],
    *,
    ends: Collection[str] = (),
    after: str = "",
    before: str = "",
    name: str = "abbreviation",
) -> SpokenRule:
    """`ends`: which may end a sentence before a capital; `after`, `before`: patterns of what stands around them."""
    pattern = "|".join(_written(short) for short in sorted(table, key=len, reverse=True))
    said = {_bare(short): words for short, words in table.items()}
    enders = {_bare(short) for short in ends}

    def say(match: re.Match[str], _style: Style) -> str:
        bare = _bare(match[0])
        words = said.get(bare) or _capital(said[bare[0].lower() + bare[1:]])
        may_end = bool({bare, bare[0].lower() + bare[1:]} & enders)
        is_end = ends_text(match) or (may_end and _SENTENCE_BEGINS.match(match.string, match.end()))
        return f"{words}." if is_end and match[0].endswith(".") else words

    needs = (".",) if all("." in short for short in table) else ()
    return SpokenRule(name, regex(rf"(?<![\w.@/]){after}(?:{pattern})(?!\w){before}"), say, needs=needs)


def _written(short: str) -> str:
    first = f"[{short[0]}{short[0].upper()}]" if short[0].islower() else re.escape(short[0])
    return first + re.escape(short[1:]).replace(r"\ ", f"{SPACE}?")


def _bare(short: str) -> str:
    return re.sub(r"\s", "", short)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class UnitForms:
    """As it is counted, with "|" between: one, many; or one, few, many and a part of one."""

    forms: str
    manner: str = ""  # of the number before it, as `in_words` has it

    def counted(self, written: str, language: str) -> str:
        one, *more = self.forms.split("|")
        whole, comma, _ = written.partition(",")
        count = int("".join(filter(str.isdigit, whole)))
        if len(more) > 1:
            is_few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
            is_one = count == 1 or (language == "ru" and count % 10 == 1 and count % 100 != 11)
            return more[2] if comma else one if is_one else more[0] if is_few else more[1]
        is_one = count < 2 if language == "fr" else written == "1"
        return one if is_one or not more else more[0]


def measures(
    units: Mapping[str, UnitForms], language: str, *, to: str = "", prepositions: Collection[str] = ()
) -> SpokenRule:
    """`to`: between the ends of a range; `prepositions`: after which a number (in German: one) has another case."""
    units = {**units, **{name.translate(_TYPED): forms for name, forms in units.items()}}
    names = "|".join(map(re.escape, sorted(units, key=len, reverse=True)))
    number = amount(LANGUAGES[language].thousands)
    low = rf"(?:(?P<low>{FIRST}{number})(?>{SPACE}?)[–-](?>{SPACE}?)(?=[0-9]))?" if to else ""
    pattern = rf"{low}(?P<n>{FIRST if not low else '[0-9]'}{number})(?>{SPACE}?)(?P<unit>{names})(?![\w²³/°])"
    if low:
        pattern = rf"(?={FIRST}){pattern}"

    def say(match: re.Match[str], style: Style) -> str | list[tuple[str, int, int]] | None:
        before = WORD_BEFORE.search(match.string[max(0, match.start() - 20) : match.start()])
        if before and before[1].lower() in prepositions and (language != "de" or match["n"] == "1"):
            return [part(match, 0, match[0])]
        unit = units[match["unit"]]
        if match["unit"] in ("EUR", "Euro", "euro") and re.search(r",[0-9]{2}\Z", match["n"]):
            return None  # it has cents
        said = read(match["n"], style, unit.manner)
        lower = read(match["low"], style, unit.manner) if to and match["low"] else ""
        if said is None or lower is None:
            return None
        head = f"{lower} {to} {said}" if lower else said
        return f"{head} {unit.counted(match['n'], language)}"

    return SpokenRule("measure", regex(pattern), say, needs=("0123456789", "".join({name[0] for name in units})))
