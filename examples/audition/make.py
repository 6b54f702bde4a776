"""The audition page: one text through each stage of the way, to hear what every one of them does.

    python examples/audition/make.py        # writes index.html and an MP3 for each stage beside this file

The first stages have one voice; the later ones are whole little episodes, assembled as `podcast build` does it. All go
through the product's own encoder, so nothing else is between two of them.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from podcast.config.settings import BedSettings, CastSettings, GreetingSettings, Settings
from podcast.recording.jobs.render_jobs import SpeechClipJob
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.jobs.speaker import Speaker
from podcast.recording.options import BuildOptions
from podcast.recording.recording import RecordingRequest, record_episode
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec import encoder
from podcast.sound.dsp.filters import filtered
from podcast.sound.dsp.pacing import paced
from podcast.sound.hearing import listen
from podcast.sound.record import MasteredAudio, trimmed
from podcast.text.lexicon import Lexicon
from podcast.text.reading import read_essay
from podcast.text.script import write_script
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.ready_voices import prepare_cast
from voices.speech import Take, Utterance

HERE = Path(__file__).parent
SENTENCES = "Dr. Marsh paid $3.5m in 1984. Was it worth it? By 7:30 a.m., 85–90% of St. Paul St. had heard of it."
TALK = """\
## What a lock knows

HOST: You keep notes?

GUEST: On paper. Over the door it said [Frappez, mais n'entrez pas]{lang=fr}.

> A lock is a diary that nobody meant to keep.

HOST: Show me.

***

[sting]

And so the door closed by itself, with no sound at all.
"""
QUIET = GreetingSettings(music="none")


@dataclass(frozen=True)
class Stage:
    name: str
    title: str
    what: str
    file: str
    duration_s: float
    loudness_lufs: float
    true_peak_dbtp: float


def main() -> None:
    stages = [stage(number, *made) for number, made in enumerate([*one_voice(), *episodes()], 1)]
    jinja = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    page = jinja.get_template("page.jinja").render(stages=stages, sentences=SENTENCES, talk=TALK)
    (HERE / "index.html").write_text(page + "\n", "utf-8")


def stage(number: int, name: str, title: str, what: str, frames: bytes) -> Stage:
    file = HERE / f"{number}-{name}.mp3"
    file.write_bytes(frames)
    heard = listen(file)
    if heard.loudness_lufs is None or heard.true_peak_dbtp is None:
        raise RuntimeError(f"{file} can't be heard: {heard.fault}")
    return Stage(name, title, what, file.name, heard.duration_ms / 1000, heard.loudness_lufs, heard.true_peak_dbtp)


def one_voice() -> Iterator[tuple[str, str, str, bytes]]:
    settings = Settings()
    reader, literal = (TextReader(Lexicon(), "en-us", expands) for expands in (True, False))
    with JobRunner() as crew, Speaker() as speaker:
        narrator = prepare_cast(crew, settings, reader).narrator
        written, said = (
            speaker.speak(Utterance(one.form(SENTENCES).text, narrator.voice)) for one in (literal, reader)
        )
        yield (
            "engine",
            "The engine alone",
            f"{narrator.voice.driver} is given what is written, as it stands.",
            encoded(written),
        )
        yield "words", "In words", f"It is given “{reader.form(SENTENCES).text}”", encoded(said)
        even = paced(trimmed(said), reader.form(SENTENCES).text, narrator.pauses.sentence)
        what = f"Its silence at both ends is cut off; after a sentence there are {narrator.pauses.sentence} ms."
        yield "paced", "Trimmed and paced", what, encoded(even)
        what = "Compressor, limiter, and the gain between them: the narrator at the show’s loudness."
        clip = crew.result(SpeechClipJob(narrator.reading(SENTENCES).performance, settings.bitrate_kbps))
        yield "mastered", "Mastered", what, clip.frames


def encoded(take: Take) -> bytes:
    """The take as it is, at our rate."""
    pcm = filtered(np.frombuffer(take.pcm, "<i2"), take.rate_hz, ("aresample", str(SAMPLE_RATE_HZ)))
    return encoder.encode(encoder.padded(MasteredAudio(pcm).pcm), 64)


def episodes() -> Iterator[tuple[str, str, str, bytes]]:
    bare = Settings(opening=QUIET, closing=QUIET)
    bare = replace(bare, sting=replace(bare.sting, music="none"))
    what = "Announcer, two speakers and a second voice for the quotation, all of one net; French by espeak-ng."
    yield "cast", "A cast", what, episode(bare)
    with_music = replace(
        bare, opening=replace(Settings().opening, text="This is the audition."), sting=Settings().sting
    )
    yield "music", "Opening and sting", "Music alone, ducked under the welcome, gone; a sting.", episode(with_music)
    bed = replace(bare, bed=BedSettings(music="default"), sting=Settings().sting)
    yield "bed", "On a bed", "Music under all of it, 8 dB further down under each voice.", episode(bed)
    pans = {"HOST": CastSettings(pan=-0.5), "GUEST": CastSettings(pan=0.5)}
    stereo = replace(bare, cast=pans, sound=replace(bare.sound, stereo=True))
    yield "stereo", "In stereo", "The host on the left, the guest on the right, and as loud as before.", episode(stereo)


def episode(settings: Settings) -> bytes:
    essay = read_essay(TALK.encode(), "talk.md", title="Audition")
    script = write_script(essay, says_title=True, roles=settings.roles, language="en-us")
    brief = RecordingRequest(
        script,
        TextReader(Lexicon(), "en-us"),
        settings.opening.text or "",
        settings.closing.text or "",
        settings,
        folder=HERE,
    )
    stream = io.BytesIO()
    record_episode(brief, stream, BuildOptions(jobs=2))
    return stream.getvalue()


if __name__ == "__main__":
    main()
