"""The zones of a web page that only its class names, ids and the like tell, each likely and none sure.

    likely_zone(token, {"class": "sharedaddy sd-sharing"})      # Zone(at=120, reason=Reason.FURNITURE, word="sharing")

Which of them are believed is decided in article.py; which words a page has misunderstood, in misreadings.py.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from podcast.text.essay import Reason
from podcast.text.readers.tags import HtmlToken
from podcast.text.wordlist import each

_HEADINGS = frozenset(each("h1 h2 h3 h4 h5 h6"))  # none is a menu; what it stands in may be
_SMALL = frozenset(each("figcaption p blockquote span"))
LEAD, PULLED = "lead", "pulled"  # names of zones
AFTERWORD = "afterword"  # a lead's word
#: Words of class names and ids, and pairs of words, that say what an element is likely for.
_LIKELY = {
    **dict.fromkeys(
        each("""
        nav navbar navigation menu breadcrumb breadcrumbs pagination pager dropdown
        skip-link post-navigation post-nav mw-jump table-of toc tocbox navbox navboxes catlinks sommaire
        latest-posts recent-posts archive-list categories-list content-nav another-category
        """),
        Reason.NAVIGATION,
    ),
    **dict.fromkeys(
        each("footnotes footnote endnotes reflist noteref references refbegin bibliography biblist"), Reason.FOOTNOTE
    ),
    **dict.fromkeys(each("equation-number eqn-eqno eqno"), Reason.FORMULA),
    **dict.fromkeys(
        each("""
        share sharing sharedaddy sharebar sharethis social socials ufi like-button
        related relatedposts recommended outbrain taboola read-more more-link rich-link
        bookmark-card bookmark-info link-card link-preview embed-card more-topics
        comment comments commentlist respond disqus reply replies notes-wrapper note-reblog note-like post-likes
        like-count share-count view-count creator-support
        footer preheader colophon quarto-reuse quarto-copyright quarto-citation
        newsletter subscribe subscription signup donate paywall popup modal
        cookie cookies consent gdpr
        advert advertisement ad ads adsbygoogle sponsored promo
        sidebar widget widgets toolbar button buttons btn
        byline postmeta entry-meta post-meta article-meta submeta author-box authorbox author-bio reading-time
        post-info entry-info article-info title-meta author-list ltx-authors ltx-dates avatar header-info
        article-category post-category entry-category entry-categories topic-category article-tag post-tag
        metrics-bar article-metrics article-identifiers subject-list
        audio-player video-player media-player article-player player-label player-wrapper
        photo-credit image-credit media-credit img-credit picture-credit photo-credits
        figure-copyright image-copyright caption-credit credit copyright
        form-done form-fail form-success form-error lightbox-meta userpic highlight-panel code-toolbar
        pg-boilerplate pgheader pgfooter transnote tnote tnotes transcriber-note transcriber-notes
        pagenum pageno page-number pagebreak
        hatnote ambox sistersitebox infobox metadata authority-control shortdescription coordinates
        *meta tags tagcloud printfooter noprint editsection
        screen-reader sr-only visually-hidden speechify-ignore
        """),
        Reason.FURNITURE,
    ),
}
#: A class that ends so holds the date, the author and the like: `box-meta`, `node__meta`, `rich_media_meta_list`.
_META = re.compile(
    r"(?:^|[-_])meta(?:data|s)?(?:[-_]{1,2}(?:wrapper|wrap|list|container|info|box|top|bottom|bar|row|inner))?$"
    r"|[a-z]Meta(?:data)?$"
)
#: What page builders call each piece that a page is made of.
_BUILDER = re.compile(r"^(?:elementor|siteorigin|so|fl|avia|uael|jet|premium)[-_]widget(?:[-_]|$)")
#: Words that a site can mean otherwise, such as a "widget" that holds the article.
AMBIGUOUS = frozenset(
    each("""
    widget widgets button buttons btn modal popup promo sponsored ad ads advert advertisement newsletter subscribe
    subscription signup share sharing social socials sidebar toolbar menu nav navigation navbar dropdown toc
    metadata *meta tags noprint noteref bibliography credit copyright avatar player-wrapper
    """)
)
_TALK = frozenset(each("comment comments commentlist respond disqus reply replies"))
HIDDEN = "hidden"  # the word of zones that a style hides
#: What stands above the text and belongs to it, and what stands below.
_LEADS = frozenset(
    each("""
    chapo soustitre sous-titre subtitle sub-title standfirst lede lead dek deck excerpt post-excerpt entry-summary
    article-excerpt article-summary summary
    """)
) | (_AFTERWORDS := frozenset(each("ps postscript post-scriptum")))
_PULLED = frozenset(each("pullquote pull-quote pulled-quote sumario destacado quotebox"))
#: Class names that describe the page or the post, not what the element is for.
_ABOUT = re.compile(
    r"(?:has|no|not|with|without|is|category|tag|type|status|format|post|page|single|wp-block-group)[-_]"
)
_BODIES = frozenset({"entry-content", "post-content", "article-content", "article-body", "post-body", "e-content"})
_SPLIT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")


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
    word: str = ""  # of the class name that says so

    @property
    def is_talk(self) -> bool:
        """What readers write: an article's text is not in it."""
        return self.word in _TALK


