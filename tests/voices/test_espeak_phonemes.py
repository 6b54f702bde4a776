"""IPA as espeak-ng takes it, held against what espeak-ng itself says of its words."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voices.espeak_phonemes import composed, mnemonics
from voices.espeak_sounds import NEAREST, SOUNDS
from voices.ipa import unsayable
from voices.speech import Phonemes, SpeechError, Utterance, Voice

ENGLISH = """
Worcester win photograph photography about above water butter bird nurse father hot thought boy cow go day fly near hair
poor fire flower sure measure judge church thing this singing yellow which queen apple happy city button little rhythm
garden mountain human music few tube unit onion question nature picture schedule laboratory bath dance lot cloth north
force start square cure goat choice mouth price face fleece kit dress trap strut foot goose letter comma roses colonel
lieutenant choir yacht queue island hierarchy genre croissant loch sorry marry during miracle
""".split()
WORDS = {
    "en-us": ENGLISH,
    "en-gb": ENGLISH,
    "de": "Straße Köln Häuser Pflaume zwei Buch Mädchen Tür Hütte Löffel Höhle Vater Bär Genie Zug Kirche".split(),
    "fr": "bonjour vin un temps peu peur lune garçon montagne huit oui chat fille homme œuvre vieux travail".split(),
    "es": "perro pero niño llave gente cielo ciudad guerra agua huevo yo rey Europa aire jamón mucho Juan".split(),
    "it": "ciao gnocchi famiglia pizza zero scena casa città perché più uomo guerra sci bello grazie".split(),
}
VOICES = {"en-us": "en-us", "en-gb": "en", "de": "de", "fr": "fr", "es": "es", "it": "it"}

# In a process of its own: espeak-ng's global state is no guest in the tests' process.
TRANSCRIBE = """
import ctypes, json, sys
import pyttsx3, pyttsx3.drivers, voices.drivers
pyttsx3.drivers.__path__.append(voices.drivers.__path__[0])
engine = pyttsx3.init("espeak_ng")
from pyttsx3.drivers import _espeak
transcribe = _espeak.dll.espeak_TextToPhonemes
transcribe.restype = ctypes.c_char_p

def ipa(text):
    at, said = ctypes.c_char_p(text.encode()), []
    while at.value is not None:
        said.append((transcribe(ctypes.byref(at), 1, 2) or b"").decode())
    return "".join(said)

for language, (voice, texts) in json.loads(sys.argv[1]).items():
    engine.setProperty("voice", voice)
    engine.setProperty("phonemes", [[0, 1, "a"]])  # whoever has said phonemes once reads them
    engine.save_to_file("a", sys.argv[2])
    engine.runAndWait()
    print(json.dumps([ipa(text) for text in texts]))
"""


@pytest.fixture(scope="module")
def transcribed(tmp_path_factory):
    def transcribe(texts):
        asked = json.dumps({language: (VOICES[language], words) for language, words in texts.items()})
        command = [sys.executable, "-c", TRANSCRIBE, asked, str(tmp_path_factory.mktemp("ipa") / "a.wav")]
        lines = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.splitlines()
        return dict(zip(texts, map(json.loads, lines), strict=True))

    return transcribe


@pytest.fixture(scope="module")
def round_trip(transcribed):
    """What espeak-ng says of its own words' IPA: (word, IPA, the IPA of what it says for that IPA)."""
    first = transcribed(WORDS)
    again = transcribed({tag: [f"[[{mnemonics(ipa, tag)}]]" for ipa in first[tag]] for tag in WORDS})
    return {tag: list(zip(WORDS[tag], first[tag], again[tag], strict=True)) for tag in WORDS}


@pytest.mark.parametrize("language", WORDS)
def test_espeak_s_own_transcription_comes_back_as_it_was(language, round_trip):
    assert [case for case in round_trip[language] if case[1] != case[2]] == []
    assert all(ipa for _, ipa, _ in round_trip[language])


def test_most_english_words_sound_the_same_to_the_byte(round_trip, engine_process, voice):
    """Those that don't have a sound for which IPA has one sign and espeak-ng two: the vowels of /kɔt/ and /klɔθ/."""
    differ = []
    for word, ipa, _ in round_trip["en-us"][::2]:
        spelled = engine_process.speak(Utterance(word, voice))
        told = engine_process.speak(Utterance(word, voice, (Phonemes(0, len(word), ipa),)))
        if told != spelled:
            differ.append(word)
            assert abs(told.samples - spelled.samples) < 0.03 * spelled.rate_hz
    assert len(differ) <= 4, differ


@pytest.mark.parametrize("language", SOUNDS)
def test_every_sound_of_a_table_is_said(language, engine_process):
    voice = Voice("espeak_ng", language, language)
    symbols = [symbol for symbol in SOUNDS[language] if symbol != "ː"]
    text = ". ".join(["x"] * len(symbols))
    phonemes = tuple(Phonemes(3 * index, 3 * index + 1, f"a{symbol}a") for index, symbol in enumerate(symbols))
    take = engine_process.speak(Utterance(text, voice, phonemes))
    assert len(take.words) == len(symbols)
    assert all(word.end_sample > word.start_sample for word in take.words)


