"""Finished episodes, as a recogniser and a judge of speech hear them: Whisper-base and DNSMOS P.808, not ours.

The three essays of examples/, and one of a thousand words that was written for this, in the default voice, with music.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from podcast.listening.audio import RATE_HZ, sounds_of
from podcast.listening.cuts import Excerpt

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
ESSAYS = [*sorted(EXAMPLES.glob("*.md")), HERE / "when-noon-was-local.md"]

LARGEST_ERROR_RATE = 0.015
LONGEST_RUN = 3  # words
LEAST_MOS = 4.1
WINDOW_S = 10

pytestmark = [
    pytest.mark.speech,
    pytest.mark.timeout(1200),  # who waits for another worker waits for as long as that listens
    pytest.mark.filterwarnings("ignore"),  # of the judges' own libraries
    pytest.mark.parametrize("essay", ESSAYS, ids=lambda essay: essay.stem),
]


@pytest.fixture
def verdict(heard, essay):
    """Over the passages in English: French is said by another voice, and of four words nobody can tell anything."""
    return heard(essay).verdict.of("en")


def told(runs):
    return [(run.start_ms / 1000, " ".join(run.written), " ".join(run.heard)) for run in runs]


def test_nearly_every_word_is_understood(verdict):
    assert verdict.words > 250
    assert verdict.error_rate <= LARGEST_ERROR_RATE, told(verdict.runs)


def test_every_passage_is_understood(verdict):
    assert [one for one in verdict.passages if not one.is_enough] == [], told(verdict.runs)


def test_no_stretch_of_words_is_misunderstood(verdict):
    assert verdict.longest_run <= LONGEST_RUN, told(verdict.runs)


def test_no_word_is_missing_and_none_is_said_twice(verdict):
    assert told(verdict.lost) == []
    assert told(verdict.doubled) == []


def test_each_word_sounds_where_words_json_has_it(verdict):
    assert verdict.misplaced == ()


def test_it_sounds_like_speech_that_people_rate_well(judge, show_of, essay):
    """The narrator, that is, without other roles and without music."""
    dnsmos = p808(judge)
    windows = narration(show_of(essay))
    assert len(windows) >= 2
    assert np.mean([dnsmos(window) for window in windows]) >= LEAST_MOS


def narration(show):
    """What the narrator says in the finished MP3, in windows; the last one ends where it ends."""
    [mp3] = show.glob("public/episodes/*/*.mp3")
    [words] = show.glob("public/episodes/*/*.words.json")
    passages = [
        passage
        for passage in json.loads(words.read_text("utf-8"))["segments"]
        if passage["speaker"] == "Narrator" and passage["kind"] != "frame" and "language" not in passage
    ]
    cut = [Excerpt(round(1000 * one["startTime"]), round(1000 * one["endTime"]), "en") for one in passages]
    sound = np.concatenate([*sounds_of(mp3, cut)])
    length = WINDOW_S * RATE_HZ
    starts = [*range(0, len(sound) - length, length), len(sound) - length]
    return [sound[start : start + length] for start in starts]


def p808(judge):
    """DNSMOS P.808 of a window, as speechmos computes it, without the three other figures that it computes as well."""
    folder = Path(judge(module="speechmos").origin).parent  # not imported: it wants more packages
    judge(module="librosa")
    import librosa
    import onnxruntime

    session = onnxruntime.InferenceSession(str(folder / "dnsmos_models" / "model_v8.onnx"))
    taken = round(9.01 * RATE_HZ) - 160

    def rate(window):
        mel = librosa.feature.melspectrogram(y=window[:taken], sr=RATE_HZ, n_fft=321, hop_length=160, n_mels=120)
        features = (librosa.power_to_db(mel, ref=np.max) + 40) / 40
        return session.run(None, {"input_1": features.T[np.newaxis].astype(np.float32)})[0][0][0]

    return rate
