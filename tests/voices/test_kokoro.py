"""Kokoro, by its real net and two of its voices: English by hibari's letters, Spanish by espeak-ng's."""

import json
import os
import subprocess
import sys
import wave

import numpy as np
import pytest

from podcast.recording.jobs.engine_process import EngineProcess
from podcast.voicing.strange_words import strange_words
from voices import library
from voices.drivers.kokoro import ENGINE
from voices.ipa import unsayable
from voices.kokoro_paces import PACES
from voices.rosters import can_run
from voices.speech import Phonemes, SpeechError, Utterance, Voice

pytestmark = pytest.mark.slow

HEART = Voice("kokoro", "af_heart", "en-us")
DORA = Voice("kokoro", "ef_dora", "es")


@pytest.fixture(scope="module")
def kokoro(kokoro_folder):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PODCAST_VOICES_DIR", os.fspath(kokoro_folder))
        with EngineProcess("kokoro") as engine_process:
            engine_process.roster()
            yield engine_process


@pytest.fixture(scope="module")
def take(kokoro):
    return kokoro.speak(Utterance("Well, the fog came in. Nobody, i.e. no sailor, saw it.", HEART))


def levels(take):
    """The peak of each millisecond, the loudest being 1."""
    width = take.rate_hz // 1000
    level = np.abs(np.frombuffer(take.pcm, "<i2").astype(float))
    level = level[: len(level) // width * width].reshape(-1, width).max(axis=1)
    return level / level.max()


def test_every_word_is_timed_by_the_net_and_in_order(take):
    assert take.is_timed
    starts = [word.start_sample for word in take.words]
    assert len(starts) == 11
    assert starts == sorted(starts)
    assert starts[-1] < take.samples


def test_words_after_a_silence_begin_where_they_are_heard(take):
    level = levels(take)
    text = "Well, the fog came in. Nobody, i.e. no sailor, saw it."
    told = {text[word.start : word.end]: word.start_sample * 1000 // take.rate_hz for word in take.words}
    for word in ("Well,", "Nobody,"):
        assert level[max(0, told[word] - 80) : told[word] - 10].max(initial=0) < 0.02
        assert level[told[word] : told[word] + 80].max() > 0.02


def test_sentences_are_a_breath_apart_and_none_is_clipped(take):
    level = levels(take)
    [second] = [word for word in take.words if word.start == 23]
    begin = second.start_sample * 1000 // take.rate_hz
    loud = np.flatnonzero(level[: begin - 30] > 0.01)
    assert 200 <= begin - loud[-1] <= 400
    assert np.abs(np.frombuffer(take.pcm, "<i2").astype(int)).max() < 32_000


PROGRAM = """
import json, sys
import pyttsx3
from voices.drivers import make_known

make_known("kokoro")
engine = pyttsx3.init("kokoro")
engine.setProperty("voice", "ef_dora")
engine.setProperty("rate", 155)
engine.save_to_file("Sí, claro.", sys.argv[1])
engine.runAndWait()
unknown = []
for name in ("pitch", "pitch_range", "nonesuch"):
    try:
        engine.getProperty(name)
    except KeyError:
        unknown.append(name)
told = {name: engine.getProperty(name) for name in ("rate", "volume", "voice", "variants")}
json.dump([told, [voice.id for voice in engine.getProperty("voices")], unknown], sys.stdout)
"""


@pytest.fixture(scope="module")
def elsewhere(kokoro_folder, tmp_path_factory):
    """What another process makes of its first utterance, as samples, and what it tells of its properties."""
    file = tmp_path_factory.mktemp("elsewhere") / "take.wav"
    env = os.environ | {"PODCAST_VOICES_DIR": os.fspath(kokoro_folder)}
    done = subprocess.run([sys.executable, "-c", PROGRAM, file], capture_output=True, text=True, check=True, env=env)
    with wave.open(os.fspath(file)) as sound:
        return sound.readframes(-1), json.loads(done.stdout)


def test_a_text_has_the_same_bytes_in_any_order_and_process(kokoro, take, elsewhere):
    said = Utterance("Sí, claro.", DORA)
    assert kokoro.speak(said).pcm == kokoro.speak(said).pcm == elsewhere[0]


def test_properties_are_told_and_it_has_no_pitch(elsewhere):
    told, voices, unknown = elsewhere[1]
    assert told == {"rate": 155, "volume": 1.0, "voice": "ef_dora", "variants": []}
    assert voices == ["af_heart", "ef_dora"]
    assert unknown == ["pitch", "pitch_range", "nonesuch"]


@pytest.mark.parametrize(("slow_wpm", "quick_wpm"), [(110, 165), (165, 240)])
def test_a_rate_is_what_it_says(kokoro, slow_wpm, quick_wpm):
    """Above 173 words a minute its sound is drawn together."""
    text = "Nobody ever asked the keeper how he had come to live by the sea, and he never told."

    def spoken_ms(rate_wpm):
        loud = np.flatnonzero(
            levels(kokoro.speak(Utterance(text, Voice("kokoro", "af_heart", "en-us", rate_wpm)))) > 0.01
        )
        return loud[-1] - loud[0]

    # Its durations are whole steps: at a slow rate, a sentence is a tenth longer or shorter than it should be.
    assert spoken_ms(slow_wpm) / spoken_ms(quick_wpm) == pytest.approx(quick_wpm / slow_wpm, rel=0.12)


def test_phonemes_are_honoured(kokoro):
    as_text = kokoro.speak(Utterance("A cat sat.", HEART))
    as_phonemes = kokoro.speak(Utterance("A xyz sat.", HEART, (Phonemes(2, 5, "ˈkæt"),)))
    assert as_phonemes.pcm == as_text.pcm
    assert [word.start_sample for word in as_phonemes.words] == [word.start_sample for word in as_text.words]


@pytest.mark.parametrize(
    ("ipa", "voice", "is_sayable"),
    [("ˈwʊstɚ", HEART, True), ("ˈɡlaθja", DORA, True), ("ǃa", HEART, False), ("ǃa", DORA, False)],
)
def test_ipa_that_it_cannot_say_is_known_before(ipa, voice, is_sayable):
    assert bool(unsayable(ipa, voice)) != is_sayable


@pytest.mark.parametrize("voice", [HEART, DORA])
def test_words_in_another_script_are_refused(kokoro, voice):
    with pytest.raises(SpeechError, match="東京"):
        kokoro.speak(Utterance("No, 東京.", voice))


@pytest.mark.parametrize("voice", ["jf_alpha", "zf_xiaoni", "af_heart+low", ""])
def test_a_voice_that_is_not_there_is_refused(kokoro, voice):
    with pytest.raises(SpeechError, match="no voice"):
        kokoro.speak(Utterance("No.", Voice("kokoro", voice, "en-us")))


def test_it_tells_how_it_says_a_word(kokoro):
    assert kokoro.sounds(["Worcester"], HEART) == ["ˈwʊstəɹ"]
    assert kokoro.sounds(["treinta", "東京"], DORA) == ["tɾˈeɪnta", ""]


@pytest.mark.long
def test_a_sentence_of_any_length_is_said_whole(kokoro):
    text = "rivers bend and " * 30 + "rest"  # of more letters than a call takes
    take = kokoro.speak(Utterance(text, HEART))
    starts = [word.start_sample for word in take.words]
    assert len(starts) == 30 * 3 + 1
    assert starts == sorted(starts)
    assert 25 < take.samples / take.rate_hz < 50


@pytest.fixture
def lay(tmp_path, monkeypatch):
    """Records of voices, with files that are nothing but there."""
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(tmp_path))

    def lay(voice, language, digest="00", net="ff"):
        shared, place = tmp_path / "kokoro" / "_shared", tmp_path / "kokoro" / voice
        for folder in (shared, place):
            folder.mkdir(parents=True, exist_ok=True)
        (shared / "model.onnx").touch()
        (shared / "shared.json").write_text(json.dumps({"digests": {"model.onnx": net}}))
        (place / f"{voice}.bin").touch()
        record = {"id": voice, "name": voice, "gender": "", "licence": "Apache-2.0", "credit": "", "source": "file"}
        record |= {"languages": [language], "files": {"voice": f"{voice}.bin"}, "digests": {"voice": digest}}
        (place / "voice.json").write_text(json.dumps(record))
        return tmp_path

    return lay


def test_voices_whose_language_it_cannot_read_are_left_out_with_a_line(lay, caplog):
    for voice, language in (("ef_dora", "es"), ("jf_alpha", "ja"), ("zf_xiaoni", "cmn"), ("bf_emma", "en-gb")):
        lay(voice, language)
    with caplog.at_level("INFO"):
        assert [voice.id for voice in ENGINE.roster().voices] == ["bf_emma", "ef_dora"]
    assert "jf_alpha, zf_xiaoni" in caplog.text


def test_without_a_voice_or_without_the_net_it_cannot_run(lay, tmp_path):
    lay("jf_alpha", "ja")
    assert not can_run(ENGINE)
    lay("af_heart", "en-us")
    assert can_run(ENGINE)
    (tmp_path / "kokoro" / "_shared" / "model.onnx").unlink()
    assert library.added("kokoro")
    assert not can_run(ENGINE)


def test_its_version_is_that_of_net_and_voice(lay):
    known = set()
    for digest, net in (("00", "ff"), ("01", "ff"), ("00", "fe")):
        lay("af_heart", "en-us", digest, net)
        known.add(ENGINE.weights("af_heart"))
    assert len(known) == 3


def test_its_hindi_voices_read_devanagari_and_the_others_are_told():
    text = "Die नदी и мир."
    read = [[text[slice(*span)] for span in strange_words(Voice("kokoro", "", tag), text)] for tag in ("hi", "en-us")]
    assert read == [["и", "мир"], ["नदी", "и", "мир"]]


def test_it_is_given_longer_than_a_minute_for_a_paragraph():
    assert ENGINE.timeout_s > 300


def test_the_pace_of_each_voice_that_is_offered_is_known():
    from voices.additions.catalogue import kokoro

    assert {offer.id for offer in kokoro.offers()} == PACES.keys()
