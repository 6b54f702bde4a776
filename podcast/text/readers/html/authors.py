"""Who wrote a page, of all that it says about that: meta tags, links to the author, what search engines are told.

    author_of(meta, told, linked)                           # "Jane Doe"
    clean_name("Jane Doe (https://jane.example/)")          # "Jane Doe"
    clean_name("by Doe, Jane, 1850-1920")                   # "Jane Doe"

Whoever publishes it is its author only where nobody else is.
"""

import re
from collections.abc import Mapping, Sequence

from podcast.text.wordlist import each

_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "byl",
    "og:article:author",
)
_MORE_NAMES = ("sailthru.author", "article.author", "authors", "cxenseparse:author", "book:author")
_SITES = ("og:site_name", "application-name", "dc.publisher", "article:publisher", "publisher")
_ADDRESS = re.compile(
    r"[(<\[{]?\s?(?:mailto:|https?://|www\.)[^\s)>\]}]*[)>\]}]?|[(<\[]?\s?[\w.+-]{1,64}@[\w.-]{1,99}\s?[)>\]]?"
)
_BY = re.compile(
    r"(?:(?:written|posted|published|words|text|story) )?(?:by|von|par|por|door|autor|author):? +", re.IGNORECASE
)
_LAST_FIRST = re.compile(
    r"([^\W\d][^,\d]{0,40}), ([^\W\d][^,\d]{0,40}?),? \(?(?:b\. |ca?\. )?\d{3,4}\??-?(?:\d{3,4}\??)?\)?"
)
_NOBODY = frozenset(
    each("admin administrator editor webmaster unknown anonymous author root user null none undefined guest staff")
)
_CLASSES = frozenset(
    {"author-name", "byline-name", "p-author", "fn", "author__name", "author_name", "post-author-name"}
    | {"username", "ltx_personname"}
)
_CLASS = re.compile(r"[-_]author[-_]{1,2}name(?:[-_]{1,2}link)?$")
_LONGEST = 200  # characters


def author_of(meta: Mapping[str, str], told: Mapping[str, str], linked: Sequence[str]) -> str:
    """`told`: as linked data does; `linked`: texts of what is marked as the author's name."""
    sites = _sites(meta, told)
    stated = [meta.get("twitter:data1", "")] if meta.get("twitter:label1", "").lower() == "written by" else []
    stated += [meta[name] for name in (*_NAMES, *_MORE_NAMES) if name in meta] + [told.get("author", "")]
    names = [name for text in [*stated, *linked] if (name := clean_name(text))]
    people = [name for name in names if name.casefold().split(",")[0] not in sites]  # "The Post, Boston"
    return next(iter([*people, *names, clean_name(told.get("group", ""))]), "")


def guess_of_author(meta: Mapping[str, str], told: Mapping[str, str], author: str, marked: str) -> str:
    """Where the author was found if no mark of the page says so; `marked`: whom they name."""
    if author and author.casefold() in _sites(meta, told):
        return "is the site's own name"
    return "stands in a line above the text" if author != marked else ""


def _sites(meta: Mapping[str, str], told: Mapping[str, str]) -> set[str]:
    return {meta[name].casefold() for name in _SITES if name in meta} | {told.get("group", "").casefold()}


def is_author(attributes: Mapping[str, str], *, in_list: bool) -> bool:
    """Whether an element is marked to hold the author's name. Those in lists may be of people who comment."""
    if not attributes:
        return False
    rel, classes = attributes.get("rel", "").lower().split(), attributes.get("class", "").lower().split()
    is_group = "org" in classes  # whose name a card holds
    is_named = any(name in _CLASSES or _CLASS.search(name) for name in classes) and not is_group
    is_named = is_named or attributes.get("itemprop", "").lower() == "author"
    return "author" in rel or (is_named and not in_list)


def clean_name(text: str) -> str:
    """Without an address, "by" and years of birth and death; empty for what is no name."""
    name = " ".join(_ADDRESS.sub(" ", text[:_LONGEST]).split())
    name = name[match.end() :] if (match := _BY.match(name)) else name
    name = name.strip(" ,;|·-–—()[]<>'\"‘’“”")
    if match := _LAST_FIRST.fullmatch(name):
        name = f"{match[2]} {match[1]}"
    is_handle = name.startswith("@") or "/" in name
    return "" if is_handle or name.casefold() in _NOBODY or not any(map(str.isalpha, name)) else name
