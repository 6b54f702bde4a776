"""What is recorded for each kind of job: all that it says is heard, and it comes back from its bytes as it was."""

from dataclasses import replace

import numpy as np
import pytest

from podcast.cache.store import Store
from podcast.recording.jobs.questions import Calibration, Proof, Sounds, Voices
from podcast.recording.jobs.render_jobs import (
    BedMusic,
    MixClipJob,
    MixJob,
    SpeechClipJob,
    SpeechJob,
    SpeechOnBedJob,
    essence,
    voices_in,
)
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.jobs.stopwatch import Timed
from podcast.recording.jobs.takes import Takes
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.dsp.chain import Chain
from podcast.sound.music.piece import Piece
from podcast.sound.music.shapes import BedShape, MusicShape
from voices.speech import Utterance

OURS = Piece.of("sting.opus", -16.0, 1, is_ours=True)
OWN = replace(OURS, path=str(OURS.file), is_ours=False)
TEXT = "Rivers bend. Ponds do not."
SHORT = MusicShape(before_s=0.5, after_s=0.5, fade_out_s=0.2)


@pytest.fixture(scope="module")
def speaker(tmp_path_factory):
    with Speaker(Takes(Store(tmp_path_factory.mktemp("takes")))) as speaker:
        yield speaker


@pytest.fixture(scope="module")
def said(voice):
    return SpeechJob(Utterance(TEXT, voice), Chain(gain_db=11))


def test_a_pause_between_sentences_is_as_long_as_was_asked_for(speaker, said):
    jobs = (said, *(replace(said, sentence_pause_ms=pause) for pause in (0, 900)))
    by_engine, none, long = (len(job.made(speaker).pcm) / SAMPLE_RATE_HZ for job in jobs)
    assert long - none == pytest.approx(0.9, abs=0.05)
    assert none + 0.1 < by_engine < long


def test_what_was_not_encoded_comes_back_to_the_sample(speaker, said):
    for job in (said, replace(said, chain=replace(said.chain, stereo=True))):
        made = job.made(speaker)
        again = job.unpacked(job.packed(made))
        assert np.array_equal(made.pcm, again.pcm)
        assert made.pcm.shape == again.pcm.shape
        assert (made.words, made.is_timed) == (again.words, again.is_timed)
        assert made.is_timed
        assert [TEXT[word.start : word.end] for word in made.words] == ["Rivers", "bend.", "Ponds", "do", "not."]


def test_a_mix_is_of_words_and_music_or_of_one_of_them(speaker, said):
    both, words, music = (
        MixJob(voice, piece, SHORT, -1.0).made(speaker) for voice, piece in ((said, OURS), (said, None), (None, OURS))
    )
    assert len(both.words) == len(words.words) == 5
    assert music.words == ()
    assert both.words[0].start_sample - words.words[0].start_sample == pytest.approx(SAMPLE_RATE_HZ / 2, abs=500)
    assert len(both.pcm) > len(words.pcm)


@pytest.mark.parametrize("limit_dbtp", [-1.0, -9.0])
def test_no_peak_of_any_clip_is_over_its_limit(limit_dbtp, speaker, said):
    loud = replace(said, chain=replace(said.chain, gain_db=24.0, true_peak_dbtp=limit_dbtp))
    bed = BedMusic(replace(OURS, gain_db=12.0), BedShape(), limit_dbtp)
    for job in (
        SpeechClipJob(loud, 64),
        MixClipJob(MixJob(loud, OURS, SHORT, limit_dbtp), 64),
        SpeechOnBedJob(loud, bed, 64),
    ):
        peak_dbtp = 20 * np.log10(job.made(speaker).peak)
        assert limit_dbtp - 3 < peak_dbtp <= limit_dbtp + 0.1, job.kind


def test_a_clip_has_as_many_bits_as_were_asked_for(speaker, said):
    clips = [SpeechClipJob(said, kbps).made(speaker) for kbps in (64, 128)]
    assert len(clips[1].frames) == pytest.approx(2 * len(clips[0].frames), rel=0.01)
    framing = MixClipJob(MixJob(None, OURS, SHORT, -1.0), 64)
    assert len(framing.made(speaker).frames) < len(replace(framing, bitrate_kbps=128).made(speaker).frames)


def test_a_clip_comes_back_as_it_was(speaker, said):
    for job in (SpeechClipJob(said, 64), MixClipJob(MixJob(said, None, SHORT, -1.0), 64)):
        made = job.made(speaker)
        assert job.unpacked(job.packed(made)) == made