def article_zone(token: HtmlToken, attributes: Mapping[str, str]) -> Zone:
    """Of an element that is made for an article; some pages make each reader's comment one."""
    is_comment = "comment" in _words(attributes)
    return Zone(token.start, token.name, Reason.FURNITURE if is_comment else None)


def is_body(attributes: Mapping[str, str]) -> bool:
    return "articlebody" in attributes.get("itemprop", "").lower() or not _BODIES.isdisjoint(_classes(attributes))


def quoted_zone(token: HtmlToken, attributes: Mapping[str, str]) -> Zone | None:
    """What others say: quoted beside the text, or written below it."""
    if token.name == "aside" and "quote" in attributes.get("class", "").split():
        return Zone(token.start, PULLED, None)
    if "comment" in attributes.get("itemprop", "").lower().split():
        return Zone(token.start, token.name, Reason.FURNITURE, word="comment")
    return None


def likely_zone(token: HtmlToken, attributes: Mapping[str, str]) -> Zone | None:
    words = _words(attributes, is_named=token.name not in _HEADINGS)
    keys = [*words, *(f"{first}-{second}" for first, second in pairwise(words))]
    if token.name == "sup" and "reference" in words:
        return Zone(token.start, token.name, Reason.FOOTNOTE, word="reference")
    if not _PULLED.isdisjoint(keys):
        return Zone(token.start, PULLED, None)
    classes = {name.lower() for name in attributes.get("class", "").split()}
    if not _LEADS.isdisjoint(classes):
        return Zone(token.start, LEAD, None, word="" if _AFTERWORDS.isdisjoint(classes) else AFTERWORD)
    keys += ["*meta"] if any(map(_META.search, attributes.get("class", "").split())) else []
    found = next(((_LIKELY[key], key) for key in keys if key in _LIKELY), None)
    if not found or not _is_meant(token.name, *found, attributes.get("id", "")):
        return None
    return Zone(token.start, token.name, found[0], word=found[1])


def _is_meant(name: str, reason: Reason, word: str, own: str) -> bool:
    """A heading is no menu, a caption no "widget" but a piece of one; sections are called after their headings."""
    if name in _HEADINGS:
        return reason is not Reason.NAVIGATION
    if name in _SMALL:
        return word not in ("widget", "widgets", "footer")
    return name != "section" or word not in AMBIGUOUS or word != own


def _classes(attributes: Mapping[str, str]) -> list[str]:
    return [*attributes.get("class", "").split(), attributes.get("id", "")]


def _words(attributes: Mapping[str, str], *, is_named: bool = True) -> list[str]:
    """The words of class and id; none for a whole post, whose classes name its subjects (`tag-newsletter`).

    `is_named`: its id says more than its text does, unlike that of a heading.
    """
    classes = _classes(attributes) if is_named else attributes.get("class", "").split()
    if "hentry" in classes:
        return []
    own = [_BUILDER.sub("", name) for name in classes if not _ABOUT.match(name) or name.startswith("post-")]
    return [word.lower() for name in own for word in _SPLIT.split(name[:200]) if word]
