"""W3C's Pronunciation Lexicon Specification 1.0, as far as it says how words sound.

    entries, problems = read_pls(Path("names.pls").read_bytes())

A lexeme's graphemes each become an entry, in exactly that case, with the phonemes or the alias that is marked `prefer`,
else with the first. Only the alphabet "ipa" is known. Roles and examples are passed over, and an alias is said as it
stands. A file is untrusted input: one that declares entities is refused, and nothing is fetched.

Source: https://www.w3.org/TR/pronunciation-lexicon/
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from feed.languages import is_language, language_tag
from podcast.text.lexicon.entry import LexiconEntry, mistakes_in_ipa, mistakes_said
from podcast.text.lexicon.ipa import normalised
from podcast.text.lexicon.tokens import bare
from podcast.userfiles import LEXICON_BYTES

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "{http://www.w3.org/2005/01/pronunciation-lexicon}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_pls(data: bytes) -> tuple[list[LexiconEntry], list[str]]:
    """The entries of a file, and a sentence for each mistake in it."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    if len(data) > LEXICON_BYTES:
        return [], [f"it is longer than {LEXICON_BYTES // 1_000_000} MB"]
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return [], [f"it is no XML ({error.msg})"]
    dtd = root.getroottree().docinfo.internalDTD
    if next(root.iter(etree.Entity), None) is not None or (dtd is not None and next(dtd.iterentities(), None)):
        return [], ["it has entities of its own, which may be a trap: write the characters themselves"]
    return _read(root)


def _read(root: "_Element") -> tuple[list[LexiconEntry], list[str]]:
    if root.tag not in (f"{_NAMESPACE}lexicon", "lexicon"):
        return [], [f"it begins with <{_name(root)}>, not with <lexicon> of PLS 1.0"]
    language = language_tag(root.get(_LANGUAGE, ""))
    if not is_language(language):
        return [], [f"its <lexicon> must name the language as xml:lang, such as en-US, not {language!r}"]
    entries: list[LexiconEntry] = []
    problems: list[str] = []
    for element in root:
        if _name(element) == "lexeme":
            lexeme = _lexeme(element, root.get("alphabet", "ipa"))
            found = list(_mistakes(lexeme))
            problems += found
            entries += [] if found else _entries(lexeme, language)
    return entries, problems


class _Lexeme(NamedTuple):
    line: int
    words: list[str]
    kind: str  # "phoneme", "alias", or empty: nothing says how it sounds
    said: str
    alphabet: str


def _lexeme(element: "_Element", alphabet: str) -> _Lexeme:
    words: list[str] = []
    ways: list[_Element] = []
    for child in element:
        name = _name(child)
        if name == "grapheme":
            words.append(_text(child))
        elif name in ("phoneme", "alias"):
            ways.append(child)
    line = element.sourceline or 0
    if not ways:
        return _Lexeme(line, words, "", "", alphabet)
    way = next((way for way in ways if way.get("prefer") in ("true", "1")), ways[0])
    return _Lexeme(line, words, _name(way), _text(way), way.get("alphabet", alphabet))


def _entries(lexeme: _Lexeme, language: str) -> Iterator[LexiconEntry]:
    for word in lexeme.words:
        if lexeme.kind == "alias":
            yield LexiconEntry(word, say=lexeme.said, language=language, case="exact")
        else:
            yield LexiconEntry(word, ipa=normalised(lexeme.said), language=language, case="exact")


def _mistakes(lexeme: _Lexeme) -> Iterator[str]:
    where = f"line {lexeme.line}"
    if not lexeme.words or not all(map(bare, lexeme.words)):
        yield f"{where}: a lexeme has no grapheme"
    if not lexeme.kind:
        yield f"{where}: a lexeme has neither phoneme nor alias"
    elif lexeme.kind == "alias":
        yield from mistakes_said(lexeme.said, f"{where}: an alias")
    elif lexeme.alphabet != "ipa":
        yield f"{where}: the alphabet {lexeme.alphabet} is not known, only ipa"
    else:
        yield from mistakes_in_ipa(lexeme.said, f"{where}: a phoneme")


def _name(element: "_Element") -> str:
    """Without the namespace."""
    return str(element.tag).removeprefix(_NAMESPACE)


def _text(element: "_Element") -> str:
    return " ".join((element.text or "" if not len(element) else "".join(element.itertext())).split())
