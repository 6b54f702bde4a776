import random

import pytest

from podcast.episode.likeness import shared, sketch

TEXT = " ".join(random.Random(7).choices([f"word{number}" for number in range(3000)], k=1500))


def changed(every):
    return " ".join("other" if at % every == 0 else word for at, word in enumerate(TEXT.split()))


def test_the_same_text_is_the_same_whatever_its_paragraphs_signs_and_cases():
    assert shared(sketch([TEXT]), sketch([TEXT[:999], TEXT[999:]])) > 0.9
    assert sketch(["Ponds stand still; they wait."]) == sketch(["PONDS — stand", "“still”: they wait"])
    assert sketch(["caf\u00e9 au lait, s'il vous plaît"]) == sketch(["cafe\u0301 au lait, s'il vous plai\u0302t"])


@pytest.mark.parametrize(("every", "least", "most"), [(200, 0.9, 1), (40, 0.7, 1), (10, 0.3, 0.75), (2, 0, 0.1)])
def test_the_more_is_changed_the_less_is_shared(every, least, most):
    assert least <= shared(sketch([TEXT]), sketch([changed(every)])) <= most


def test_half_of_it_is_about_a_half():
    assert 0.3 < shared(sketch([TEXT]), sketch([TEXT[: len(TEXT) // 2]])) < 0.7


def test_two_texts_of_one_template_share_little():
    one = ["Welcome to my letter.", "This week I was in the mountains with a dog.", "Yours, Ada"]
    other = ["Welcome to my letter.", "At last the boat is mended, and we can sail again.", "Yours, Ada"]
    assert shared(sketch(one), sketch(other)) < 0.3


@pytest.mark.parametrize(
    "text", ["江は流れる。石は残る。", "แม่น้ำไหลไปไม่หยุด", "река течёт и не ждёт", "نهر يجري ولا ينتظر"]
)
def test_any_script_has_words(text):
    assert shared(sketch([text]), sketch([text, "!"])) == 1
    assert shared(sketch([text]), sketch(["Ponds stand still."])) == 0


@pytest.mark.parametrize("nothing", ["", "— … !", " "])
def test_of_a_text_without_words_nothing_is_known(nothing):
    assert sketch([nothing]) == ""
    assert shared(sketch([nothing]), sketch([TEXT])) is None


def test_a_single_word_is_a_text():
    assert shared(sketch(["Ponds"]), sketch(["ponds."])) == 1


def test_half_a_character_is_no_obstacle():
    assert sketch(["one \ud800 two"]) != ""


def test_it_is_small():
    assert len(sketch([TEXT * 20])) == 512
