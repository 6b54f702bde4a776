"""What the elements of a web page are for: which make blocks, and which zones are no part of an article.

    zone_of(token)      # Zone(at=120, reason=Reason.NAVIGATION, sure=True) for <nav>

The tags of a page decide; which zones are believed is decided in article.py.
"""

import re
from collections.abc import Mapping

from podcast.text.essay import Reason
from podcast.text.readers.html.classzones import HIDDEN, Zone, article_zone, is_body, likely_zone, quoted_zone
from podcast.text.readers.tags import HtmlToken
from podcast.text.wordlist import each

VOID = frozenset(each("area base br col embed hr img input link meta param source track wbr"))
BLOCKS = frozenset(
    each("""
    html body head address article aside div footer header hgroup main nav search section
    blockquote center details dialog figcaption figure h1 h2 h3 h4 h5 h6 hr p pre summary
    dd dl dt li menu ol ul
    button fieldset form legend option select
    caption table tbody td tfoot th thead tr
    """)
)
#: A start tag closes the nearest open element of the first set, unless one of the second is nearer.
CLOSES: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "a": (frozenset({"a"}), BLOCKS),
}
_P_CLOSES = (frozenset({"p"}), BLOCKS - {"p"})

_NAMES = {
    **dict.fromkeys(each("nav menu"), Reason.NAVIGATION),
    **dict.fromkeys(each("aside footer form button select dialog search"), Reason.FURNITURE),
}
_ROLES = {
    **dict.fromkeys(each("navigation menu menubar"), Reason.NAVIGATION),
    **dict.fromkeys(each("banner complementary contentinfo search dialog toolbar tablist"), Reason.FURNITURE),
    **dict.fromkeys(each("doc-endnotes doc-noteref doc-footnote doc-backlink doc-bibliography"), Reason.FOOTNOTE),
    "math": Reason.FORMULA,
}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CODE = re.compile(r"-en-codeblock:\s*true", re.IGNORECASE)  # Evernote's
_BULLET = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)  # Word's, written out as text
#: What says nothing, whatever stands in it.
QUIET = {
    "pre": Reason.CODE,
    "xmp": Reason.CODE,
    "script": Reason.SCRIPT,
    "style": Reason.SCRIPT,
    "title": Reason.FRONT_MATTER,
    **dict.fromkeys(each("rt rp annotation annotation-xml"), Reason.MARKUP),  # the same words again
    **dict.fromkeys(each("textarea iframe noembed noframes svg object audio video canvas"), Reason.FURNITURE),
    **dict.fromkeys(each("noscript template"), Reason.FURNITURE),
}


def closed_by(name: str) -> tuple[frozenset[str], frozenset[str]] | None:
    return CLOSES.get(name) or (_P_CLOSES if name in BLOCKS else None)


def zone_of(token: HtmlToken, attributes: Mapping[str, str], *, in_article: bool, in_quotation: bool) -> Zone | None:
    """The zone that a start tag opens, if any."""
    name = token.name
    if name in ("article", "main") or attributes.get("role") in ("article", "main"):
        return article_zone(token, attributes)
    if is_body(attributes):
        return Zone(token.start, "body", None)
    if name in ("html", "body") or (name == "footer" and in_quotation):
        return None  # such a footer says who is quoted
    if quoted := quoted_zone(token, attributes):
        return quoted
    reason = _sure(name, attributes, in_article=in_article)
    is_styled = not reason and _HIDDEN.search(attributes.get("style", ""))
    if reason or is_styled:
        return Zone(token.start, name, reason or Reason.FURNITURE, sure=True, word=HIDDEN if is_styled else "")
    return likely_zone(token, attributes)


def _sure(name: str, attributes: Mapping[str, str], *, in_article: bool) -> Reason | None:
    style = attributes.get("style", "")
    if _BULLET.search(style):
        return Reason.MARKUP
    if _CODE.search(style):
        return Reason.CODE
    is_of_sheets = name == "div" and attributes.get("title") in ("header", "footer")  # LibreOffice's
    if is_of_sheets or (name == "header" and not in_article):
        return Reason.FURNITURE
    is_shown = name == "figcaption" and "hidden" not in attributes  # pandoc hides one from programs that read the alt
    return _NAMES.get(name) or _ROLES.get(attributes.get("role", "")) or (None if is_shown else _stated(attributes))


def is_hidden(attributes: Mapping[str, str]) -> bool:
    return _stated(attributes) is not None or _HIDDEN.search(attributes.get("style", "")) is not None


def _stated(attributes: Mapping[str, str]) -> Reason | None:
    return Reason.FURNITURE if "hidden" in attributes or attributes.get("aria-hidden") == "true" else None
