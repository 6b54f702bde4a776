"""Old books as plain text: what Project Gutenberg and the printed page add to what the writer wrote.

facts, start, end = gutenberg_frame(source)     # {"title": "The Life of Rivers", "author": "Jane Doe"}, 812, 40_311
spans = printed_signs(source, start, end)       # [(901, 908, Reason.FURNITURE)]: "[Pg 27]"
reasons = apparatus(paragraphs, author)         # {0: Reason.FURNITURE, 3: Reason.NAVIGATION}: credits, contents, notes

Signs of the printed page stand in other people's copies too, so they are looked for in any plain text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from podcast.text.essay import Reason
from podcast.text.readers.plain.headings import is_named_part, names_contents

_START = re.compile(r"^\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK.*$", re.MULTILINE | re.IGNORECASE)
#: Up to about 2003 the licence stood above the book.
_SMALL_PRINT = re.compile(r"^\*END\*? ?THE SMALL PRINT!.*$", re.MULTILINE | re.IGNORECASE)
_END = re.compile(
    r"^(?:\*\*\* ?)?(?:END OF|ENDE (?:VON|DES|DIESES)|FIN (?:DE|DU)|FINE (?:DI|DEL)|FIM (?:DE|DO)|EINDE VAN)"
    r" (?:(?:THE|THIS|HET|DEL?|L['’]) ?)?PROJE[CK]?T(?:[OS]|ETS)? GUTENBERG",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:The )?Project Gutenberg(?:['’]s)? (?:(?:e-?book|e-?text) )?(?:of )?(?P<title>[^\n]{2,150}?),? by "
    r"(?P<author>[^\n,#]{3,60})",
    re.IGNORECASE,
)
_NAME_OF_START = re.compile(r"\bEBOOK,? (?P<title>.{2,150}?) ?\*\*\*", re.IGNORECASE)
_BELOW_BY = re.compile(
    r"^[ \t]*(?:by|par|von|di|por|de|door)\.?[ \t]*\n\s{0,40}(?P<author>[^\W\d_][^\n\d,;:!?]{3,40})$",
    re.MULTILINE | re.IGNORECASE,
)
_FACT = re.compile(r"^(Title|Author|Language): +(\S.*)$", re.MULTILINE)
_LANGUAGES = dict(
    pair.split("-")
    for pair in (
        "english-en german-de french-fr spanish-es italian-it portuguese-pt dutch-nl polish-pl swedish-sv danish-da"
        " norwegian-no finnish-fi czech-cs greek-el latin-la hungarian-hu"
        " esperanto-eo catalan-ca japanese-ja chinese-zh"
    ).split()
)
_CREDIT = re.compile(
    r"(?:(?:this )?e-?text (?:was )?|this e-?(?:book|text) was |transcribed and )?"
    r"(?:produced|prepared|transcribed|scanned|typed)(?: for \w+ \w+)? by "
    r"|.{0,100}(?:distributed proofread|proofreading team)|credits?: |html version by |\(this file was produced from",
    re.IGNORECASE,
)
_IMPRINT = re.compile(r"[A-Z][A-Z&.,:;'’ -]{2,360} (?:M?DCCC[IVXLC]*|1[5-9]\d\d|20\d\d)\.?")  # LONDON 1897
_PART = re.compile(
    r"(?:chapter|part|book|section|canto|act|scene|letter) (?:\d{1,3}|[ivxlc]{1,7}|[a-z]{3,9})\.?", re.IGNORECASE
)
_HEAD_OF_FILE = 2000  # characters
_TOP = 12  # paragraphs, in which credits stand
_SIGN = re.compile(
    r"(?P<picture>\[(?:illustrations?|frontispiece|decoration|music|abbildung|ilustraci[oó]n|ilustração|illustrazione"
    r"|afbeelding|kuva|rycina)\b[^\[\]]{0,600}\])"
    r"|(?P<note>\[(?:(?:foot)?note|sidenote|anmerkung|fu(?:ß|ss)note|randnotiz|nota|voetnoot|przypis)\b"
    r"(?: ?[\dA-Z*†]{1,3})?:"
    r" (?:[^\[\]]|\[[^\[\]]{0,200}\]){1,3000}\])"
    r"|(?P<page>\[(?:pgs?|page|p|s|seite|p[aá]g(?:ina)?|blz|str)(?:\.? ?\d{1,6}|(?:\. ?| )[ivxlc]{1,6})\]"
    r"|^[ \t]*\{\d{1,4}\}[ \t]*$|^[ \t]{10,80}\d{1,4}[ \t]*$"
    r"|\[(?:transcriber['’]?s?['’]?|editor['’]?s|proofreader['’]?s) notes?"
    r"(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,3000}\]|\[blank page\])"
    r"|(?P<script>\[(?:greek|hebrew|arabic|russian|sanskrit|handwritten|handwriting): ?)(?P<word>[^\[\]]{1,200})\]",
    re.MULTILINE | re.IGNORECASE,
)
_COLUMN = re.compile(
    r"(?:chapter|kapitel|chapitre)?s?\.?\s*(?:page|seite|p[aá]g(?:ina)?|blz|pagg?|strona)s?[.:]?", re.IGNORECASE
)
#: Letters are marks where a note stands below: "cold.[A]", "[A] In March."
_LETTER_NOTE = re.compile(r"^[ \t]{0,12}\[(?P<letter>[A-Z])\][ \t]+\S[^\n]*(?:\n[ \t]*[^\s\[][^\n]*)*", re.MULTILINE)
_LETTER_MARK = re.compile(r"(?<=[\w.,;:!?\"”’)_])\[(?P<letter>[A-Z])\]")
_TRANSCRIBER = re.compile(
    r"[+|* \[]{0,4}(?:(?:transcriber|transcriptor)['’]?s?['’]? notes?"
    r"|notes? (?:sur la|de|du|of the) transcri(?:ption|pteur|ber)"
    r"|anmerkungen (?:zur|der) (?:transkription|bearbeiter(?:in)?)|bemerkungen zur textgestalt"
    r"|notas? del? (?:la )?transcri(?:ptor|pción|tor|ção)|opmerkingen van de bewerker|nota del trascrittore)\b",
    re.IGNORECASE,
)
_OF_TRANSCRIBERS = re.compile(
    r"\b(?:page|seite|s\.|changed|corrected|spelling|punctuation|typographical|hyphenat\w+|italics?|original\w*|ausgabe"
    r"|geändert|korrigiert|kursiv\w*|gesperrt\w*|corrigé\w*|orthographe|ortografía|corregid\w+|printer)\b",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"(?=.{0,200}\b1[5-9]\d\d\b).{0,200}\b(?:verlag\w*|éditeurs?|editore|editorial|imprimerie|librairie|press|publishers?"
    r"|company|uitgever\w*|verlegt|druck|printed|tipografia|imprenta)\b.{0,100}",
    re.IGNORECASE,
)
_BY = frozenset({"by", "par", "von", "di", "por", "de", "door"})
_LEADER = re.compile(
    r"(?:(?<![ .·…])[ .·…]{2,}|\s)(?:\d{1,4}|[ivxlc]{1,7})\Z|\A(?:[ivxlc]{1,7}|\d{1,3})[.:)]?\s+", re.IGNORECASE
)
_MOST_ENTRIES = 300  # paragraphs
_LONGEST_ENTRY = 90  # characters
_NOTES = re.compile(r"(?:foot|end)-?notes?[.:]?|notes?:", re.IGNORECASE)
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z*†])\]\s|[¹²³⁴-⁹]\s?\w|\[footnote\b", re.IGNORECASE)

_Span = tuple[int, int, Reason]


def gutenberg_frame(source: str) -> tuple[dict[str, str], int, int]:
    """What the library says of the book, and where the book is; all of the source where it is none of theirs."""
    start = _START.search(source) or (_SMALL_PRINT.search(source) if "Gutenberg" in source[:_HEAD_OF_FILE] else None)
    if not start:
        return {}, 0, len(source)
    end = _END.search(source, start.end())
    stop = end.start() if end else len(source)
    facts = {match[1].lower(): match[2].strip() for match in _FACT.finditer(source, 0, start.start())}
    facts["language"] = _LANGUAGES.get(facts.get("language", "").lower(), "")
    return (
        _with_facts_of_lines(facts, source[:_HEAD_OF_FILE], start[0], source[start.end() : stop][:_HEAD_OF_FILE]),
        start.end(),
        stop,
    )


def _with_facts_of_lines(facts: dict[str, str], top: str, start: str, below: str) -> dict[str, str]:
    """Where the library has no list of them, its first line or the title page tells them."""
    head = None if "title" in facts else _HEAD.match(top.lstrip("\ufeff \n*"))
    named = None if "title" in facts else _NAME_OF_START.search(start)
    if found := head or named:
        facts["title"] = found["title"].strip()
    if head:
        facts.setdefault("author", head["author"].strip().removesuffix("."))
    if "author" not in facts and (by := _BELOW_BY.search(below)):
        facts["author"] = by["author"].strip().removesuffix(".")
    return facts


def printed_signs(source: str, start: int, end: int) -> list[_Span]:
    """In their order. Of `[Greek: logos]` only the word is left."""
    spans: list[_Span] = []
    for sign in _SIGN.finditer(source, start, end) if "[" in source or "{" in source or "          " in source else ():
        if sign["note"]:
            spans.append((*sign.span(), Reason.FOOTNOTE))
        elif sign["script"]:
            spans.append((*sign.span("script"), Reason.DIRECTIVE))
            spans.append((sign.end("word"), sign.end(), Reason.MARKUP))
        else:
            spans.append((*sign.span(), Reason.IMAGE if sign["picture"] else Reason.FURNITURE))
    return _apart(sorted([*spans, *_letters(source, start, end)]))


def _letters(source: str, start: int, end: int) -> Iterator[_Span]:
    """Notes that letters mark, and their marks."""
    notes = list(_LETTER_NOTE.finditer(source, start, end)) if "[A]" in source else []
    marks = list(_LETTER_MARK.finditer(source, start, end)) if notes else []
    both = {note["letter"] for note in notes} & {mark["letter"] for mark in marks}
    yield from ((*found.span(), Reason.FOOTNOTE) for found in (*notes, *marks) if found["letter"] in both)


def _apart(spans: Iterable[_Span]) -> list[_Span]:
    """Without those that stand in another."""
    kept: list[_Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def apparatus(paragraphs: Sequence[Sequence[str]], facts: dict[str, str]) -> dict[int, Reason]:
    """Which paragraphs, each given by its lines, are no text: credits, the title page's "BY", contents and notes.

    `facts`: what the library says of the book; empty where it is none of theirs.
    """
    going: dict[int, Reason] = {}
    for index, lines in enumerate(paragraphs):
        text = " ".join(lines)
        if (
            facts
            and index < _TOP
            and (
                _CREDIT.match(text)
                or _IMPRINT.fullmatch(text)
                or _PUBLISHER.fullmatch(text)
                or _is_author(paragraphs, index, facts)
            )
        ):
            going[index] = Reason.FURNITURE
        elif index not in going and _TRANSCRIBER.match(text):
            going.update(dict.fromkeys(_of_transcriber(paragraphs, index), Reason.FURNITURE))
        elif index < _MOST_ENTRIES and index not in going and names_contents(lines[0].rstrip(".:")):
            going.update(dict.fromkeys(_contents(paragraphs, index), Reason.NAVIGATION))
        elif _NOTES.fullmatch(lines[0]):
            going.update(dict.fromkeys(_notes(paragraphs, index), Reason.FOOTNOTE))
    return going


def _is_author(paragraphs: Sequence[Sequence[str]], index: int, facts: dict[str, str]) -> bool:
    """`BY` and the name below it, which the library has said."""
    author = facts.get("author", "").casefold()
    here = " ".join(paragraphs[index]).casefold()
    after = " ".join(paragraphs[index + 1]).casefold() if index + 1 < len(paragraphs) else ""
    here, after = here.removesuffix("."), after.removesuffix(".")
    is_by = here.partition(" ")[0] in _BY and here.partition(" ")[2] == author
    return bool(author) and (here == author or is_by or (here in _BY and after == author))


def _of_transcriber(paragraphs: Sequence[Sequence[str]], index: int) -> range:
    """The note, and what is below its heading: at the end all of it, else what speaks of print."""
    is_heading = len(" ".join(paragraphs[index])) <= _LONGEST_ENTRY
    if is_heading and 3 * index >= 2 * len(paragraphs):
        return range(index, len(paragraphs))
    end = index + 1
    while is_heading and end < len(paragraphs) and _OF_TRANSCRIBERS.search(" ".join(paragraphs[end])):
        end += 1
    return range(index, end)


def _contents(paragraphs: Sequence[Sequence[str]], index: int) -> range:
    """Up to where the first entry comes again as a heading; without that, as far as its own paragraph goes."""
    first = next((line for line in paragraphs[index][1:] if not _COLUMN.fullmatch(line)), "")
    end = index + 1
    for at in range(index + 1, min(len(paragraphs), index + _MOST_ENTRIES)):
        lines = paragraphs[at]
        if first and _entry(lines[0]) == _entry(first):
            above = " ".join(paragraphs[at - 1])
            has_number = at > index + 1 and (_PART.fullmatch(above) or is_named_part(above))
            return range(index, at - bool(has_number))
        first = first or next((line for line in lines if not _COLUMN.fullmatch(line)), "")
        if any(len(line) > _LONGEST_ENTRY or line.endswith((",", ";")) for line in lines):
            break
        if len(lines) > 1 and end == at:
            end = at + 1
    return range(index, end) if end > index + 1 or len(paragraphs[index]) > 1 else range(0)


def _entry(line: str) -> str:
    """Without numbers, page and leaders."""
    return _LEADER.sub("", _LEADER.sub("", line.strip()[:200])).strip(" .").casefold()


def _notes(paragraphs: Sequence[Sequence[str]], index: int) -> range:
    own = len(paragraphs[index]) > 1 and _NOTE.match(paragraphs[index][1])
    end = index + 1
    while end < len(paragraphs) and _NOTE.match(paragraphs[end][0]):
        end += 1
    return range(index, end) if own or end > index + 1 else range(0)
