import pytest

from podcast.errors import PodcastError
from podcast.text.language import check_language, is_other, language_tag
from podcast.text.reading import read_essay

ENGLISH = "Rivers bend because their banks are never equally strong, and some of them take ages."
CHINESE = "河流弯曲，因为河岸从来不是同样坚固的。" * 4
RUSSIAN = "Реки изгибаются, потому что их берега никогда не бывают одинаково прочными."


def essay(text):
    return read_essay(text.encode(), "essay.txt")


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en-us"), (CHINESE, "cmn"), (CHINESE, "zh-cn"), (RUSSIAN, "ru"), (ENGLISH, "ru"), ("Да.", "en")],
)
def test_what_can_be_is_let_pass(text, language):
    check_language(essay(text), language)


def test_a_quotation_in_another_script_changes_nothing():
    check_language(essay(ENGLISH * 2 + " " + RUSSIAN), "en")


@pytest.mark.parametrize(("text", "script"), [(CHINESE, "Cjk"), (RUSSIAN, "Cyrillic")])
def test_an_essay_in_another_script_is_refused_and_asked_for_its_language(text, script):
    with pytest.raises(PodcastError, match=script) as failure:
        check_language(essay(text), "en-us")
    assert "--language" in failure.value.remedy


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("fr", "fr"),
        (" fr_CA ", "fr-ca"),
        ("zh-Hant-TW", "zh-hant-tw"),
        ("", ""),
        ("und", ""),
        ("lang", ""),
        ("a b", ""),
    ],
)
def test_tags_of_languages(text, tag):
    assert language_tag(text) == tag


def test_an_accent_is_no_other_language():
    assert not is_other("en-gb", than="en-us")
    assert not is_other("", than="en")
    assert is_other("fr", than="en")
    assert is_other("fr", than="")


def test_passages_that_are_marked_as_foreign_speak_for_no_other_language():
    greek = "Όλα ρέουν και τίποτα δεν μένει, είπε κάποτε ένας άνθρωπος."
    check_language(read_essay(f"He wrote:\n\n> {greek}\n{{: lang=el}}\n\nIt flows.".encode(), "x.md"), "en")
    with pytest.raises(PodcastError):
        check_language(read_essay(f"He wrote:\n\n> {greek}\n\nIt flows.".encode(), "x.md"), "en")