def test_of_a_bed_its_length_counts_and_its_end_goes_over_into_its_beginning():
    whole = BedMusic(OURS, BedShape(), -3.0).made()
    assert (whole.true_peak_dbtp, whole.settings) == (-3.0, BedShape())
    cut = BedMusic(OURS, BedShape(), -1.0, length_s=1.0).made().loop.stretch(0, 2 * SAMPLE_RATE_HZ)
    assert np.array_equal(cut[:SAMPLE_RATE_HZ], cut[SAMPLE_RATE_HZ:])
    assert np.array_equal(cut[:SAMPLE_RATE_HZ], whole.loop.stretch(0, SAMPLE_RATE_HZ))
    assert not np.array_equal(cut, whole.loop.stretch(0, 2 * SAMPLE_RATE_HZ))
    lapped = BedMusic(OURS, BedShape(), -1.0, length_s=1.0, lap_s=0.25).made().loop.stretch(0, 2 * SAMPLE_RATE_HZ)
    lap = SAMPLE_RATE_HZ * 3 // 4
    assert np.array_equal(lapped[:lap], lapped[lap : 2 * lap])


def test_music_that_was_composed_to_go_round_gets_no_louder_where_its_end_meets_its_beginning():
    alike, other = (
        BedMusic(OURS, BedShape(), -1.0, is_round=is_round, length_s=1.0, lap_s=0.25).made().loop.stretch(0, 10_000)
        for is_round in (True, False)
    )
    assert not np.array_equal(alike, other)


def test_a_passage_on_a_bed_begins_when_the_bed_has_come(speaker, said):
    early, late = (
        SpeechOnBedJob(said, BedMusic(OURS, BedShape(fade_s=fade_s), -1.0), 64).made(speaker) for fade_s in (0.5, 1.0)
    )
    assert late.words[0].start_sample - early.words[0].start_sample == pytest.approx(SAMPLE_RATE_HZ / 2, abs=50)
    assert late.end_sample - early.end_sample == pytest.approx(SAMPLE_RATE_HZ, abs=2500)


# --- where it can be made, and what is kept of it ---------------------------------------------------------------------


def framing(voice, music):
    return MixClipJob(MixJob(voice, music, SHORT, -1.0), 64)


def on_bed(voice, music):
    return SpeechOnBedJob(voice, BedMusic(music, BedShape(), -1.0), 64)


@pytest.fixture
def everything(said, voice):
    """One job of each kind."""
    return (
        said,
        SpeechClipJob(said, 64),
        framing(said, OURS).mix,
        framing(said, OURS),
        on_bed(said, OURS),
        Calibration(voice, Chain(), -16.0),
        Proof(OURS),
        Voices("espeak_ng", "1"),
        Sounds(("river",), voice),
        Timed(SpeechClipJob(said, 64)),
    )


def test_no_two_kinds_of_job_share_a_name(everything):
    assert len({job.kind for job in everything}) == len(everything)


def test_another_machine_makes_clips_that_need_no_file_of_this_one(said, everything):
    away = (SpeechClipJob(said, 64), framing(said, None), framing(said, OURS), framing(None, OURS), on_bed(said, OURS))
    assert all(job.is_portable for job in away)
    assert not any(job.is_portable for job in (framing(said, OWN), framing(None, OWN), on_bed(said, OWN)))
    assert {job.kind for job in everything if job.is_portable} == {job.kind for job in away}


def test_clips_and_answers_that_stay_true_are_kept(everything):
    kept = {type(job) for job in everything if job.is_kept}
    assert kept == {SpeechClipJob, MixClipJob, SpeechOnBedJob, Calibration, Proof, Voices}


def test_where_a_file_lies_is_no_part_of_what_a_job_is(said):
    here, there = on_bed(said, OWN), on_bed(said, replace(OWN, path="there.opus"))
    assert essence(here) == essence(there)
    assert essence(here) != essence(on_bed(said, replace(OWN, sha256="0a")))


def test_what_a_job_is_says_every_number_in_it(said):
    told = essence(on_bed(said, OURS))
    assert told["bitrate_kbps"] == 64
    assert told["bed"]["shape"]["fade_s"] == BedShape().fade_s
    assert told["voice"]["utterance"]["text"] == TEXT
    assert told["voice"]["chain"]["allpass_hz"] == [120, 200, 350, 500, 800]


def test_all_who_speak_in_a_job_are_found(everything, voice):
    mute = {"proof", "roster"}
    assert {job.kind for job in everything if not [*voices_in(job)]} == mute
    assert {one for job in everything for one in voices_in(job)} == {voice}
