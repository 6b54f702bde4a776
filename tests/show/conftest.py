"""A show that is committed as `podcast build` commits it, without the seconds that a voice takes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from feed.show import Chapter
from podcast.config.settings import Settings
from podcast.episode.archive import Archive
from podcast.episode.assembly import Assembled
from podcast.episode.cover import Cover
from podcast.episode.facts import Coverage, Span
from podcast.episode.timeline import Placed, Timeline
from podcast.show.commit import EpisodeVoices, FinishedEpisode, publish
from podcast.show.site import Branding
from podcast.sound.codec import mp3
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from voices.speech import Word

COMMITTED = datetime(2026, 3, 8, 12, 30, 15, tzinfo=UTC)
BRANDING = Branding("Shore Letters", "cover-0badcafe.jpg", Cover(b"a picture"))
FRAMES = mp3.silence(120, 64)


@dataclass(frozen=True)
class CommittedShow:
    folder: Path
    settings: Settings

    @property
    def archive(self):
        return Archive(self.folder / "public")

    def commit(self, name, text=None, now=COMMITTED, **facts):
        """Half a second a word, three chapters, a picture. `text`: what the file `name` is to say from now on."""
        if text is not None:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(text, "utf-8")
        archive, essay = self.archive, read_essay((self.folder / name).read_bytes(), name)
        script = write_script(essay, says_title=False)
        assembled = Assembled(Timeline(tuple(_placed(script)), 120), -16.25, -1.5, bytes([255]) * 120)
        chapters = (Chapter(0, "One"), Chapter(900, "Two", image_url="pond.png"), Chapter(1800, "Three"))
        speakers = EpisodeVoices(("espeak_ng:en-us",), ("Anna reads, CC BY 4.0",))
        proof = Coverage(len(essay.source), "0a", (Span(0, 5, 0, 900),))
        with archive.stage() as body, archive.stage() as ogg:
            body.write(FRAMES)
            ogg.write(b"OggS and more")
            pictures = {"pond.png": b"jpeg"}
            made = FinishedEpisode(essay, name, script, assembled, speakers, chapters, pictures, proof, body, ogg)
            with archive.locked():
                return publish(replace(made, **facts), BRANDING, self.settings, archive, now)


def _placed(script):
    sample = 0
    for index, segment in enumerate(script.segments):
        words, at, begin = [], 0, sample
        for part in segment.text.split():
            at = segment.text.index(part, at)
            words.append(Word(at, at + len(part), sample, sample + 22_050))
            at, sample = at + len(part), sample + 22_050
        yield Placed(index, segment.text, begin, sample, tuple(words), is_timed=True)


@pytest.fixture
def committed_show(tmp_path):
    """`base_url` is said in the first commit alone, as by --base-url."""
    return CommittedShow(tmp_path, Settings())
