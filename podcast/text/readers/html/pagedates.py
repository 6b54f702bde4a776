"""When a page was published, by its elements: `<abbr class="published" title="2012-06-23T17:05:00-03:00">`.

states_date({"itemprop": "datePublished", "content": "2012-06-23"})      # True
stated_dates(page.facts)        # ["2012-06-23", …], those that are surely the page's own first
"""

from collections.abc import Mapping, Sequence

from podcast.text.readers.tags import HtmlToken
from podcast.text.wordlist import each

_PROPERTIES = frozenset(each("datepublished datecreated dateposted pubdate"))
_CLASSES = frozenset(each("published dt-published post-published"))
_VALUES = ("content", "datetime", "title")


def states_date(attributes: Mapping[str, str]) -> bool:
    if not any(name in attributes for name in _VALUES):
        return False
    properties = f"{attributes.get('itemprop', '')} {attributes.get('property', '')}".lower().split()
    classes = attributes.get("class", "").lower().split()
    return any(name.rpartition(":")[2] in _PROPERTIES for name in properties) or not _CLASSES.isdisjoint(classes)


def stated_dates(facts: Sequence[HtmlToken]) -> list[str]:
    """The first that is marked as the day of publication, and the first of a `time`."""
    elements = [token for token in facts if token.name not in ("html", "body", "meta", "link", "base", "script")]
    marked = [_value(token) for token in elements if states_date(token.attributes)]
    times = [token.attributes.get("datetime", "") for token in elements if token.name == "time"]
    return [*marked[:1], *times[:1]]


def _value(token: HtmlToken) -> str:
    attributes = token.attributes
    return next((attributes[name] for name in _VALUES if attributes.get(name)), "")
