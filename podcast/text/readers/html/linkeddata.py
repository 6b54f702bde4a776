"""What a page tells search engines about its article, in scripts of JSON-LD (schema.org).

    article_facts(['{"@type": "Article", "author": {"name": "Jane Doe"}}'])     # {"author": "Jane Doe"}

Most blogs and newspapers state their author nowhere else.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

#: Ends of the names of types: NewsArticle, TechArticle, LiveBlogPosting …
_KINDS = ("Article", "Posting", "Report", "Essay", "Review", "Chapter", "Book", "CreativeWork")
_FACTS = {"headline": "title", "datePublished": "date", "dateCreated": "date", "inLanguage": "language"}
_GROUPS = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "WebSite"})
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
_CDATA = re.compile(r"^\s*(?:/[/*]\s*)?<!(?:\[CDATA\[|--)\s*(?:\*/)?|(?:/[/*]\s*)?(?:\]\]|--)>\s*(?:\*/)?\s*$")
_DEEPEST = 6  # one in another
_MOST = 5_000  # nodes of a page


def article_facts(scripts: Iterable[str]) -> dict[str, str]:
    """title, author, date and language of the first article that is told of, as far as they are.

    `group`: the organisation that is called its author, or else published it.
    """
    nodes = [node for script in scripts for node in _nodes(_parsed(script))][:_MOST]
    article = next(filter(_is_article, nodes), {})
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    stated = {fact: _text(article.get(key)) for key, fact in reversed(_FACTS.items()) if _text(article.get(key))}
    authors = [_resolved(author, known) for key in ("author", "creator") for author in _listed(article.get(key))]
    publisher = _names([_resolved(item, known) for item in _listed(article.get("publisher"))])
    people = [author for author in authors if not _is_group(author) and _names([author]) != publisher]
    stated["author"] = _names(people)
    stated["group"] = _names([author for author in authors if author not in people]) or publisher
    return {fact: text for fact, text in stated.items() if text}


def _parsed(script: str) -> Any:
    try:
        return json.loads(_CDATA.sub("", script).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(found: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    for node in _listed(found):
        if isinstance(node, list) and depth < _DEEPEST:
            yield from _nodes(node, depth + 1)
        elif isinstance(node, dict):
            yield node
            if depth < _DEEPEST:
                yield from (inner for key in _WITHIN for inner in _nodes(node.get(key), depth + 1))
                yield from (person for key in ("author", "creator") for person in _nodes(node.get(key), _DEEPEST))


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(isinstance(kind, str) and kind.endswith(_KINDS) for kind in _listed(node.get("@type")))


def _is_group(author: Any) -> bool:
    kinds = _listed(author.get("@type")) if isinstance(author, dict) else []
    return any(kind in _GROUPS for kind in kinds if isinstance(kind, str))


def _resolved(author: Any, known: Mapping[str, Any]) -> Any:
    """A node may only be named by its identifier, and be described elsewhere."""
    has_no_name = isinstance(author, dict) and "name" not in author
    return known.get(str(author.get("@id")), author) if has_no_name else author


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names(authors: Iterable[Any]) -> str:
    """One after the other, each once."""
    return ", ".join(dict.fromkeys(name for author in authors if (name := _text(author))))


def _text(value: Any) -> str:
    """A text, or the names of people; an address is no name."""
    names = [item.get("name") if isinstance(item, dict) else item for item in _listed(value)]
    return " ".join(", ".join(name for name in names if isinstance(name, str) and "://" not in name).split())
