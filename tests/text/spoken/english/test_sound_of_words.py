"""What the engine really says of spoken forms: its own phonemes, without stress. Where it pauses there is a bar."""

import ctypes
import re

import espeakng_loader
import pytest

from podcast.text.spoken import spoken

_IPA, _UTF_8, _SYNCHRONOUS, _DONT_EXIT = 0x02, 1, 2, 0x8000


@pytest.fixture(scope="module")
def phonemes():
    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_Initialize(_SYNCHRONOUS, 0, str(espeakng_loader.get_data_path()).encode(), _DONT_EXIT)
    library.espeak_SetVoiceByName(b"en-us")

    def phonemes_of(text):
        rest, clauses = ctypes.c_char_p(text.encode()), []
        while rest.value is not None:
            clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF_8, _IPA).decode())
        return " | ".join(re.sub("[ˈˌ]", "", clause).strip() for clause in clauses)

    yield phonemes_of
    library.espeak_Terminate()


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("UNESCO", "juːnɛskoʊ"),
        ("the EU said", "ðɪ iːjuː sɛd"),
        ("the EPA said", "ðɪ iːpiːeɪ sɛd"),  # no article at its end
        ("the IMF warned", "ðɪ aɪɛmɛf wɔːɹnd"),  # not "imf"
        ("NGOs are", "ɛndʒiːoʊz ɑːɹ"),
        ("MPs are", "ɛmpiːz ɑːɹ"),
        ("DVDs", "diːviːdiːz"),
        ("the EU's plan", "ðɪ iːjuːz plæn"),
        ("a PhD.", "ɐ piːeɪtʃdiː"),
        ("a Ph.D. in", "ɐ piːeɪtʃdiː ɪn"),
        ("U.S. Troops", "juːɛs tɹuːps"),  # no pause
        ("the U.S. It", "ðə juːɛs | ɪt"),
        ("JOIN US", "dʒɔɪn ʌs"),
        ("IT IS", "ɪɾ ɪz"),
        ("the WHO said", "ðə dʌbəljuːeɪtʃoʊ sɛd"),
        ("read A. Milne", "ɹiːd eɪ mɪlni"),
        ("A. A. Milne", "eɪ eɪ mɪlni"),
        ("J. R. R. Tolkien", "dʒeɪ ɑːɹ ɑːɹ tolkiːn"),
        ("George W. Bush", "dʒɔːɹdʒ dʌbəljuː bʊʃ"),
        ("vitamin A is", "vaɪɾəmɪn eɪ ɪz"),
        ("Plan B. It", "plæn biː | ɪt"),
        ("MySQL", "maɪ ɛskjuːɛl"),
        ("LaTeX", "leɪtɛk"),
        ("an A+ student", "ɐn eɪplʌs stuːdənt"),
        ("C#", "siː ʃɑːɹp"),
        ("Q&A session", "kjuː ænd eɪ sɛʃən"),
        ("Ms. Lee", "mɪz liː"),
        ("Henry VIII", "hɛnɹi ðɪ eɪtθ"),
        ("rain—or snow", "ɹeɪn | ɔːɹ snoʊ"),
        ("rain -- or snow", "ɹeɪn | ɔːɹ snoʊ"),
        ("St. Paul", "seɪnt pɔːl"),
        ("rivers. . . and", "ɹɪvɚz | ænd"),
        ("report.pdf", "ɹᵻpɔːɹt dɑːt piːdiːɛf"),
    ],
)
def test_it_sounds_as_it_should(phonemes, written, heard):
    assert phonemes(spoken(written, "en-us").text) == heard
