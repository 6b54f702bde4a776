"""Licences as the cards of voices name them: in words, as an address, or by "See URL"."""

import re

_CARD_LINE = re.compile(r"^[^\S\n]*(?:[*-][^\S\n]*)?(license|licence|url):\s*(.*)$", re.IGNORECASE | re.MULTILINE)
_CREATIVE_COMMONS = re.compile(
    r"(?:cc|creativecommons\.org/licenses/|creative commons)[\s:-]*(by(?:-(?:nc|sa|nd))*)[\s/v-]*(\d\.\d)?",
    re.IGNORECASE,
)
_KNOWN = (  # what is in the words, and what it is called
    (re.compile(r"\bcc-?\s?0\b|publicdomain/zero", re.IGNORECASE), "CC0-1.0"),
    (re.compile(r"unlicense", re.IGNORECASE), "Unlicense"),
    (re.compile(r"apache[\s-]*(?:licen[cs]e)?[\s,-]*(?:version)?\s*2", re.IGNORECASE), "Apache-2.0"),
    (re.compile(r"^mit\b(?: licen[cs]e)?$", re.IGNORECASE), "MIT"),
    (re.compile(r"public domain|publicdomain/mark", re.IGNORECASE), "public domain"),
)
_FREE_OF_CREDIT = {"", "CC0-1.0", "Unlicense", "Apache-2.0", "MIT", "public domain"}


def on_card(card: str) -> tuple[str, str]:
    """The licence's words and the address of the recordings, as a Piper voice's MODEL_CARD tells them.

    >>> on_card("* URL: https://example.org/alba\\n* License: CC BY 4.0\\n")
    ('CC BY 4.0', 'https://example.org/alba')
    """
    told: dict[str, str] = {}
    for key, value in _CARD_LINE.findall(card):
        told.setdefault(key.lower().replace("license", "licence"), _printable(value.rstrip()))
    return told.get("licence", ""), told.get("url", "")


def spdx(words: str) -> str:
    """The SPDX id that is meant, otherwise the words."""
    if found := _CREATIVE_COMMONS.search(words.replace("Attribution", "")):
        return f"CC-{found[1].upper()}-{found[2]}" if found[2] else f"CC-{found[1].upper()}"
    return next((name for pattern, name in _KNOWN if pattern.search(words)), words)


def asks_for_credit(licence: str) -> bool:
    """Whether to name the voice where it is used; of words that nobody understands it is supposed."""
    return licence not in _FREE_OF_CREDIT


def limits(licence: str) -> str:
    """What a publisher has to know before; empty when nothing."""
    if "-NC" in licence:
        return "its licence forbids commercial use"
    if not licence or (asks_for_credit(licence) and not licence.startswith("CC-")):
        return "read its terms where it comes from before you publish with it"
    return ""


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())[:300]
