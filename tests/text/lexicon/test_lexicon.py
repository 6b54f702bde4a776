"""Where the words of a lexicon are found in a text, and what is said for them."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcast.text.lexicon import Lexicon, LexiconEntry
from podcast.text.lexicon.tokens import tokens
from podcast.text.spoken import spoken

LEXICON = Lexicon.of(
    [
        LexiconEntry(" \ufeffNguyen\n", "win"),
        LexiconEntry("Worcester", ipa="ˈwʊstɚ"),
        LexiconEntry("Jones", ipa="dʒoʊnz"),
        LexiconEntry("Scott", ipa="skɑt"),
        LexiconEntry("US", "you ess", case="exact"),
        LexiconEntry("Hors d'œuvre", "or derv"),
        LexiconEntry("Hors d'œuvre menu", ipa="ɔːɹ dɜːɹv mɛnjuː"),
        LexiconEntry("C++", "see plus plus"),
        LexiconEntry("C", "see"),
        LexiconEntry(".NET", "dot net"),
        LexiconEntry("→", "leads to"),
        LexiconEntry("U.S.", "you ess"),
        LexiconEntry("5", "fife"),
        LexiconEntry("can", "kan"),
        LexiconEntry("s", "seconds"),
        LexiconEntry("t", "tonnes"),
        LexiconEntry("homme", "om", language="fr"),
        LexiconEntry("Zoë", "zo-ee"),
        LexiconEntry("St. Ives", "Saint Ives"),
        LexiconEntry("job", "employment"),
        LexiconEntry("Job", "Jobe", language="en"),
        LexiconEntry("Job", "Dschobb", language="de"),
        LexiconEntry("read", "red"),
        LexiconEntry("red", "rood"),
    ]
)


def said(text, language="en-us", lexicon=LEXICON):
    return spoken(text, language, lexicon.rules(language), expands=False).text


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Ask Nguyen.", "Ask win."),
        ("Nguyen’s aunt, NGUYEN'S uncle", "win’s aunt, win'S uncle"),
        ("Nguyen-led, non-Nguyen", "win-led, non-win"),
        ("“Nguyen”—(Nguyen)", "“win”—(win)"),
        ("Nguyens, Nguyenite, anguyen", "Nguyens, Nguyenite, anguyen"),
        ("nguyen", "nguyen"),
        ("Ngu\u00adyen", "win"),
        ("in the US, with us", "in the you ess, with us"),
        ("the Hors d’œuvre, the HORS D'ŒUVRE", "the or derv, the or derv"),
        ("Hors\nd'œuvre", "or derv"),
        ("Hors d'œuvres", "Hors d'œuvres"),
        ("C++ or C, not C4", "see plus plus or see, not C4"),
        ("a .NET app → done", "a dot net app leads to done"),
        ("x→y, C++x, ASP.NET", "x leads to y, see plus plus x, ASP dot net"),
        ("the U.S. has; U.S.A., A.U.S. U.S.", "the you ess has; U.S.A., A.U.S. you ess"),
        ("44 B.C. or C.E., vitamin C. A", "44 B.C. or C.E., vitamin see. A"),
        ("5, 5. 1.5 5.1 1,5 5", "fife, fife. 1.5 5.1 1,5 fife"),
        ("He can. CAN he? He can’t; can't! A can's lid", "He kan. kan he? He can’t; can't! A kan's lid"),
        ("it’s 3 s, don't 5 t", "it’s 3 seconds, don't fife tonnes"),
        ("Zoë and Zoe\u0308, not Zoe or Zo\u0308e", "zo-ee and zo-ee, not Zoe or Zo\u0308e"),
        ("St. Ives", "Saint Ives"),
        ("a job for Job", "a employment for Jobe"),
        ("read red", "red rood"),
        ("Nguyen'll and Nguyen'", "win'll and win'"),
    ],
)
def test_what_is_said_for_a_word(written, heard):
    assert said(written) == heard


def test_a_word_belongs_to_its_language():
    assert said("Der Job. L’homme", "de") == "Der Dschobb. L’homme"
    assert said("Le Job. L’homme", "fr-fr") == "Le employment. L’om"
    assert said("Job", "") == "employment"


def test_an_earlier_source_wins_and_within_one_what_is_narrower():
    first = [
        LexiconEntry("polish", "one"),
        LexiconEntry("Polish", "two"),
        LexiconEntry("polish", "three", language="en"),
    ]
    lexicon = Lexicon.of(first, [LexiconEntry("Polish", "four", language="en-us"), LexiconEntry("fish", "five")])
    assert said("Polish polish POLISH fish", "de", lexicon) == "two one two five"
    assert said("Polish polish POLISH fish", "en-us", lexicon) == "three three three five"
    assert said("Polish", "en-us", Lexicon.of([], [*lexicon.entries])) == "four"


@pytest.mark.parametrize(
    ("written", "heard", "ipa"),
    [
        ("in Worcester, then", "Worcester", "ˈwʊstɚ"),
        ("in WORCESTER", "WORCESTER", "ˈwʊstɚ"),
        ("Worcester’s park", "Worcester’s", "ˈwʊstɚz"),
        ("Jones's", "Jones's", "dʒoʊnzɪz"),
        ("Scott's", "Scott's", "skɑts"),
        ("Scott'll", "Scott'll", "skɑtəl"),
        ("a Hors d’œuvre menu", "Hors d’œuvre menu", "ɔːɹ dɜːɹv mɛnjuː"),
    ],
)
def test_sounds_go_with_the_written_word_and_what_english_hangs_on_it(written, heard, ipa):
    form = spoken(written, "en-gb", LEXICON.rules("en-gb"), expands=False)
    assert form.text == written
    [one] = form.expansions
    assert (form.text[one.start : one.end], one.ipa) == (heard, ipa)
    assert written[one.written_start : one.written_end] == heard


def test_another_language_hangs_nothing_on_a_word():
    form = spoken("Scott's", "de", LEXICON.rules("de"))
    assert [(one.ipa, one.written_end) for one in form.expansions] == [("skɑt", 5)]


def test_a_lexicon_goes_before_all_other_rules():
    lexicon = Lexicon((LexiconEntry("1984", "nineteen hundred eighty-four"),))
    assert spoken("In 1984.", "en-us", lexicon.rules("en-us")).text == "In nineteen hundred eighty-four."


def test_no_entries_no_rule():
    assert Lexicon().rules("en") == ()
    assert Lexicon((LexiconEntry("a", "b", language="de"),)).rules("en") == ()


@given(st.text(alphabet="Nguyen Worcester'’s[\u0301\u00ad\n.C+\x01", max_size=60))
def test_nothing_is_lost_and_no_sounds_are_torn(written):
    """Whatever safe.py does: each expansion is one stretch of the spoken text, and holds what was written there."""
    form = spoken(written, "en", LEXICON.rules("en"), expands=False)
    assert len(form.text) == len(form.origin)
    reached = 0
    for one in form.expansions:
        assert reached <= one.start <= one.end <= len(form.text)
        reached = one.end
        if one.ipa:
            letters = [sign for sign in written[one.written_start : one.written_end] if sign.isalnum()]
            assert [sign for sign in form.text[one.start : one.end] if sign.isalnum()] == letters


WORDS = st.lists(st.sampled_from("Nguyen nguyen US Worcester C++ can can't Zoë job x".split()), max_size=12)


@given(WORDS)
def test_saying_it_again_changes_nothing_where_no_respelling_is_a_word_of_the_lexicon(words):
    lexicon = Lexicon(tuple(entry for entry in LEXICON.entries if entry.written not in ("read", "red", "C")))
    once = said(" ".join(words), lexicon=lexicon)
    assert said(once, lexicon=lexicon) == once


@given(WORDS)
def test_composed_or_decomposed_is_the_same(words):
    text = " ".join(words)
    assert said(unicodedata.normalize("NFD", text)) == said(text)


@given(st.text(max_size=80))
def test_tokens_are_the_whole_text(text):
    split = tokens(text)
    assert "".join(text[token.start : token.end] for token in split) == text


def test_fifty_thousand_words_cost_an_essay_nothing_that_is_felt(patient):
    lexicon = Lexicon(tuple(LexiconEntry(f"Name{number}", "x") for number in range(50_000)))
    begun = time.process_time()
    rules = lexicon.rules("en")
    built = time.process_time()
    text = "Then Name7, who wasn’t there, asked Name49999’s aunt. " * 25  # 200 words
    form = spoken(text, "en", rules)
    assert len(form.expansions) == 50
    assert built - begun < patient(2)
    assert time.process_time() - built < patient(0.2)
