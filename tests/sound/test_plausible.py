"""True takes are believed, whatever they say; what engines are known to do wrong is not."""

from dataclasses import replace

import numpy as np
import pytest

from podcast.sound.plausible import fault_of
from podcast.text.spoken import spoken
from voices.casting import cast, find
from voices.speech import Take, Utterance, Voice
from voices.words import WordEvent, time_words

PARAGRAPH = (
    "A river that could choose would still not run straight. Wherever the bank is weak, the water digs; what it "
    "takes there it lays down on the other side, a little further on. Each curve makes the next one sharper, until "
    "the loop is so tight that a single flood can cut it off, and leave a quiet lake behind."
)
TEXTS = [
    "I", "No", "1984", "1,000,000,000,000,000,000", "WWW", "THE KEEPER'S LOG", "No! No! No! No! No!", "II", "100",
    "Hmm…", "Stone. Paper. Copper. Garden.", "https://www.example.org/a/long/path?query=string", "I ❤️ rivers 🏞️🚀",
    "😀", "Wait " + "— " * 12 + "what", "A, b, c, d, e, f, g", "12 " * 40, "Oh. " * 20, "Москва", "日本語の文章です。",
    "مرحبا بالعالم", PARAGRAPH,
]  # fmt: skip
ABROAD = {
    "de": "Donaudampfschifffahrtsgesellschaftskapitän, seit 1984.",
    "fr": "Qu'est-ce que c'est ?",
    "es": "Un río que pudiera elegir tampoco correría recto.",
    "ru": "БОЛЬШОЙ ПАВОДОК: 3 456 789 человек.",
    "ja": "吾輩は猫である。名前はまだ無い。",
    "cmn": "河岸薄弱的地方，水就会挖掘。",
    "ar": "النهر الذي يستطيع أن يختار لن يجري مستقيما.",
    "hi": "नदी जो चुन सकती, वह भी सीधी नहीं बहती।",
    "ka": "https://example.org/path",
    "th": "แม่น้ำที่เลือกได้ก็ยังไม่ไหลตรง",
    "ko": "선택할 수 있는 강도 곧게 흐르지는 않을 것이다.",
    "fi": "lentokonesuihkuturbiinimoottoriapumekaanikko",
}


@pytest.mark.parametrize("rate_wpm", [80, 170, 450])
@pytest.mark.parametrize(
    "id_", ["en-us", "en-gb-scotland", "en-029", "en-us+Demonic", "en-us+UniRobot", "en-us+whisper"]
)
def test_true_takes_are_believed(engine_process, id_, rate_wpm):
    voice = Voice("espeak_ng", id_, "en", rate_wpm)
    said = [Utterance(spoken(text).text, voice) for text in TEXTS]
    assert {
        utterance.text: fault for utterance in said if (fault := fault_of(utterance, engine_process.speak(utterance)))
    } == {}


@pytest.mark.parametrize("rate_wpm", [80, 450])
@pytest.mark.parametrize("language", ABROAD)
def test_true_takes_in_other_languages_are_believed(engine_process, language, rate_wpm):
    said = Utterance(spoken(ABROAD[language]).text, Voice("espeak_ng", language, language, rate_wpm))
    assert fault_of(said, engine_process.speak(said)) == ""


# Of what hibari reads, the furthest from the bounds: the most and the fewest letters for their sound, and names.
STRANGE = [
    "I", "W", "x", "No", "1984", "WWW", "B. B. King", "J. R. R. Tolkien met C. S. Lewis.", "Oh. " * 20, "the " * 60,
    "a b c d e f g h i j k l m n o p q r s t u v w x y z", "1,000,000,000,000,000,000", "Qu'est-ce que c'est?",
    "pneumonoultramicroscopicsilicovolcanoconiosis", "eggs; milk; bread; butter; salt; oil; rice", "…well", PARAGRAPH,
]  # fmt: skip


@pytest.mark.parametrize("rate_wpm", [80, 450])
@pytest.mark.parametrize("id_", ["heart", "heart+deep"])
def test_true_takes_of_a_net_are_believed(engine_processes, id_, rate_wpm):
    engine_process, voice = engine_processes("hibari"), Voice("hibari", id_, "en-us", rate_wpm)
    said = [Utterance(spoken(text, "en-us").text, voice) for text in STRANGE]
    assert {
        utterance.text: fault for utterance in said if (fault := fault_of(utterance, engine_process.speak(utterance)))
    } == {}


@pytest.fixture(scope="module", params=["narrator", "heart", "amos"])
def real(request, engine_processes, rosters):
    voice = cast(find(request.param, rosters), rosters)
    said = Utterance(PARAGRAPH, voice)
    return said, engine_processes(voice.driver).speak(said)


def cut(said, take, share):
    """As a full disk leaves a WAV: the engine told the times of all words, and the sound ends before."""
    samples = round(take.samples * share)
    events = [WordEvent(word.start, word.start_sample) for word in take.words]
    return replace(take, pcm=take.pcm[: samples * 2], words=time_words(said.text, events, samples))


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_take_that_was_cut_off_is_not_believed(real, share):
    said, take = real
    assert fault_of(said, take) == ""
    assert fault_of(said, cut(said, take, share)) != ""


def test_without_times_a_take_that_lost_most_is_not_believed(real):
    said, take = real
    assert fault_of(said, replace(cut(said, take, 0.15), is_timed=False)) != ""


def test_a_text_that_ended_at_a_nul_is_not_believed(engine_process, voice):
    said = Utterance("A river that could choose\0 would still not run straight, and nobody asks it why.", voice)
    assert "end of its text" in fault_of(said, engine_process.speak(said))


def test_the_sound_of_another_passage_is_not_believed(real, engine_processes):
    said, take = real
    heading = replace(said, text="The weak bank")
    short = engine_processes(said.voice.driver).speak(heading)
    assert fault_of(heading, replace(take, is_timed=False)) != ""
    assert fault_of(said, replace(short, is_timed=False)) != ""


def test_the_sound_of_a_text_twice_or_half_as_long_is_not_believed(real, engine_processes):
    """With the times of its own words, which are taken for those of the text that was asked for."""
    said, whole = real
    first_half = replace(said, text=PARAGRAPH[: len(PARAGRAPH) // 2])
    half = engine_processes(said.voice.driver).speak(first_half)
    assert "went on" in fault_of(first_half, retold(first_half, whole))
    assert "stopped" in fault_of(said, retold(said, half))


def retold(said, take):
    events = [WordEvent(word.start, word.start_sample) for word in take.words]
    return replace(take, words=time_words(said.text, events, take.samples))


def test_a_hole_of_silence_is_not_believed(real):
    said, take = real
    samples = np.frombuffer(take.pcm, "<i2").copy()
    samples[len(samples) // 10 : -len(samples) // 10] = 0
    assert fault_of(said, replace(take, pcm=samples.tobytes(), is_timed=False)) != ""


@pytest.mark.parametrize("pcm", [b"", bytes(44100), np.full(22050, 700, "<i2").tobytes()])
def test_silence_is_not_believed(pcm, voice):
    assert "silent" in fault_of(Utterance("No", voice), Take(pcm, 22050, (), is_timed=False))


def test_a_quiet_take_is_believed(real):
    said, take = real
    soft = (np.frombuffer(take.pcm, "<i2") // 30).astype("<i2")
    assert fault_of(said, replace(take, pcm=soft.tobytes())) == ""
