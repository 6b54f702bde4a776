import pytest

from podcast.errors import PodcastError
from podcast.text.language import check_language
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
