"""Words in other letters than a voice can read: found, said by another engine, and put into the sentence as sounds."""

import pytest

from podcast.recording.jobs.runner import JobRunner
from podcast.voicing.reading_aloud import with_sounds
from podcast.voicing.strange_words import language_of, strange_sounds, strange_words
from voices.speech import Phonemes, Utterance, Voice

HEART = Voice("hibari", "heart", "en-us")
ROBOT = Voice("espeak_ng", "en-us", "en-us")


def words(text, voice=HEART):
    return [text[start:end] for start, end in strange_words(voice, text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said Γνῶθι σεαυτόν to them.", ["Γνῶθι", "σεαυτόν"]),
        ("日本は (Nihon)", ["日本は"]),
        ("naïve Škoda Łódź œuvre Þór ʻokina ªº", []),
        ("the α-particle", ["α"]),
        ("שָׁלוֹם and नमस्ते and สวัสดี", ["שָׁלוֹם", "नमस्ते", "สวัสดี"]),
        ("no word: ★ 12 € 😀", []),
        ("ends in Привет", ["Привет"]),
    ],
)
def test_they_are_found_with_their_marks(text, wanted):
    assert words(text) == wanted


@pytest.mark.parametrize("language", ["hi", "hi-in"])
def test_letters_of_a_voice_s_own_language_are_not_strange(language):
    assert words("नमस्ते and Привет", Voice("kokoro", "hf_alpha", language)) == ["Привет"]
    assert words("नमस्ते and Привет", Voice("kokoro", "af_heart", "en-us")) == ["नमस्ते", "Привет"]


def test_an_engine_that_reads_any_script_has_none():
    assert words("Привет", ROBOT) == []


#: A word in each script that is read.
WRITTEN = {
    "Γνῶθι": "el", "Привет": "ru", "שלום": "he", "سلام": "ar", "नमस्ते": "hi", "বাংলা": "bn", "ਪੰਜਾਬੀ": "pa",
    "ગુજરાતી": "gu", "ଓଡ଼ିଆ": "or", "தமிழ்": "ta", "తెలుగు": "te", "ಕನ್ನಡ": "kn", "മലയാളം": "ml", "සිංහල": "si",
    "ไทย": "th", "ລາວ": "th", "မြန်မာ": "my", "ქართული": "ka", "Հայերեն": "hy", "አማርኛ": "am", "한국": "ko",
    "ひらがな": "ja", "カタカナ": "ja", "日本": "cmn", "ᏣᎳᎩ": "chr",
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "language"), [*WRITTEN.items(), ("日本は", "ja"), ("コーヒー豆", "ja"), ("ʘ", ""), ("ᚠ", "")]
)
def test_each_script_is_read_as_a_language_of_its(word, language):
    assert language_of(word) == language
    assert words(f"He said {word}, once.") == [word] * (word != "ʘ")


@pytest.fixture(scope="module")
def sounds():
    text = "Γνῶθι, Привет, 日本, שלום, नमस्ते and ᚠᚢᚦ"
    with JobRunner() as runner:
        return strange_sounds([(HEART, text), (ROBOT, "другой")], runner)


def test_another_engine_says_how_they_sound(sounds):
    assert {"Γνῶθι", "Привет", "日本", "שלום", "नमस्ते"} <= sounds.keys()
    assert all(sounds.values())
    assert "другой" not in sounds


def test_without_such_words_nobody_is_asked(monkeypatch):
    monkeypatch.setattr("podcast.recording.jobs.pool.Worker", None)
    with JobRunner() as runner:
        assert strange_sounds([(HEART, "Nothing strange."), (ROBOT, "Привет")], runner) == {}


def test_a_voice_says_them_in_their_sentence(sounds, engine_processes):
    plain = Utterance("He said Привет, and left.", HEART)
    told = with_sounds(plain, sounds)
    assert [(one.start, one.end) for one in told.phonemes] == [(8, 14)]
    take = engine_processes("hibari").speak(told)
    assert [told.text[word.start : word.end] for word in take.words] == ["He", "said", "Привет,", "and", "left."]


def test_the_lexicon_wins(sounds):
    own = Utterance("Привет!", HEART, (Phonemes(0, 6, "ˈhaɪ"),))
    assert with_sounds(own, sounds) == own
