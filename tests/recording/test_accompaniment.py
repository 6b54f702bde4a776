from dataclasses import replace

import pytest

from podcast.config.settings import Settings
from podcast.errors import PodcastError
from podcast.recording.accompaniment import load_accompaniment
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