def test_the_nearest_sounds_of_a_lacking_one_are_sounds_of_some_language():
    every = {symbol for table in SOUNDS.values() for symbol in table}
    assert {near for nears in NEAREST.values() for near in nears} <= every


@pytest.mark.parametrize(
    ("ipa", "same"),
    [
        ("ˈwʊstɚ", "ˈwʊs.tɚ"),
        ("ˈt͡ʃɜːt͡ʃ", "ˈtʃɜːtʃ"),
        ("ˈɡoʊ", "ˈgoʊ"),
        ("tʰɪn", "tɪn"),
        ("wɪn", "ˈwɪn"),
        ("flis", "ˈfliːs"),
        ("ˈæpl̩", "ˈæpəl"),
        ("ˈsɔɹi", "ˈsɔri"),
    ],
)
def test_other_ways_to_write_the_same(ipa, same):
    assert mnemonics(ipa, "en").replace("|", "") == mnemonics(same, "en").replace("|", "")


def test_a_stress_stands_right_before_its_vowel():
    """Where it stands first, espeak-ng says the word before another way: "In Worcester"."""
    assert mnemonics("ˈskwɛɹ ˌbɪˈɹiv", "en") == "s|k|w|'|e@ b|,|I|r|'|i:|v"


def test_an_r_belongs_to_the_vowel_only_where_no_vowel_follows():
    assert mnemonics("stɑːɹt", "en").split("|")[-2:] == ["A@", "t"]
    assert mnemonics("ˈstɑːɹɪŋ", "en").split("|")[2:5] == ["'", "A:", "r"]


def test_a_word_without_stress_gets_it_where_the_language_has_it():
    assert mnemonics("kafe", "en") == "k|'|a|f|E"
    assert mnemonics("kafe", "fr") == "k|a|f|'|e"
    assert mnemonics("kamisa", "es") == "k|a|m|'|i|s|a"
    assert mnemonics("əv", "en") == "@|v"


@pytest.mark.parametrize(
    ("ipa", "language", "told"),
    [
        ("ˈvyn", "en-us", ("y", "uː")),
        ("vɛ̃", "en-gb", ("ɛ̃", "ɑ̃")),
        ("ˈʘa", "en-us", ("ʘ", "æ")),
        ("ʈa", "fr-fr", ("ʈ", "t")),
        ("ma˥", "en", ("˥",)),
        ("wɪn", "pt-br", ("pt-br", "de")),
        ("ˈ", "en", ("no sound",)),
        ("", "en", ("no sound",)),
        ("]] \x01", "en", ("]",)),
    ],
)
def test_what_cannot_be_said_is_named_before_anything_is(ipa, language, told):
    with pytest.raises(SpeechError) as failure:
        mnemonics(ipa, language)
    for part in told:
        assert part in str(failure.value)
    assert unsayable(ipa, Voice("espeak_ng", language, language)) == str(failure.value)
    assert not unsayable(ipa, Voice("sapi5", "Zira", language))


@given(st.text(max_size=12), st.sampled_from(sorted(SOUNDS)))
def test_no_text_becomes_anything_but_mnemonics(ipa, language):
    try:
        said = mnemonics(ipa, language)
    except SpeechError:
        return
    known = {*SOUNDS[language].values(), "'", ","}
    if language == "en":
        known |= {"A@", "O@", "o@", "i@3", "e@", "U@", "aI3", "aU@"}
    assert {sound for word in said.split() for sound in word.split("|")} <= {
        part for sound in known for part in sound.split("|")
    }


def test_a_composed_text_leads_back():
    text = "Ask (Nguyen), “Nguyen”, [[x]]"
    form = composed(text, [Phonemes(5, 11, "wɪn"), Phonemes(15, 21, "wɪn")], "en")
    assert form.text == "Ask ( [[w|'|I|n]]), “ [[w|'|I|n]]”, [ [x]]"
    assert form.written_index(form.text.index("w|")) == 5
    assert form.written_index(form.text.rindex("w|")) == 15
    assert form.written_index(len(form.text) - 1) == len(text) - 1


def test_words_of_a_name_stand_for_its_words_where_there_are_as_many():
    form = composed("Hors d’œuvre!", [Phonemes(0, 12, "ɔːɹ dɜːɹv")], "en")
    assert [form.written_index(form.text.index(sign)) for sign in ("O@", "3:", "!")] == [0, 5, 12]
    form = composed("JFK now", [Phonemes(0, 3, "dʒeɪ ɛf keɪ")], "en")
    assert {form.written_index(index) for index in range(form.text.index(" now"))} == {0}


@given(
    st.lists(st.text(alphabet="ab [](.’\u0301", max_size=6), min_size=1, max_size=6),
    st.lists(st.sampled_from(["wɪn", "ɔːɹ dɜːɹv"]), min_size=6, max_size=6),
)
def test_nothing_but_phonemes_is_ever_in_brackets(parts, ipas):
    text, phonemes = "", []
    for part, ipa in zip(parts, ipas, strict=False):
        text += part
        phonemes.append(Phonemes(len(text), len(text) + 3, ipa))
        text += "Ngu"
    form = composed(text, phonemes, "en")
    assert form.text.count("[[") == sum(len(one.ipa.split()) for one in phonemes)
    assert len(form.text) == len(form.origin)
    assert list(form.origin) == sorted(form.origin)
