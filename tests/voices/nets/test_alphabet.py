"""What a Piper voice was taught, and what is done with what it wasn't."""

import pytest

from voices.nets.alphabet import COMMON, Alphabet, sounds
from voices.speech import SpeechError

NUMBERS = {sign: [number] for number, sign in enumerate("_^$ aehiloprstuʃəɹʁˈː.,")}


def test_a_number_for_each_letter_with_pads_between_and_where_each_word_begins():
    ids, firsts = Alphabet(NUMBERS).ids(["a ", "to"])
    pad, begin, end = (NUMBERS[sign][0] for sign in "_^$")
    letters = [NUMBERS[sign][0] for sign in "a to"]
    assert ids == [begin, pad, *(number for letter in letters for number in (letter, pad)), end]
    assert [ids[first] for first in firsts] == [NUMBERS["a"][0], NUMBERS["t"][0]]


def test_letters_that_have_a_number_together_are_one():
    ids, _ = Alphabet(NUMBERS | {"ae": [99]}, [("a", "e")]).ids(["tae"])
    assert ids.count(99) == 1
    assert NUMBERS["a"][0] not in ids


def test_a_letter_that_it_lacks_becomes_the_nearest_and_narrow_detail_goes():
    alphabet = Alphabet(NUMBERS)
    assert alphabet.known("ʀa") == "ʁa"
    assert alphabet.known("tʰa\u032a") == "ta"
    assert alphabet.known("A") == "a"
    assert alphabet.known("ʧ") == "tʃ"


def test_a_letter_that_nothing_is_near_to_is_refused_by_name():
    with pytest.raises(SpeechError, match="ʘ"):
        Alphabet(NUMBERS).known("aʘ")


def test_what_is_asked_for_is_refused_even_where_something_is_near():
    with pytest.raises(SpeechError, match=r"ʀ.*ʁ"):
        Alphabet(NUMBERS).wanted("ʀa")


def test_no_letter_becomes_a_pad_or_an_end():
    assert Alphabet(NUMBERS).known("a_^$a") == "aa"


@pytest.mark.parametrize("sign", COMMON)
def test_what_nearly_all_voices_were_taught_can_be_asked_for_in_a_language_without_a_table(sign):
    assert sounds(f"a{sign}", "pl")


def test_in_a_language_with_a_table_only_its_own_sounds_can_be_asked_for():
    with pytest.raises(SpeechError, match="y"):
        sounds("vyn", "en-us")
    with pytest.raises(SpeechError, match="ʬ"):
        sounds("ʬ", "pl")
