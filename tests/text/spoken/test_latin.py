"""Letters that engines would spell by their numbers."""

import re

import pytest

from podcast.text.spoken import SpokenRule, spoken
from voices.speech import Voice


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Nguyễn met Trần Hưng Đạo.", "Nguyen met Tran Hưng Đao."),
        ("Ḥasan al-Baṣri and Ṭabari", "Hasan al-Basri and Tabari"),
        ("Nguye\u0302\u0303n, cafe\u0301", "Nguyen, café"),
        ("H\u0323asan", "Hasan"),
        ("Dvořák of Gdańsk, naïve, Bjørn, Łódź", "Dvořák of Gdańsk, naïve, Bjørn, Łódź"),
        ("ẚ ỽ", "a v"),
        ("за\u0301мок", "за\u0301мок"),  # where the stress is
    ],
)
def test_marks_that_no_engine_knows_are_left_out(written, said):
    for language in ("en-us", "en-gb", "de", "fr", "cs"):
        assert spoken(written, language).text == said


@pytest.mark.parametrize(("written", "language"), [("Nguyễn", "vi"), ("ẁ", "cy"), ("ẹ", "yo")])
def test_who_writes_such_letters_says_them(written, language):
    assert spoken(written, language).text == written


def test_what_is_said_leads_back_to_the_word():
    form = spoken("Mr Nguyễn left.", "en-us")
    [expansion] = [one for one in form.expansions if one.rule == "letter with marks"]
    assert form.text[expansion.start : expansion.end] == "Nguyen"
    assert form.written_index(expansion.start) == len("Mr ")


def test_an_engine_spells_none_of_them(engine_process):
    words = [spoken(f"mo{chr(at)}ta", "de").text.lower() for at in range(0x1E00, 0x1F00)]
    heard = engine_process.sounds(words, Voice("espeak_ng", "de", "de"))
    assert [word for word, ipa in zip(words, heard, strict=True) if len(ipa) > 14] == []


def test_the_lexicon_has_the_first_word():
    lexicon = (SpokenRule("lexicon", re.compile("Nguyễn"), lambda _match, _style: "Win"),)
    assert spoken("Nguyễn", "en-us", lexicon).text == "Win"
