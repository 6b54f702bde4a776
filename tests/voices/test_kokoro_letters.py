"""IPA in Kokoro's letters: espeak-ng's own, and what people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voices.kokoro_letters import from_espeak, ipa, letters
from voices.misaki_sounds import LETTERS
from voices.speech import SpeechError


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("tɾˈe^ɪnta", "tɾˈAnta"),
        ("ʎɪ d^zjˈi dellamˈiko", "ʎɪ ʣjˈi dellamˈiko"),
        ("pˈit^sːa", "pˈiʦːa"),
        ("vɛ̃kˈatʁ", "vɛ\u0303kˈatʁ"),
        ("œ̃ (^e^n)wˈiːkɛnd(^f^r) ˈa", "œ̃ wˈiːkɛnd ˈa"),  # the marks of a change of language are no sounds
        ("le-z ɑ̃fˈɑ̃", "lez ɑ̃fˈɑ̃"),
        ("mˈʊr.tˌi", "mˈʊɽtˌi"),  # Kokoro would take the dot for the end of a sentence
        ("sˈɔft̪wer ˈl̩m", "sˈɔftwer ˈlm"),
        ("I^ə", "ɪə"),  # a name of espeak-ng's, and not Kokoro's letter for the sound of "eye"
        ("", ""),
    ],
)
def test_espeak_s_ipa_is_said_as_kokoro_s_own_pipeline_says_it(told, expected):
    assert from_espeak(told) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ˈɡlaθja", "ɡlˈaθja"),  # the stress where the net has it: right before the vowel
        ("ka.ˈfe", "kafˈe"),
        ("ˈpit.tsa", "pˈitʦa"),
        ("ˈt͡ʃaw", "ʧˈaw"),
        ("ai̯ˈɾe", "Iɾˈe"),
        ("garˈsɔ̃", "ɡarsˈɔ\u0303"),
        ("bʱaːˈrət", "bʰaːrˈət"),
        ("fa sˈol", "fa sˈol"),
    ],
)
def test_ipa_is_taken_as_people_write_it(written, expected):
    assert letters(written) == expected


@pytest.mark.parametrize("written", ["ǃa", "ma˥", "A", "a1", "ʕa", "", " ", "ˈ"])
def test_what_has_no_letter_is_refused_by_name(written):
    with pytest.raises(SpeechError) as refused:
        letters(written)
    assert all(sign in str(refused.value) for sign in written.strip("a mˈ"))


@pytest.mark.parametrize("said", ["tɾˈAnta", "ʣjˈi dellamˈiko", "pˈiʦːa", "ʤorno", "œ̃ pˈø"])
def test_letters_come_back_from_their_ipa(said):
    assert letters(ipa(said)) == said


@given(st.text())
def test_every_letter_that_comes_out_has_a_number(text):
    for convert in (letters, from_espeak):
        try:
            said = convert(text)
        except SpeechError:
            continue
        assert {sign for sign in said if not sign.isspace()} <= LETTERS
