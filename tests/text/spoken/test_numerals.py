import pytest

from podcast.text.spoken import spoken
from podcast.text.spoken.languages import LANGUAGES
from podcast.text.spoken.numerals import in_words, nth


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (31_000, "es", "treinta y un mil"),
        (118, "it", "centodiciotto"),
        (43, "sv", "fyrtiotre"),
        (1_250, "sv", "etttusen tvåhundrafemtio"),
        (101, "nl", "honderdéén"),
        (21_000_001, "nl", "eenentwintig miljoen één"),
        (17, "pt", "dezassete"),
        (17, "pt-br", "dezessete"),
        (1_100, "pt-pt", "mil e cem"),
        (91, "fr", "quatre-vingt-onze"),
        (91, "fr-ca", "quatre-vingt-onze"),
        (91, "fr-be", "nonante-et-un"),
        (80, "fr-ch", "huitante"),
        (1_000_000, "pl", "milion"),
        (0, "de-at", "null"),
    ],
)
def test_a_number_is_said_as_its_language_and_region_say_it(number, language, words):
    assert in_words(number, language) == words


@pytest.mark.parametrize(
    ("number", "language", "is_feminine", "words"),
    [
        (23, "it", True, "ventitreesima"),
        (110, "it", False, "centodecimo"),
        (1, "fr", True, "première"),
        (21, "fr", False, "vingt-et-unième"),
        (20, "sv", False, "tjugonde"),
        (400, "pt", True, "quadringentésima"),
        (8, "nl", False, "achtste"),
        (13, "es", True, "decimotercera"),
    ],
)
def test_an_ordinal_has_its_gender(number, language, is_feminine, words):
    assert nth(number, language, is_feminine=is_feminine) == words


@pytest.mark.parametrize("language", [*LANGUAGES, "pt-br", "fr-be", "fr-ch", "de-ch"])
def test_every_number_that_can_be_met_has_words_without_digits_and_soft_hyphens(language):
    numbers = {number for power in range(16) for number in (10**power - 1, 10**power, 10**power + 1, 21 * 10**power)}
    for number in sorted(number for number in numbers if number < 10**15):
        words = in_words(number, language)
        assert words.replace("-", "").replace(" ", "").isalpha(), (number, words)


def test_what_is_said_of_an_essay_follows_its_region():
    assert spoken("Il y a 92 livres.", "fr-be").text == "Il y a nonante-deux livres."
    assert spoken("Há 16 casas.", "pt-br").text == "Há dezesseis casas."
