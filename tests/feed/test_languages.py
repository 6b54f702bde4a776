import pytest

from feed.languages import is_language, language_tag


@pytest.mark.parametrize(
    "tag", ["en", "en-us", "EN-GB", "de", "pt-br", "cmn", "yue", "fil", "zh-hant-tw", "es-419", "chr"]
)
def test_languages_with_or_without_a_region(tag):
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag", ["", "english", "en_US", "eng", "xx", "en-", "-us", "en us", "en-us\n", "e", "mis-takes"]
)
def test_what_is_no_language(tag):
    assert not is_language(tag)


def test_tags_are_written_with_hyphens_in_lower_case():
    assert language_tag(" pt_BR ") == "pt-br"
