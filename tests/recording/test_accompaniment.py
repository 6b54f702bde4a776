from dataclasses import replace

import numpy as np
import pytest

from podcast.config.settings import Settings
from podcast.errors import PodcastError
from podcast.recording.accompaniment import BED_LAP_S, BED_LENGTH_S, load_accompaniment
from podcast.sound.music.load import pcm_of
from podcast.sound.music.mix import samples
from podcast.sound.music.piece import Piece
from voices.speech import SpeechError


class Exhausted:
    """A runner whose workers are ended, whatever they are at: memory has run out."""

    def result(self, _job):
        raise SpeechError("ended twice")


def test_music_that_ends_those_who_read_it_is_named(tmp_path):
    (tmp_path / "theme.wav").write_bytes(b"RIFF")
    settings = Settings()
    wish = replace(settings, opening=replace(settings.opening, music="theme.wav"))
    with pytest.raises(PodcastError, match=r"ended twice.*theme\.wav"):
        load_accompaniment(wish, tmp_path, Exhausted(), plays_sting=False)


def test_the_bed_that_ships_ends_as_it_begins():
    """So it goes round without a seam: it was composed with its beginning once more at its end."""
    pcm = pcm_of(Piece.of("bed.opus", level_lufs=-30, channels=1, is_ours=True).made())
    assert len(pcm) == samples(BED_LENGTH_S)
    lap = samples(BED_LAP_S)
    assert np.corrcoef(pcm[:lap], pcm[-lap:])[0, 1] > 0.95
