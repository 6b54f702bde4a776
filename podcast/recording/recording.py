"""The recording of an episode: its cast and its music, taken until all of it is at the show's loudness.

request = RecordingRequest(script, reader, welcome, sign_off, settings, folder)
recorded = record_episode(request, body, BuildOptions(jobs=2, store=store))         # MP3 frames in `body`
recorded.assembled.timeline, recorded.voiced
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from podcast.config.greetings import greetings_of
from podcast.config.settings import Settings
from podcast.episode.assembly import Assembled, BedPart, ClipPart, assemble
from podcast.episode.rundown import wants_sting
from podcast.recording.accompaniment import load_accompaniment
from podcast.recording.failures import FailedPassage, UnvoicedError
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.options import BuildOptions, OnProgress, Progress
from podcast.recording.plan import RecordingPlan
from podcast.sound import SAMPLE_RATE_HZ
from podcast.text.script import Script
from podcast.voicing.casting import likely_engine
from podcast.voicing.reading_aloud import TextReader
from podcast.voicing.ready_voices import characters_of, prepare_cast, ready_for

LOUDNESS_TOLERANCE_LU = 0.38  # what is told and what another meter says may differ by 0.1
MOST_RECORDINGS = 3


@dataclass(frozen=True, slots=True)
class RecordingRequest:
    """What is to be recorded, and how."""

    script: Script
    reader: TextReader
    welcome: str  # an empty text is not said
    sign_off: str
    settings: Settings
    folder: Path  # where the paths of music start


@dataclass(frozen=True, slots=True)
class RecordedEpisode:
    assembled: Assembled
    voiced: int  # segments that an engine said for this recording
    unspoken: tuple[str, ...]  # languages of passages for which there is no voice
    has_fixed_voices: bool  # all of them are known by their versions; a system's own may change, and nobody is told
    voices: tuple[str, ...]  # ENGINE:VOICE of all that speak
    credits: tuple[str, ...]  # lines that their licences ask for
    advice: tuple[str, ...]  # to the writer, about voices
    script: Script  # that was recorded
    gaps: tuple[FailedPassage, ...] = ()  # what it lacks of the one that was to be
    damaged: int = 0  # recordings that were kept, and could not be believed any more


def record_episode(request: RecordingRequest, body: IO[bytes], options: BuildOptions) -> RecordedEpisode:
    """Write the frames to `body`.

    Raises PodcastError for music, voices or words that can't be had, and UnvoicedError with all that could not be said.
    """
    script, settings = request.script, request.settings
    plays_sting = wants_sting(script, before_chapters=settings.sting.before_chapters)
    with JobRunner(
        jobs=min(options.jobs, len(script.segments) + 2),
        driver=likely_engine(settings, request.reader.language),
        store=options.store,
        workers=options.workers,
        workforce=options.workforce,
        meanwhile=options.meanwhile,
    ) as runner:
        music = load_accompaniment(settings, request.folder, runner, plays_sting=plays_sting)
        languages = greetings_of(settings).languages(request.reader.language)
        cast = prepare_cast(runner, settings, request.reader, characters_of(script, languages))
        cast = ready_for(script, zip((request.welcome, request.sign_off), languages, strict=True), cast, runner)
        plan = RecordingPlan(script, request.welcome, request.sign_off, music, cast, settings)
        gaps: tuple[FailedPassage, ...] = ()
        while True:
            tally = _Tally(len(plan.script.segments), options.on_progress)
            try:
                assembled = _at_loudness(plan, runner, tally, body)
                break
            except UnvoicedError as error:
                if not options.skips_failed or error.is_hopeless:
                    raise
                plan, gaps = plan.without(error.passages), (*gaps, *error.passages)
        damaged = runner.damaged
    return RecordedEpisode(
        assembled=assembled,
        script=plan.script,
        gaps=gaps,
        voiced=len(tally.voiced),
        unspoken=cast.unspoken,
        has_fixed_voices=cast.has_fixed_voices,
        voices=tuple(sorted(f"{voice.driver}:{voice.id}" for voice in cast.voices)),
        credits=cast.credits,
        advice=cast.advice,
        damaged=damaged,
    )


def _at_loudness(plan: RecordingPlan, runner: JobRunner, tally: "_Tally", body: IO[bytes]) -> Assembled:
    """The first recording, unless a short script comes out too loud or soft; then one that makes up for it.

    So does one whose peaks are too high: no clip's are, but on a bed they are known only when all is encoded.
    """
    settings = plan.settings
    goal = settings.sound
    for _ in range(MOST_RECORDINGS):
        body.seek(0)
        body.truncate()
        parts = tally.of(plan.record(runner))
        assembled = assemble(parts, body, settings.bitrate_kbps, settings.channels, plan.bed)
        missing_lu = goal.loudness_lufs - assembled.loudness_lufs
        excess_db = assembled.true_peak_dbtp - goal.true_peak_dbtp
        if abs(missing_lu) <= LOUDNESS_TOLERANCE_LU and excess_db <= 0:
            break
        plan = plan.louder(missing_lu, excess_db)
    return assembled


@dataclass(frozen=True, slots=True)
class _Tally:
    """Counts the parts of a recording as they pass, and which segments were voiced in any."""

    total: int
    on_progress: OnProgress
    voiced: set[int] = field(default_factory=set)

    def of(self, parts: Iterable[ClipPart | BedPart]) -> Iterator[ClipPart | BedPart]:
        done = samples = 0
        for part in parts:
            yield part
            if part.segment is not None:
                done += 1
                self.voiced.update({part.segment} if part.is_voiced else ())
            samples += part.samples
            self.on_progress(Progress(done, self.total, samples * 1000 // SAMPLE_RATE_HZ))
