"""What a page tells search engines about its article, in scripts of JSON-LD (schema.org).

    article_facts(['{"@type": "Article", "author": {"name": "Jane Doe"}}'])     # {"author": "Jane Doe"}

Most blogs and newspapers state their author nowhere else.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

_KINDS = frozenset({"Article", "NewsArticle", "BlogPosting", "OpinionNewsArticle", "ScholarlyArticle", "Report"})
_FACTS = {"headline": "title", "author": "author", "datePublished": "date", "inLanguage": "language"}


def article_facts(scripts: Iterable[str]) -> dict[str, str]:
    """title, author, date and language of the first article that is told of, as far as they are."""
    article = next((node for script in scripts for node in _nodes(_parsed(script)) if _is_article(node)), {})
    stated = {fact: _text(article.get(key)) for key, fact in _FACTS.items()}
    return {fact: text for fact, text in stated.items() if text}


def _parsed(script: str) -> Any:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(found: Any) -> Iterator[dict[str, Any]]:
    for node in found if isinstance(found, list) else [found]:
        if isinstance(node, dict):
            yield node
            yield from (inner for inner in _listed(node.get("@graph")) if isinstance(inner, dict))


def _is_article(node: dict[str, Any]) -> bool:
    return any(isinstance(kind, str) and kind in _KINDS for kind in _listed(node.get("@type")))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    """A text, or the names of people; an address is no name."""
    names = [item.get("name") if isinstance(item, dict) else item for item in _listed(value)]
    return " ".join(", ".join(name for name in names if isinstance(name, str) and "://" not in name).split())
