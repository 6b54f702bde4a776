from decimal import Decimal

import pytest

from podcast.text.spoken import spoken
from podcast.text.spoken.currencies import money
from podcast.text.spoken.languages import LANGUAGES


@pytest.mark.parametrize(
    ("amount", "sign", "language", "words"),
    [
        ("5.60", "€", "de", "fünf Euro und sechzig Cent"),
        ("1.01", "£", "de", "ein Pfund und ein Penny"),
        ("1", "£", "fr", "une livre"),
        ("1000000", "€", "fr", "un million d'euros"),
        ("2000000", "$", "fr", "deux millions de dollars"),
        ("0", "€", "fr", "zéro euro"),
        ("21", "£", "es", "veintiuna libras"),
        ("200", "£", "es", "doscientas libras"),
        ("1000000", "€", "es", "un millón de euros"),
        ("1000001", "€", "es", "un millón un euros"),
        ("21", "£", "it", "ventuna sterline"),
        ("3000000", "€", "it", "tre milioni di euro"),
        ("2", "£", "pt", "duas libras"),
        ("1000000", "€", "pt", "um milhão de euros"),
        ("1.01", "€", "nl", "één euro, één cent"),
        ("1000000", "€", "nl", "één miljoen euro"),
        ("1", "€", "pl", "jedno euro"),
        ("22", "$", "pl", "dwadzieścia dwa dolary"),
        ("12", "£", "pl", "dwanaście funtów"),
        ("21", "$", "pl", "dwadzieścia jeden dolarów"),
        ("1", "€", "sv", "en euro"),
        ("1", "£", "sv", "ett pund"),
        ("0.50", "€", "it", "cinquanta centesimi"),
    ],
)
def test_an_amount_is_said_with_its_gender_and_number(amount, sign, language, words):
    assert money(Decimal(amount), sign, language) == words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", "€$£")
def test_every_language_that_has_rules_has_every_currency(language, sign):
    for amount in ("0", "0.01", "1", "1.01", "2.02", "5.99", "21.21", "1000000", "999999999999.99"):
        said = money(Decimal(amount), sign, language)
        assert said
        assert not any(map(str.isdigit, said))


def test_what_nobody_knows_stands():
    assert money(Decimal(5), "¥", "de") is None
    assert money(Decimal(5), "€", "fi") is None


def test_money_in_a_swedish_essay_is_said():
    assert spoken("Det kostade 5,60 € då.", "sv").text == "Det kostade fem euro och sextio cent då."
