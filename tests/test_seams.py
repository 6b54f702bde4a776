"""Every boundary of clips and pauses in a published episode: no click, no jump that the material itself doesn't have.

A seam is where frames that were written by hand, silence, meet frames of an encoder; what is beside it is found in the
MP3 alone. Around each seam, and around the begin and the end of the sound behind or before it, the steps from sample
to sample, the bends (second differences) and the power over 8 kHz are held against those within the sound.
"""

import shutil
import subprocess
import sys
from itertools import pairwise

import miniaudio
import numpy as np
import pytest

from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec import encoder, mp3
from podcast.sound.dsp.chain import Chain
from podcast.sound.dsp.master import placed
from podcast.sound.record import render
from voices.speech import Utterance

pytestmark = pytest.mark.slow

BESIDE = 3 * SAMPLE_RATE_HZ  # the material that a boundary is held against: one second may have no plosive
NEAR = SAMPLE_RATE_HZ // 200  # 5 ms on either side
HIGH_HZ = 8000
TOLERATED = 1.25  # a word may begin with the sharpest of its sounds; a cut is two to six times as sharp


def steps(pcm):
    return np.abs(np.diff(pcm, axis=0)).max(axis=1)


def bends(pcm):
    return np.abs(np.diff(pcm, n=2, axis=0)).max(axis=1)


def treble(pcm):
    """The level above 8 kHz of each 1.5 ms."""
    size = 64
    blocks = pcm[: len(pcm) // size * size].reshape(-1, size, pcm.shape[1])
    spectrum = np.abs(np.fft.rfft(blocks * np.hanning(size)[:, None], axis=1))
    return np.sqrt((spectrum[:, HIGH_HZ * size // SAMPLE_RATE_HZ :] ** 2).mean(axis=1)).max(axis=1)


def seams(stream):
    """Samples at which silent frames give way to others, or the other way round, and the stream's two ends."""
    offsets = [*mp3.frame_offsets(stream), len(stream)]
    silent = [True, *(not any(stream[begin + 4 : end]) for begin, end in pairwise(offsets)), True]
    return [index * mp3.FRAME_SAMPLES for index, (a, b) in enumerate(pairwise(silent)) if a != b]


def boundaries(pcm, stream):
    """Each place that could click, and the begin and end of the sound beside it."""
    edges = seams(stream)
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        level = np.abs(pcm[first:last]).max(axis=1)
        # An encoder's ringing hides where a sound begins or ends, so that is sought at several levels.
        loud = [first + np.flatnonzero(level > limit)[[0, -1]] for limit in (16, level.max() / 50, level.max() / 10)]
        begin, end = loud[0]
        for place in (first, *(edge[0] for edge in loud)):
            yield int(place), max(place, begin) + 2 * NEAR, min(end - 2 * NEAR, place + BESIDE)
        for place in (*(edge[1] for edge in loud), last):
            yield int(place), max(begin + 2 * NEAR, place - BESIDE), min(place, end) - 2 * NEAR


def clicks(pcm, stream):
    found = []
    for place, begin, end in boundaries(pcm, stream):
        near = pcm[max(place - NEAR, 0) : place + NEAR]
        material = pcm[begin:end]
        found += [
            (place, measure.__name__)
            for measure in (steps, bends, treble)
            if measure(near).max() > TOLERATED * measure(material).max()
        ]
    return found


def decoded(stream):
    sound = miniaudio.mp3_read_s16(stream)
    return np.array(sound.samples, np.int32).reshape(-1, sound.nchannels)


@pytest.fixture(scope="module")
def stereo(real_show, tmp_path_factory):
    """The same essay, in two channels."""
    folder = tmp_path_factory.mktemp("stereo")
    shutil.copy(real_show.folder / real_show.essay, folder / "log.md")
    (folder / "podcast.toml").write_text("[sound]\nstereo = true\n")
    command = [sys.executable, "-m", "podcast", "build", "log.md"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    [file] = (folder / "public" / "episodes").glob("*/*.mp3")
    return file.read_bytes()


@pytest.fixture(params=["mono", "stereo"])
def stream(request):
    if request.param == "stereo":
        content = request.getfixturevalue("stereo")
    else:
        content = request.getfixturevalue("real_show").one(".mp3").read_bytes()
    tag_bytes = 10 + sum(byte << shift for byte, shift in zip(content[6:10], (21, 14, 7, 0), strict=True))
    return content[tag_bytes:]


def test_no_boundary_clicks(stream):
    pcm = decoded(stream)
    assert len(seams(stream)) >= 2 * 15
    assert clicks(pcm, stream) == []


def test_pauses_are_silent(stream):
    pcm = decoded(stream)
    edges = seams(stream)
    for end, begin in zip(edges[1::2], edges[2::2], strict=False):
        assert np.abs(pcm[end + mp3.FRAME_SAMPLES : begin]).max(initial=0) == 0


@pytest.mark.parametrize("pan", [None, 0.0, 0.8])
def test_a_cut_through_a_vowel_would_be_heard(engine_process, voice, pan):
    """What the test above can hear: a sound that stops at the top of its swing."""
    said = render(
        Utterance("Rivers bend, and bend again, all the way down.", voice), Chain(gain_db=14), engine_process.speak
    ).pcm
    top = len(said) // 2 + int(np.argmax(np.abs(said[len(said) // 2 :])))
    for sound, is_heard in ((said, False), (said[:top], True)):
        pcm = encoder.padded(sound if pan is None else placed(sound, pan))
        pause = mp3.silence(20, 128, pcm.ndim)
        stream = pause + encoder.encode(pcm, 128) + pause
        assert bool(clicks(decoded(stream), stream)) == is_heard
