import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.text.lexicon import LexiconEntry
from podcast.text.lexicon.pls import read_pls

# The forms of the recommendation's own examples: several graphemes, several pronunciations, an alias, roles.
EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en-US">
  <metadata/>
  <lexeme role="claws:NN">
    <grapheme>Worcester</grapheme>
    <grapheme>Wooster<!-- a misspelling --></grapheme>
    <phoneme>ˈwʊstɚ</phoneme>
    <example>He lives in Worcester.</example>
  </lexeme>
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web
    Consortium</alias></lexeme>
  <lexeme>
    <grapheme>Newton</grapheme>
    <phoneme>ˈnuːtən</phoneme>
    <phoneme prefer="true">ˈnjuːtən</phoneme>
    <alias>new ton</alias>
  </lexeme>
</lexicon>
"""


def lexicon(inner, attributes='alphabet="ipa" xml:lang="en"'):
    return f'<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" {attributes}>{inner}</lexicon>'.encode()


def test_what_a_file_says():
    entries, problems = read_pls(EXAMPLE.encode())
    assert problems == []
    assert entries == [
        LexiconEntry("Worcester", ipa="ˈwʊstɚ", language="en-us", case="exact"),
        LexiconEntry("Wooster", ipa="ˈwʊstɚ", language="en-us", case="exact"),
        LexiconEntry("W3C", "World Wide Web Consortium", language="en-us", case="exact"),
        LexiconEntry("Newton", ipa="ˈnjuːtən", language="en-us", case="exact"),
    ]
    assert read_pls(EXAMPLE.replace("UTF-8", "UTF-16").encode("utf-16"))[0] == entries


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "XML"),
        (b"Nguyen = 'win'", "XML"),
        (b"<html/>", "html"),
        (lexicon("", 'alphabet="ipa"'), "xml:lang"),
        (lexicon("", 'xml:lang="english"'), "english"),
        (lexicon("<lexeme><grapheme>a</grapheme></lexeme>"), "line 1"),
        (lexicon("<lexeme><phoneme>a</phoneme></lexeme>"), "grapheme"),
        (lexicon("<lexeme><grapheme> </grapheme><phoneme>a</phoneme></lexeme>"), "grapheme"),
        (lexicon("<lexeme><grapheme>a</grapheme><alias>…</alias></lexeme>"), "alias"),
        (lexicon("<lexeme><grapheme>a</grapheme><phoneme>w3n</phoneme></lexeme>"), "3"),
        (lexicon('<lexeme><grapheme>a</grapheme><phoneme alphabet="x-sampa">a</phoneme></lexeme>'), "x-sampa"),
        (lexicon("<lexeme><grapheme>a</grapheme><phoneme>a</phoneme></lexeme>", 'alphabet="x" xml:lang="en"'), "x"),
    ],
)
def test_what_cannot_be_read_is_named(data, part):
    entries, problems = read_pls(data)
    assert entries == []
    assert part in " ".join(problems)


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(10))


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE lexicon [{BOMB}]>",
        '<!DOCTYPE lexicon [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE lexicon [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
        '<!DOCTYPE lexicon SYSTEM "file:///etc/hostname">',
        "<!DOCTYPE lexicon [<!ENTITY e9 'harmless'>]>",
    ],
)
def test_entities_are_a_trap(doctype, patient):
    begun = time.process_time()
    entries, problems = read_pls(
        doctype.encode() + lexicon("<lexeme><grapheme>a</grapheme><alias>b&e9;</alias></lexeme>")
    )
    assert entries == []
    assert problems
    assert time.process_time() - begun < patient(1)


def test_a_tower_of_elements_is_no_traceback():
    assert read_pls(b"<lexicon>" * 50_000)[1]


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: lexicon(f"<lexeme>{text}</lexeme>")))
def test_whatever_it_is_it_is_read_or_refused(data):
    entries, problems = read_pls(data)
    assert entries == []
    assert problems


def test_a_dictionary_of_fifty_thousand_words_is_read_quickly(patient):
    lexemes = "".join(
        f"<lexeme><grapheme>N{number}</grapheme><phoneme>ˈwʊstɚ</phoneme></lexeme>" for number in range(50_000)
    )
    begun = time.process_time()  # of this process: the machine may be busy
    entries, problems = read_pls(lexicon(lexemes))
    assert time.process_time() - begun < patient(3)  # 0.5 s on an idle machine
    assert (len(entries), problems) == (50_000, [])
