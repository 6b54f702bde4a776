"""Which written words the spoken ones stand for, and where nothing is expanded at all."""

import pytest

from podcast.text.spoken import spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("by J. R. R. Tolkien", ["by", "J", "R", "R", "Tolkien"]),
        ("read A. Milne", ["read", "A.", "Milne"]),
        ("Hale et al. found", ["Hale", "et", "al.", "found"]),
        ("Books I–III and", ["Books", "I", "–", "III", "and"]),
        ("Mr. and Mrs. Hale", ["Mr.", "and", "Mrs.", "Hale"]),
        ("Smith & Sons", ["Smith", "&", "Sons"]),
        ("on Main St. and", ["on", "Main", "St.", "and"]),
        ("he/she is", ["he", "/", "she", "is"]),
    ],
)
def test_each_spoken_word_stands_for_its_own_written_word(written, said):
    form = spoken(written, "en-us")
    words, at = [], 0
    for word in form.text.split(" "):
        start, end = form.written_span(at, at + len(word))
        words.append(written[start:end].strip())
        at += len(word) + 1
    assert words == said


def test_a_word_said_as_several_is_theirs_alone():
    form = spoken("Ask @ada_lake today.", "en-us")
    assert form.text == "Ask at ada lake today."
    for word in ("at", "lake"):
        start, end = form.written_span(form.text.index(word), form.text.index(word) + len(word))
        assert 4 <= start < end <= 13


def test_a_mark_is_the_one_thing_that_is_not_said():
    form = spoken("Rivers¹ bend.[2] Lakes* don’t.", "en-us")
    assert form.text == "Rivers bend. Lakes don’t."
    assert [(one.rule, one.start == one.end) for one in form.expansions] == [("footnote mark", True)] * 3


def test_languages_without_rules_and_forms_that_are_not_wanted_stay_as_they_are():
    assert spoken("Dr. Müller, z. B. die EU.", "hu").text == "Dr. Müller, z. B. die EU."
    assert spoken("Dr. Hale & Sons", "en-us", expands=False).text == "Dr. Hale & Sons"


@pytest.mark.parametrize("language", ["en", "en-us", "en-gb", "en-au"])
def test_all_kinds_of_english_have_the_rules(language):
    assert spoken("Dr Hale’s CEOs", language).text == "Doctor Hale’s C-E-O's"
