"""Which of a processor's instructions change a byte, by the switches of the libraries (docs/platforms.md)."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="it is about x86"),
    pytest.mark.skipif(
        not [*Path(av.__file__).parent.parent.glob("av.libs/libavutil*")], reason="PyAV has no ffmpeg here"
    ),
]

#: Prints a hash of what each stage makes, with ffmpeg's instructions less those of the argument.
STAGES = """
import ctypes, hashlib, json, sys
from pathlib import Path
import av
[libavutil] = (Path(av.__file__).parent.parent / "av.libs").glob("libavutil*")
ffmpeg = ctypes.CDLL(str(libavutil))
ffmpeg.av_force_cpu_flags(ffmpeg.av_get_cpu_flags() & ~int(sys.argv[1]))
from podcast.recording.jobs.cluster_worker import _music
from podcast.recording.jobs.render_jobs import MixClipJob, MixJob, SpeechClipJob, SpeechJob
from podcast.recording.jobs.speaker import Speaker
from podcast.sound.dsp.chain import TRUE_PEAK_DBTP, Chain
from podcast.sound.music.shapes import MusicShape
from voices.speech import Utterance, Voice

text = "A river that could choose would still not run straight. What is a pond? It has stopped pretending."
made = {}
with Speaker() as speaker:
    for voice in (Voice("espeak_ng", "en-us", "en-us"), Voice("hibari", "heart", "en-us")):
        utterance = Utterance(text, voice)
        made[f"{voice.driver} take"] = speaker.speak(utterance).pcm
        made[f"{voice.driver} clip"] = SpeechClipJob(SpeechJob(utterance, Chain()), 64).made(speaker).frames
    mix = MixJob(None, _music(), MusicShape(), TRUE_PEAK_DBTP)
    made["music"] = MixClipJob(mix, bitrate_kbps=64).made(speaker).frames
print(json.dumps({name: hashlib.sha256(content).hexdigest() for name, content in made.items()}))
"""
#: As libavutil/cpu.h has them.
AVX512, AVX2, FMA = 0x300000, 0x8000, 0x10800


def made(ffmpeg_without=0, **environment):
    command = [sys.executable, "-c", STAGES, str(ffmpeg_without)]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def changed(before, after):
    return {name for name in before if before[name] != after[name]}


@pytest.fixture(scope="module")
def here():
    return made()


def numpy_without(*beginnings):
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    names = [name for name in found if name.startswith(beginnings)]
    return names or pytest.skip("numpy has nothing here that could be switched off")


def test_numpy_s_avx_512_changes_nothing(here):
    switched = " ".join(numpy_without("AVX512", "X86_V4"))
    assert changed(here, made(NPY_DISABLE_CPU_FEATURES=switched)) == set()


def test_without_avx2_numpy_changes_what_a_net_says_and_nothing_else(here):
    """Which is why a net's takes are known by the processor; of espeak-ng's, mastering and music it changes none."""
    switched = " ".join(numpy_without("AVX", "FMA", "X86_V3", "X86_V4"))
    assert changed(here, made(NPY_DISABLE_CPU_FEATURES=switched)) <= {"hibari take", "hibari clip"}


def test_the_c_library_s_instructions_change_nothing(here):
    """glibc has sines and exponentials by FMA; elsewhere the switch does nothing."""
    off = "glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX2,-FMA,-FMA4"
    assert changed(here, made(GLIBC_TUNABLES=off)) == set()


def test_ffmpeg_s_avx_512_changes_nothing(here):
    assert changed(here, made(AVX512)) == set()


@pytest.mark.parametrize("without", [AVX2, FMA, AVX2 | FMA])
def test_without_avx2_or_fma_ffmpeg_changes_music_and_no_voice(here, without):
    assert changed(here, made(AVX512 | without)) <= {"music"}
