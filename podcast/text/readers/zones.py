"""What the elements of a web page are for: which make blocks, and which zones are no part of an article.

    zone_of(token)      # Zone(at=120, reason=Reason.NAVIGATION, sure=True) for <nav>

The tags of a page decide; which zones are believed is decided in article.py.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from podcast.text.essay import Reason
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
    **dict.fromkeys(each("doc-endnotes doc-noteref doc-footnote doc-backlink"), Reason.FOOTNOTE),
    "math": Reason.FORMULA,
}
#: Words of class names and ids, and pairs of words, that say what an element is likely for.
_LIKELY = {
    **dict.fromkeys(
        each("""
        nav navbar navigation menu breadcrumb breadcrumbs pagination pager dropdown
        skip-link post-navigation post-nav mw-jump table-of toc tocbox navbox navboxes catlinks sommaire
        """),
        Reason.NAVIGATION,
    ),
    **dict.fromkeys(each("footnotes footnote endnotes reflist noteref references refbegin"), Reason.FOOTNOTE),
    **dict.fromkeys(
        each("""
        share sharing sharedaddy sharebar sharethis social socials ufi like-button
        related relatedposts recommended outbrain taboola read-more more-link
        comment comments commentlist respond disqus
        newsletter subscribe subscription signup donate paywall popup modal
        cookie cookies consent gdpr
        advert advertisement ad ads adsbygoogle sponsored promo
        sidebar widget widgets toolbar button buttons btn
        byline postmeta entry-meta post-meta article-meta author-box authorbox author-bio reading-time
        photo-credit image-credit media-credit img-credit picture-credit photo-credits
        pg-boilerplate pgheader pgfooter transnote tnote tnotes transcriber-note transcriber-notes
        pagenum pageno page-number pagebreak
        hatnote ambox sistersitebox infobox metadata authority-control shortdescription
        tags tagcloud printfooter noprint editsection
        screen-reader sr-only visually-hidden speechify-ignore
        """),
        Reason.FURNITURE,
    ),
}
#: Class names that describe the page or the post, not what the element is for.
_ABOUT = re.compile(
    r"(?:has|no|not|with|without|is|category|tag|type|status|format|post|page|single|wp-block-group)[-_]"
)
_BODIES = frozenset({"entry-content", "post-content", "article-content", "article-body", "post-body", "e-content"})
_SPLIT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the page, from an element's start tag on.

    Either no part of the article, for a reason that is sure (an element made for it) or only likely (its class), or
    without a reason a place where the article may be.
    """

    at: int
    name: str
    reason: Reason | None
    sure: bool = False


def closed_by(name: str) -> tuple[frozenset[str], frozenset[str]] | None:
    return CLOSES.get(name) or (_P_CLOSES if name in BLOCKS else None)


def zone_of(token: HtmlToken, attributes: Mapping[str, str], *, in_article: bool, in_quotation: bool) -> Zone | None:
    """The zone that a start tag opens, if any."""
    name = token.name
    if name in ("article", "main") or attributes.get("role") in ("article", "main"):
        is_comment = "comment" in _words(attributes)
        return Zone(token.start, name, Reason.FURNITURE if is_comment else None)
    if "articlebody" in attributes.get("itemprop", "").lower() or _BODIES & set(_classes(attributes)):
        return Zone(token.start, "body", None)
    if name in ("html", "body"):
        return None
    if name == "footer" and in_quotation:
        return None  # says who is quoted
    reason = _NAMES.get(name) or _ROLES.get(attributes.get("role", "")) or _hidden(attributes)
    if name == "header" and not in_article:
        reason = Reason.FURNITURE
    if _BULLET.search(attributes.get("style", "")):
        reason = Reason.MARKUP
    if reason:
        return Zone(token.start, name, reason, sure=True)
    likely = _likely(attributes)
    return Zone(token.start, name, likely) if likely else None


def _hidden(attributes: Mapping[str, str]) -> Reason | None:
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return Reason.FURNITURE if hidden or _HIDDEN.search(attributes.get("style", "")) else None


def _likely(attributes: Mapping[str, str]) -> Reason | None:
    words = _words(attributes)
    pairs = [f"{first}-{second}" for first, second in pairwise(words)]
    return next((_LIKELY[key] for key in words + pairs if key in _LIKELY), None)


def _classes(attributes: Mapping[str, str]) -> list[str]:
    return [*attributes.get("class", "").split(), attributes.get("id", "")]


def _words(attributes: Mapping[str, str]) -> list[str]:
    """The words of class and id; none for a whole post, whose classes name its subjects (`tag-newsletter`)."""
    classes = _classes(attributes)
    if "hentry" in classes:
        return []
    own = [name for name in classes if not _ABOUT.match(name) or name.startswith("post-")]
    return [word.lower() for name in own for word in _SPLIT.split(name[:200]) if word]
