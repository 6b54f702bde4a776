"""What a paragraph is by the name of its style, as word processors of many languages call it.

    role_of("Überschrift 2")        # ParagraphRole.HEADING, 2
    role_of("Intense Quote")        # ParagraphRole.QUOTATION, 0
    role_of("My own style")         # None

Word keeps English names beneath what it shows, but LibreOffice and converters don't, and what is copied from
another's document brings the names of his.
"""

import re
from enum import Enum, auto

from podcast.text.wordlist import each


class ParagraphRole(Enum):
    """What a paragraph of a document is for."""

    BODY = auto()
    TITLE = auto()
    SUBTITLE = auto()
    HEADING = auto()
    QUOTATION = auto()
    CODE = auto()
    CAPTION = auto()
    CONTENTS = auto()
    AUTHOR = auto()
    DATE = auto()
    ITEM = auto()
    BREAK = auto()  # a line across the page


_HEADING = re.compile(
    r"(?:heading|überschrift|ueberschrift|titre|t[íi]tulo|titolo|encabezado|intestazione|kop|rubrik|overskrift|otsikko"
    r"|nagłówek|naglowek|заголовок|nadpis|címsor|başlık|titlu|naslov|επικεφαλίδα|見出し|标题|標題|제목|tittel|pealkiri)"
    r"[ _-]?([1-9])(?: char)?",
    re.IGNORECASE,
)
_EXACT = {
    **dict.fromkeys(
        each("title titel titre título titulo titolo tytuł rubrik tittel otsikko cím titlu название заголовок")
        + each("název naslov τίτλος 表題 标题 標題 제목 doctitle"),
        (ParagraphRole.TITLE, 0),
    ),
    **dict.fromkeys(
        each("subtitle untertitel sous-titre subtítulo sottotitolo ondertitel podtytuł underrubrik undertitel")
        + each("undertittel alaotsikko подзаголовок podtitul alcím 副題 副标题 부제"),
        (ParagraphRole.SUBTITLE, 0),
    ),
    **dict.fromkeys(each("author autor auteur autore byline verfasser"), (ParagraphRole.AUTHOR, 0)),
    **dict.fromkeys(each("date datum fecha"), (ParagraphRole.DATE, 0)),
}
_NAMES = {
    ParagraphRole.CONTENTS: r"""
        toc(?!\w) toc_?\d contents_heading contents_\d (?:inhalts)?verzeichnis_?\d inhaltsverzeichnis tm_?\d tdc_?\d
        sommario_?\d índice_?\d inhopg inhoudsopgave spis_treści innehåll_?\d оглавление 目次 目录
        table_of_(?:figures|contents|authorities) en-tête_de_(?:la_)?table table_des_matières titulo_?tdc
        index_(?:heading|\d) (?:illustration|figure|table|user)_index abbildungsverzeichnis
    """,
    ParagraphRole.QUOTATION: r"""
        (?:intense_?|block_?|long_|extended_)?quot(?:e|es|ations?)\b block_?(?:text|quote) blockquote epigraph motto
        (?:intensives_|block|langes_)?zitat blocktext citation cita(?:_destacada|_intensa)?\b citazione citaat
        (?:starkt_|sterkt_|intens_)?(?:citat|sitat) duidelijk_citaat cytat цитата выделенная_цитата lainaus
        引用 引文 明显引用 인용
    """,
    ParagraphRole.CODE: r"""
        (?:source_?|program_)?code\b quellcode quelltext html[_-]?(?:preformatted|vorformatiert) preformatted
        vorformatiert préformaté preformattato con_formato_previo preformateado (?:program_)?listing\b macro_?text
    """,
    ParagraphRole.CAPTION: r"""
        (?:image_?|table_?|figure_?)?caption\b beschriftung légende leyenda didascalia bijschrift legenda\b epígrafe
        подпись 図表番号 题注 캡션 (?:illustration|figure|drawing|abbildung)$
    """,
    ParagraphRole.ITEM: "definition_term definition$",
}
_ROLES = tuple(
    (role, re.compile("|".join(each(names)).replace("_?", " ?").replace("_", " "))) for role, names in _NAMES.items()
)
_LEVEL = re.compile(r"[ _]20[ _]|_+")


def role_of(name: str) -> tuple[ParagraphRole, int] | None:
    """With the level of a heading, 1–9; None for what says nothing."""
    name = " ".join(_LEVEL.sub(" ", name).split()).lower()
    if heading := _HEADING.fullmatch(name):
        return ParagraphRole.HEADING, int(heading[1])
    if exact := _EXACT.get(name):
        return exact
    return next(((role, int(role is ParagraphRole.ITEM)) for role, names in _ROLES if names.match(name)), None)
