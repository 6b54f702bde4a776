"""Our own words in each language: all of them, with the same blanks, and dates as Unicode's data has them."""

import re
from dataclasses import fields
from datetime import date

import pytest
from babel.dates import format_date, get_month_names

from feed.ownwords import TAGS, is_known, own_words
from feed.ownwords.table import OwnWords

ENGLISH = own_words("en")
TEXTS = [field.name for field in fields(OwnWords)]
MAY_BE_ENGLISH = {"tag", "direction"}
#: CLDR writes the first of a month like any other; these languages don't.
FIRSTS = {"fr": "1er", "it": "1º", "pt-br": "1º"}


def blanks(text):
    return sorted(set(re.findall(r"\{(\w*)\}", text)))


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_every_text_with_the_same_blanks(tag):
    words = own_words(tag)
    assert words.tag == tag
    for name in TEXTS:
        assert getattr(words, name).strip(), name
        if name not in ("date", "spoken_date"):
            assert blanks(getattr(words, name)) == blanks(getattr(ENGLISH, name)), name
    assert blanks(words.date) == blanks(words.spoken_date) == ["day", "month", "year"]


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "en"])
def test_sentences_are_translated(tag):
    words = own_words(tag)
    for name in TEXTS:
        if name not in MAY_BE_ENGLISH and len(getattr(ENGLISH, name).split()) > 3:
            assert getattr(words, name) != getattr(ENGLISH, name), name


@pytest.mark.parametrize("tag", TAGS)
def test_dates_are_written_as_unicode_has_them(tag):
    words, locale = own_words(tag), {"pt": "pt_PT", "zh-hant": "zh_Hant", "en": "en_GB"}.get(tag, tag.replace("-", "_"))
    for month in range(1, 13):
        day = date(2026, month, 22)
        assert words.dated(22, month, 2026) == format_date(day, "long", locale).replace("\u202f", " ")
        assert words.short_months.split()[month - 1] in get_month_names("abbreviated", locale=locale)[month] + "."
    assert words.dated(1, 5, 2026).startswith(FIRSTS.get(tag, "")), tag


def test_a_date_is_said_as_its_language_says_it():
    assert ENGLISH.dated_aloud(8, 3, 2026) == "March 8, 2026"
    assert own_words("de").dated_aloud(8, 3, 2026) == "8. März 2026"
    assert own_words("ru").dated_aloud(8, 3, 2026) == "8 марта 2026 года"


@pytest.mark.parametrize(
    ("asked", "tag"),
    [
        ("de-at", "de"),
        ("pt_BR", "pt-br"),
        ("pt-pt", "pt"),
        ("zh-tw", "zh-hant"),
        ("zh-hant-hk", "zh-hant"),
        ("zh-hans-hk", "zh"),
        ("zh-cn", "zh"),
        ("no", "nb"),
        ("nn-no", "nb"),
        ("iw", "he"),
        ("hu", "en"),
        ("", "en"),
    ],
)
def test_variants_get_their_base_and_unknown_languages_english(asked, tag):
    assert own_words(asked).tag == tag
    assert is_known(asked) == (tag != "en")


def test_lines_run_as_the_language_is_written():
    assert {tag for tag in TAGS if own_words(tag).direction == "rtl"} == {"ar", "fa", "he", "ur"}
