"""Who wrote it and when, where the text itself says so below its title: "By Jane Doe", "May 1, 2024".

    essay = without_byline(essay)       # essay.author, essay.date; the welcome says them, the narrator need not

Only near the top, and only lines that say nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from podcast.text.cleaning.omission import omit
from podcast.text.cleaning.phrasebook import uses_of
from podcast.text.dates import parse_date
from podcast.text.essay import Block, Essay, Kind, Reason
from podcast.text.wordlist import each

_NEAR_TOP = 6  # blocks
_MOST_BESIDE = 5  # blocks
_LONGEST = 100  # characters; what is longer is the text
_BY = re.compile(
    r"(?P<verb>(?:written|posted|published|words|text|story|geschrieben|veröffentlicht|écrit|publié|texte|texto|escrito"
    r"|publicado|scritto|pubblicato|testo|geschreven|tekst|napisał|opublikowane|skriven"
    r"|(?:an? |eine? |une? |una |uma? |een |en |ett )?"
    r"(?:essay|esej|ensayo|essai|saggio|column"
    r"|story|review|opinion|kolumne|gastbeitrag|kommentar|glosse|reportage|article|chronique|billet|columna|crónica"
    r"|artículo|artigo|crônica|articolo|racconto|felieton|krönika)) )?"
    r"(?:by|von|par|por|di|da|de|door|przez|av|af|od)[ \t]+(?P<name>.+)",
    re.IGNORECASE,
)
_BY_EAST_ASIAN = re.compile(
    r"(?:作者|文|撰文|著者|執筆|執筆者|ライター|筆者|글|글쓴이)\s?[:：/／]\s?"
    r"(?P<name>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·・ 　]{2,12})"
)
_SEPARATOR = re.compile(
    r"(?:(?<!\s)\s+)?[|·•–—\n]\s*|,\s+(?=\d{4}-|\d{1,2} \w|[^\W\d]+ \d)|(?<!\s)\s+on\s+(?=\d|\w+ \d)"
    r"|(?<!\s)\s+(?=at \d|in: |filed under )|(?<!\s)\s+(?:am|le|el|em|il|op|dnia|den)\s+(?=\d{1,2}\.? )"
    r"|(?<=\d)\s+(?=(?:by|von|par|por|di|da|door|przez|av|af) [^\W\d_])"
    r"|,\s+(?=\d{1,2}[:.]\d\d\b)"
    r"|(?<=\d{4})\s+(?=(?:(?:at|um|à|às|alle|ore|a las|om|kl\.?|o) )?\d{1,2}[:.h]\d\d\b)|(?<=日)\s+(?=\d{1,2}:\d\d\b)"
    r"|(?<!\s)\s+(?i:(?=reading time|lesezeit|leestijd|temps de lecture|tiempo de lectura|tempo di lettura"
    r"|tempo de leitura|czas czytania|読了時間))"
)
#: What stands beside a name or a date and is never said. Only beside: alone it may be the writer's.
_BESIDE = re.compile(
    r"(?:about |ca\.? |~)?\d{1,3}[ -]?(?:min(?:ute)?s?(?:[ -]read| de lectura| de lecture| di lettura| lezen)?"
    r"|minuten lesezeit|minuti di lettura)\.?|(?:reading time|lesezeit|temps de lecture|tiempo de lectura"
    r"|tempo di lettura"
    r"|tempo de leitura|leestijd|czas czytania|lästid|doba čtení)\b.{0,20}|読了時間.{0,20}"
    r"|(?:at |um |à |às |alle |ore |a las |om |kl\.? |o )?"
    r"\d{1,2}[:.h]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?(?: uhr)?(?: \(?[A-Z]{2,5}\)?)?(?: in \w.{0,40})?"
    r"|(?:in:|categor(?:y|ies|i[sz]ed)|kategorien?|catégories?|categorías?|tags?|tagged|topics?|filed under"
    r"|posted in)\b:? ?.{0,60}|uncategori[sz]ed|(?:first |last )?(?:posted|published|written|updated)"
    r"|veröffentlicht|geschrieben|erstellt|gepostet|aktualisiert|publié|posté|écrit|publicado|escrito|pubblicato|scritto"
    r"|geplaatst|gepubliceerd|gepost|opublikowano|dodano|publicerad|publikováno"
    r"|(?:view |leave |add |post |no |\d{1,5} )?(?:a )?(?:comments?|kommentare?|commentaires?|comentarios?"
    r"|reply|replies|responses?|likes?|views?|claps?|shares?)|share|follow|listen|save|print|e-?mail|permalink|edit"
    r"|member-only story|(?:issue|edition|ausgabe|folge|numéro|número|numero|edición|nummer|vol\.?|nr\.?|no\.?|n°|#)"
    r" ?#?\d{1,5}",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:(?:first |originally )?(?:posted|published|written|created)|(?:last )?(?:updated|modified|edited))(?: on)?"
    r":? |(?:veröffentlicht|geschrieben|erstellt|gepostet|aktualisiert)(?: am)?:? |(?:publié|posté|écrit)(?: le)?:? "
    r"|(?:publicado|escrito)(?: el| em)?:? |(?:pubblicato|scritto|postato)(?: il)?:? "
    r"|(?:geplaatst|gepubliceerd|gepost)(?: op)?:? |(?:opublikowano|dodano|napisano)(?: dnia)?:? "
    r"|(?:publicerad|postat|skriven)(?: den)?:? |(?:publikováno|vydáno)(?: dne)?:? "
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?,? (?=\d)"
    r"|(?:发布于|发表于|發佈於|發表於|发布时间|公開日|投稿日|掲載日|公開|投稿|日期|게시일)\s?[:：]?\s?",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[^\W\d_]{4})\.$")  # "BY A. SAMPLE.", not "Jane Doe Jr."
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
#: The address of somebody's own page where many write.
_PERSON = re.compile(
    r"https?://(?:(?:[\w-]{1,20}\.)?(?:substack|medium)\.com/@[\w.-]{1,80}|[\w-]{1,80}\.medium\.com"
    r"|[^/\s]{1,100}/(?:@|(?:[\w-]{1,30}/)?(?:authors?|autore?n?|auteurs?|profiles?|people|users?|u|membres?|writers?)/)"
    r"[\w%.-]{1,80})/?(?:[?#]\S{0,300})?",
    re.IGNORECASE,
)
_WITHIN_NAMES = frozenset(each("and de da del della der den des di dos du la le van von y zu ibn bin al"))


@dataclass(frozen=True, slots=True)
class Byline:
    author: str
    date: datetime | None = None


def without_dateline(essay: Essay) -> Essay:
    """Of a page: also without a line near the top that is nothing but its date."""
    for index, block in enumerate(essay.blocks[:_NEAR_TOP]):
        if len(block.text) > _LONGEST:
            break
        if block.kind is Kind.PARAGRAPH and (date := _date_at(essay.blocks, index)):
            return _without(essay, range(index, index + 1), Byline("", date))
    return essay


def without_byline(essay: Essay) -> Essay:
    for index, block in enumerate(essay.blocks[:_NEAR_TOP]):
        if len(block.text) > _LONGEST or index + 1 == len(essay.blocks):
            break
        below = block.text.removeprefix(f"{essay.title}\n") if essay.title else block.text  # a title page in one block
        if block.kind is Kind.PARAGRAPH and (found := byline_of(below, known=essay.author)):
            return _without(essay, range(index, index + 1), found)
        if names := _profile(essay.blocks, index):
            read = _without(essay, names, Byline(essay.blocks[names[-1]].text))
            return read if essay.author else replace(read, author_guess="is a name above the text")
    return essay


def _profile(blocks: Sequence[Block], index: int) -> range:
    """A name that stands there twice, below a face and beside it, or leads to all that its bearer wrote."""
    end = index
    while end < len(blocks) - 1 and blocks[end].kind is Kind.PARAGRAPH and _leads_to_a_person(blocks[end]):
        end += 1
    name = blocks[index].text
    twice = blocks[index : index + 2]
    if end == index and len(blocks) > index + 2 and all(block.text == name for block in twice):
        end += 2
    is_paragraph = all(block.kind is Kind.PARAGRAPH for block in blocks[index:end])
    return range(index, end if is_paragraph and end > index and _is_name(blocks[end - 1].text) else index)


def _leads_to_a_person(block: Block) -> bool:
    hrefs = {run.href for run in block.runs if run.text.strip()}
    return len(hrefs) == 1 and _PERSON.fullmatch(hrefs.pop()) is not None


def byline_of(text: str, known: str = "") -> Byline | None:
    """A byline says "by" or a name that is known, perhaps a date and what pages add to it, and no more.

    Without a name, it says when and something else: "Oct 19, 2016 · 10 min read".
    """
    if len(text) > _LONGEST:
        return None
    parts = [part.strip(" ,:;") for part in _SEPARATOR.split(text.strip()) if part.strip(" ,:;")]
    names = [
        (index, name) for index, part in enumerate(parts) if (name := _name_in(part, known, alone=len(parts) == 1))
    ]
    at, name = names[0] if names else (-1, "")
    rest = [part for index, part in enumerate(parts) if index != at]
    dated = [(part, _date_in(part)) for part in rest]
    dates = [date for _, date in dated if date]
    beside = sum(bool(_BESIDE.fullmatch(part)) for part, date in dated if not date)
    is_one_more = bool(name and dates and beside)  # a column's name
    is_all = len(rest) <= len(dates) + beside + is_one_more
    return Byline(name, dates[0] if dates else None) if is_all and (name or (dates and beside)) else None


def is_dateline(text: str) -> bool:
    """Whether it says when, and no more: "Posted on May 1, 2024"."""
    return len(text) <= _LONGEST and _date_in(text) is not None


def _name_in(part: str, known: str, *, alone: bool) -> str:
    if known and part.casefold() in (known.casefold(), *known.casefold().split(", ")):
        return known
    if named := _BY_EAST_ASIAN.fullmatch(part):
        return named["name"].strip()
    by = _BY.fullmatch(part)
    if not by:
        return ""
    name = _END.sub("", by["name"].strip())
    is_first_name = by["verb"] and not alone and name.isalpha() and name[:1].isupper()
    return name if is_first_name or _is_name(name) else ""


def _date_in(text: str) -> datetime | None:
    if not any(map(str.isdigit, text)):
        return None
    text = _ORDINAL.sub("", text).removesuffix(".")
    while match := _DATED.match(text):
        text = text[match.end() :]
    return parse_date(text)


def _is_name(text: str) -> bool:
    """Two to six capitalised words, with the small words that names have in them."""
    words = text.split()
    capital = [word[:1].isupper() and not any(map(str.isdigit, word)) for word in words]
    names = all(is_capital or word in _WITHIN_NAMES for word, is_capital in zip(words, capital, strict=True))
    return 2 <= len(words) <= 6 and names and capital[0] and capital[-1] and words[-1][-1:] not in ",;:?!"


def _without(essay: Essay, found_at: range, found: Byline) -> Essay:
    """Also without a date in a line of its own next to it, or below the few words that stand beside a face.

    Where several wrote it, each may have a line.
    """
    authors = {*essay.author.split(", "), found.author}
    if found_at.start > 1 and essay.blocks[found_at.start - 1].text in authors - {""}:
        found_at = range(found_at.start - 1, found_at.stop)  # below a face
    while found_at.stop + 1 < len(essay.blocks) and essay.blocks[found_at.stop].text in authors:
        found_at = range(found_at.start, found_at.stop + 1)
    near = [found_at.start - 1, found_at.stop]
    while len(near) < _MOST_BESIDE and _is_beside(essay.blocks, near[-1]):
        near.append(near[-1] + 1)
    dates = {at: date for at in near if (date := _date_at(essay.blocks, at))}
    going = {*found_at, *dates}
    last = max(going) + 1
    if last < len(essay.blocks) - 1 and _BESIDE.fullmatch(essay.blocks[last].text):
        going.add(last)
    verdicts = [(Reason.FRONT_MATTER if at in going else None, 0) for at in range(len(essay.blocks))]
    blocks, skips = omit(essay.blocks, essay.skips, verdicts)
    date = essay.date or found.date or next(iter(dates.values()), None)
    essay = replace(essay, blocks=blocks, skips=skips, date=date)
    if essay.author or not found.author:
        return essay
    return replace(essay, author=found.author)


def _is_beside(blocks: Sequence[Block], index: int) -> bool:
    """Whether it is one that furniture.py will take away: "Follow", "4 min read"."""
    return 0 <= index < len(blocks) and bool(uses_of(blocks[index].text))


def _date_at(blocks: Sequence[Block], index: int) -> datetime | None:
    is_line = 0 <= index < len(blocks) - 1 and len(blocks[index].text) < _LONGEST
    if not is_line:
        return None
    line = byline_of(blocks[index].text)
    return line.date if line and not line.author else _date_in(blocks[index].text)
