"""Which lines of plain text are headings, judged by the line and its neighbours; in doubt, none.

    is_title("Why rivers bend", following=["By Jane Doe", "A river …"])
    is_heading("The shape of water", before="… it said.", after="Water finds …")

The last line of a text is never a heading.
"""

import re

_LONGEST = 60  # characters
_PROSE = 80  # characters; what is longer is no heading, and what a heading stands above
_CLOSERS = tuple(".!…,;:-–—)]”\"'’*/。！、」")
_NUMBER = r"(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NAMED_PART = re.compile(
    rf"(?:(?:chapter|part|section|book|act)[ ]{_NUMBER}(?:[.:]?|[.:]?[ ]?[–—-]?[ ]?[^a-z\s].{{0,60}})"
    r"|(?:\d{1,2}(?:\.\d{1,2})?[.)]? )?(?:introduction|conclusions?"
    r"|prologue|epilogue|preface|foreword|afterword|acknowledge?ments|appendix)[.]?)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice|sommario"
    r"|inhoud(?:sopgave)?|spis treści|оглавление|目次|目录",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))[.]?")
_ENDS_LIKE_CAPITALS = re.compile(r"(?=[^a-z.!?]*?[A-Z]{3})[^a-z.!?]*\.")
#: Above a letter: "Wien, den 3. März 1912", "London, March 3rd, 1912".
_DATELINE = re.compile(
    r"(?:[^\W\d_]{2,20}(?: [^\W\d_]{2,20}){0,2},? )?(?:(?:den|le|el|il|the|am|li|dnia) )?"
    r"(?:\d{1,2}(?:\.|st|nd|rd|th|er|º)? (?:de |d['’])?[^\W\d_]{3,12}\.?,? (?:de )?"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? )"
    r"(?:1[5-9]|20)\d\d\.?"
)
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CAPITALS = re.compile(r"[A-Z]{3}")


def is_named_part(text: str) -> bool:
    """`Chapter 1`, `Part Two: The river`, `Conclusion`, `I.`."""
    is_numeral = len(text.rstrip(".")) > 0 and _NUMERAL.fullmatch(text)
    return bool(is_numeral or _NAMED_PART.fullmatch(text)) and not text.endswith((",", ";"))


def names_contents(text: str) -> bool:
    """Whether a heading stands above a list of the headings, which is no part of what is said."""
    return _CONTENTS.fullmatch(text.strip()) is not None


def is_title(text: str, following: list[str]) -> bool:
    """A short first line above a text; at most a subtitle or byline stands between."""
    if _DATELINE.fullmatch(text):
        return False
    short = len(text) <= _LONGEST + 30 and not text.endswith((".", "…", ",", ";", ":"))
    return short and begins_like_a_heading(text) and any(map(_is_prose, following))


def is_heading(text: str, before: str, after: str) -> bool:
    """A short line that stands alone between paragraphs, each of which is clearly prose."""
    if len(text) <= _LONGEST and _ENDS_LIKE_CAPITALS.fullmatch(text):
        return True  # as printers set them: "OF THE MILLER."
    if len(text) > _LONGEST or text.endswith(_CLOSERS) or not begins_like_a_heading(text):
        return False
    if text.isupper() and _CAPITALS.search(text):
        return True
    return len(text.split()) <= 9 and _is_prose(before) and _is_prose(after)


def level_of_underline(line: str, heading: str) -> int:
    """1 for ===, 2 for ---, 0 where it underlines nothing."""
    signs, length = set(line), len(line)
    if length < 3 or 2 * length < len(heading) or len(heading) > _LONGEST + 40:
        return 0
    return {"=": 1, "-": 2}.get(signs.pop(), 0) if len(signs) == 1 else 0


def begins_like_a_heading(text: str) -> bool:
    return text[:1].isupper() or text[:1].isdigit() or (text[:1].isalpha() and not text[:1].islower())


def _is_prose(text: str) -> bool:
    length = len(text) + 2 * len(_EAST_ASIAN.findall(text))  # a sign is as much as three letters
    is_sentence = text.rstrip("”\"'’)」』").endswith((".", "!", "?", "。", "！", "？"))
    return length >= _PROSE or (length >= _PROSE // 2 and is_sentence)
