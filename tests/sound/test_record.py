from dataclasses import replace

import numpy as np
import pytest

from podcast.sound.codec import encoder, mp3
from podcast.sound.dsp.chain import TRUE_PEAK_DBTP, Chain
from podcast.sound.dsp.loudness import decibels, integrated_lufs
from podcast.sound.record import MasteredAudio, encode_clip, render, trimmed
from voices.speech import SpeechError, Take, Utterance, Voice, Word

TEXT = "Rivers bend, and bend again. Why?"


def record(utterance, chain, bitrate_kbps, speak):
    return encode_clip(render(utterance, chain, speak), bitrate_kbps, true_peak_dbtp=chain.true_peak_dbtp)


def test_a_clip_is_what_was_said(engine_process, voice):
    clip = record(Utterance(TEXT, voice), Chain(gain_db=11), 64, engine_process.speak)
    heard = encoder.decode(clip.frames)
    assert len(heard) == clip.frame_count * mp3.FRAME_SAMPLES
    assert [TEXT[word.start : word.end] for word in clip.words] == TEXT.split()
    assert clip.is_timed
    assert clip.start_sample <= clip.words[0].start_sample
    assert clip.words[-1].end_sample <= clip.end_sample <= len(heard)
    assert -20 < integrated_lufs(clip.energies) < -13
    assert np.abs(heard[: clip.start_sample - 600]).max() < 40


@pytest.mark.parametrize("pan", [0, -0.6, 1])
def test_a_clip_in_stereo_is_the_same_sound_at_its_place(engine_process, voice, pan):
    chain = Chain(gain_db=11, true_peak_dbtp=-3)
    mono = record(Utterance(TEXT, voice), chain, 64, engine_process.speak)
    stereo = record(Utterance(TEXT, voice), replace(chain, stereo=True, pan=pan), 128, engine_process.speak)
    heard = encoder.decode(stereo.frames)
    assert heard.shape == (stereo.frame_count * mp3.FRAME_SAMPLES, 2)
    assert (stereo.words, stereo.frame_count, stereo.end_sample) == (mono.words, mono.frame_count, mono.end_sample)
    assert integrated_lufs(stereo.energies) == pytest.approx(integrated_lufs(mono.energies), abs=0.2)
    assert len(stereo.levels) == stereo.frame_count
    assert max(decibels(clip.peak) for clip in (mono, stereo)) <= -3
    left, right = np.sqrt((heard.astype(float) ** 2).mean(axis=0))
    assert np.sign(round((right - left) / (right + left), 1)) == np.sign(pan)


def test_the_same_utterance_gives_the_same_bytes(engine_process, voice):
    one, two = (record(Utterance(TEXT, voice), Chain(), 64, engine_process.speak) for _ in range(2))
    assert one == two


def test_words_are_where_their_sound_begins(engine_process, voice):
    """By the energy's onset: a word that follows a comma or a full stop begins where silence ends."""
    audio = render(Utterance("Stone. Paper. Table. Copper. Garden.", voice), Chain(gain_db=11), engine_process.speak)
    level = np.abs(audio.pcm.astype(float))
    smooth = np.convolve(level, np.ones(220) / 220, "same")
    loud = smooth > smooth.max() * 0.03
    for word in audio.words:
        around = loud[max(0, word.start_sample - 6000) : word.start_sample + 6000]
        onset = max(0, word.start_sample - 6000) + int(np.argmax(around & ~np.roll(around, 1)))
        assert abs(onset - word.start_sample) < 0.08 * 44100


def test_silence_at_both_ends_is_trimmed_and_words_move_with_it(sine):
    tone = sine(rate_hz=22050)
    pcm = np.concatenate([np.zeros(11025, np.int16), tone, np.zeros(22050, np.int16)])
    take = trimmed(Take(pcm.tobytes(), 22050, (Word(0, 4, 11025, 33075), Word(5, 9, 33075, 55125)), is_timed=True))
    assert take.samples == pytest.approx(22050 * 1.05, abs=10)
    assert take.words[0].start_sample == pytest.approx(220, abs=5)
    assert take.words[1].end_sample == take.samples


@pytest.mark.parametrize("offset", [0, 900, -4000])
def test_silence_is_what_the_edges_have_however_lopsided_the_sound(sine, offset):
    """espeak-ng's pulses go to one side: the mean of a take is no silence of it."""
    pulses = np.maximum(sine(120, rate_hz=22050, level_dbfs=-3), 0)
    pcm = np.concatenate([np.zeros(11025, np.int16), pulses, np.zeros(22050, np.int16)]) + np.int16(offset)
    take = trimmed(Take(pcm.tobytes(), 22050, (), is_timed=True))
    assert take.samples == pytest.approx(22050 * 1.05, abs=200)


def test_no_sound_is_cut_off(engine_process, roster):
    """The softest of onsets and ends, in all English voices and in those with breath or echo."""
    english = [voice.id for voice in roster.voices if voice.languages[0].startswith("en")]
    for name in [*english, *(f"en-us+{variant}" for variant in ("f2", "f5", "whisper", "klatt", "michel"))]:
        take = engine_process.speak(Utterance("Fifty who hush a sheaf of myth.", Voice("espeak_ng", name, "en")))
        kept, whole = (np.frombuffer(said.pcm, "<i2").astype(float) for said in (trimmed(take), take))
        cut = whole.copy()
        begin = int(np.argmax(np.correlate(whole, kept, "valid")))
        cut[begin : begin + len(kept)] = 0
        assert np.abs(cut).max() <= 10 ** (-55 / 20) * 32768, name
        assert len(kept) <= np.ptp(np.flatnonzero(whole)) + 0.052 * take.rate_hz, name


@pytest.mark.parametrize("level", [0, 30, 5000])
def test_silence_is_no_take_whatever_its_offset(level):
    with pytest.raises(SpeechError, match="silent"):
        trimmed(Take(np.full(2000, level, "<i2").tobytes(), 22050, (), is_timed=True))


@pytest.mark.parametrize("goal_dbtp", [TRUE_PEAK_DBTP, -6])
@pytest.mark.parametrize("channels", [1, 2])
def test_the_true_peak_stays_under_the_goal_however_loud_the_stem(sine, channels, goal_dbtp):
    square = np.sign(sine(440, 1)).astype(np.int16) * 32000
    clip = encode_clip(
        MasteredAudio(square if channels == 1 else np.stack([square, square], axis=1)), 64, true_peak_dbtp=goal_dbtp
    )
    assert decibels(clip.peak) <= goal_dbtp
    assert decibels(np.abs(encoder.decode(clip.frames).astype(float)).max() / 32768) <= goal_dbtp
