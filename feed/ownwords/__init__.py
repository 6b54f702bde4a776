"""Our own words in the language of a show: on its pages, in its feed's style, in its welcome and sign-off.

    own_words("de-at").subscribe            # "Abonnieren"
    own_words("zh-tw").tag                  # "zh-hant"
    is_known("hu")                          # False: then it is English

Only the language that is asked for is loaded, and the one that it differs from. A file more, and its tag in `TAGS`, is
a language more.
"""

from functools import cache
from importlib import import_module

from feed.ownwords.table import OwnWords

TAGS = (
    *("ar", "cs", "da", "de", "en", "es", "fa", "fi", "fr", "he", "it", "ja", "ko", "nb", "nl", "pl", "pt", "pt-br"),
    *("ru", "sv", "tr", "uk", "ur", "zh", "zh-hant"),
)
#: Other names of these languages, and those whose readers read them.
_ALIASES = {"no": "nb", "nn": "nb", "iw": "he", "cmn": "zh", "yue": "zh-hant"}
#: Where Chinese is written in traditional characters, if the tag doesn't name the script.
_TRADITIONAL = frozenset({"tw", "hk", "mo", "hant"})


def own_words(language: str) -> OwnWords:
    """In `language` (BCP 47), a variant of it, or English."""
    return _loaded(_tag_of(language) or "en")


def is_known(language: str) -> bool:
    """Whether there is a table of it."""
    return bool(_tag_of(language))


def _tag_of(language: str) -> str:
    primary, *others = language.strip().replace("_", "-").lower().split("-")
    primary = _ALIASES.get(primary, primary)
    if primary == "zh" and "hans" not in others and not _TRADITIONAL.isdisjoint(others):
        return "zh-hant"
    candidates = (*(f"{primary}-{other}" for other in others), primary)
    return next((tag for tag in candidates if tag in TAGS), "")


@cache
def _loaded(tag: str) -> OwnWords:
    found: OwnWords = import_module(f"feed.ownwords.{tag.replace('-', '_')}").WORDS
    return found
