"""Lists of sources and links at the end of an article: "References", "See also", "Weblinks", in many languages.

    blocks, skips = without_back_matter(blocks, skips)

Only below the middle, and only where nothing but a list, or nothing at all, stands under the heading: an essay may have
a part called "Notes". An encyclopaedia's go with all that is in them.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from podcast.text.cleaning.omission import omit
from podcast.text.essay import Block, Kind, Reason, Skip

_HEADING = re.compile(
    r"(?:\d{1,2}\.? )?(?:(?:notes?|footnotes?) (?:and|&) )?(?:references?|citations?|external links?|see also"
    r"|works cited|works consulted|sources(?: and further reading)?|list of works cited"
    r"|further reading|bibliography|footnotes|endnotes|explanatory notes|notes and references|links"
    r"|einzelnachweise|weblinks|siehe auch|literatur(?:verzeichnis)?|anmerkungen|quellen|fußnoten|belege"
    r"|références|notes et références|liens externes|voir aussi|articles connexes|bibliographie|notes"
    r"|referencias|notas y referencias|enlaces externos|véase también|bibliografía|notas"
    r"|riferimenti|collegamenti esterni|voci correlate|bibliografia|altri progetti"
    r"|referências|ligações externas|ver também|bibliografia"
    r"|referenties|externe links?|zie ook|bronnen|bronnen, noten en/of referenties|voetnoten|literatuur"
    r"|przypisy|linki zewnętrzne|zobacz też|bibliografia"
    r"|примечания|ссылки|см\. также|литература"
    r"|脚注|注釈|出典|参考文献|外部リンク|関連項目|注释|参考资料|参考資料|外部链接|外部連結|参见|延伸阅读|参考來源)[:：.]?",
    re.IGNORECASE,
)

_MOST_BELOW = 3  # paragraphs: a correction, who the writer is
#: A source in a paragraph of its own: a name, a year, and what only a publisher says.
_SOURCE = re.compile(
    r"(?=.{0,600}\b(?:1[5-9]|20)\d\d\b)"
    r"(?:[^\W\d_][\w'’-]{1,30},(?: [A-Z][\w.-]{0,20}){1,4}.{0,60}|[—–-]{2,6}\.) .{8,600}"
    r"|\[?\d{1,3}[\].]\s.{0,300}\b(?:1[5-9]|20)\d\d\b.{0,200}",
    re.DOTALL,
)

#: What scientific journals put below an article, with prose in it.
_OF_JOURNALS = re.compile(
    r"(?:references?(?: and notes)?|literature cited|(?:data )?availability(?: of data(?: and materials?)?)?"
    r"|data availability(?: statement)?|code availability|additional information"
    r"|supplementary (?:information|materials?)"
    r"|electronic supplementary material|author(?:s['’]?)? (?:information|contributions?|details|notes)"
    r"|authors and affiliations|affiliations|contributions|contributor information|corresponding authors?"
    r"|ethics (?:declarations?|statement|approval.{0,40})|(?:declaration of )?(?:competing|conflicts? of) interests?"
    r"|conflicts? of interest(?: statement)?|disclosures?"
    r"|consent for publication|funding(?: (?:statement|information))?"
    r"|rights and permissions|reprints and permissions|copyright|about this article|about the authors?"
    r"|cite this article|how to cite.{0,40}|keywords|publisher['’]s note|article notes|metrics|peer review.{0,30}"
    r"|share this article|download references|subjects)[:.]?",
    re.IGNORECASE,
)


def without_back_matter(
    blocks: Sequence[Block], skips: Sequence[Skip], *, is_encyclopaedia: bool = False, is_of_a_journal: bool = False
) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    """From the first such heading on that has only such below it; an encyclopaedia's and a journal's anywhere."""
    begin = len(blocks)
    going: set[int] = set()
    for start, end in reversed(_parts(blocks)):
        is_back = start > 0 and _HEADING.fullmatch(blocks[start].text.strip())
        of_journal = is_of_a_journal and start > 0 and _OF_JOURNALS.fullmatch(blocks[start].text.strip())
        last = end if of_journal or is_encyclopaedia else _end_of_list(blocks, start, end)
        is_last = last > start and end == begin and 2 * start >= len(blocks) - end
        if of_journal or (is_back and (is_encyclopaedia or is_last)):
            going.update(range(start, last))
            begin = start
    if len(going) == len(blocks):
        return tuple(blocks), tuple(skips)
    return omit(blocks, skips, [(Reason.FOOTNOTE if index in going else None, 0) for index in range(len(blocks))])


def _end_of_list(blocks: Sequence[Block], start: int, end: int) -> int:
    """Behind what is listed below a heading; `start` where that is no list, or more than a few words follow."""
    last = start + 1
    while last < end and (blocks[last].kind is Kind.LIST_ITEM or _SOURCE.fullmatch(blocks[last].text)):
        last += 1
    is_list = last == end or (last > start + 1 and end - last <= _MOST_BELOW)
    return last if is_list else start


def _parts(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Where each heading's own text begins and ends, that of its parts not counted."""
    starts = [index for index, block in enumerate(blocks) if block.kind is Kind.HEADING]
    return list(pairwise([*starts, len(blocks)]))
