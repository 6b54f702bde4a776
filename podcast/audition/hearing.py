"""The recording of an audition: one voice after the other, each at the show's loudness, and what was measured of it.

    audition = hear(candidates, Task(passage, reader, settings), runner, body)        # MP3 frames in `body`
    [(one.name, one.start_ms, one.loudness_lufs) for one in audition.heard], audition.absent

A voice is mastered as an episode is: recorded again with what its loudness lacks, until it is as loud as the show.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, TypeVar

from podcast.audition.candidates import Candidate, installed
from podcast.audition.results import Absent, Audition, HeardVoice, Task
from podcast.config.settings import Settings
from podcast.episode.assembly import ClipPart, assemble
from podcast.episode.timeline import Placed, to_ms
from podcast.errors import PodcastError
from podcast.recording.jobs.render_jobs import SpeechClipJob
from podcast.recording.jobs.runner import JobRunner
from podcast.recording.jobs.stopwatch import Timed
from podcast.recording.options import OnProgress, Progress
from podcast.recording.recording import LOUDNESS_TOLERANCE_LU, MOST_RECORDINGS
from podcast.sound import SAMPLE_RATE_HZ
from podcast.sound.codec.clip import Clip
from podcast.sound.dsp.loudness import decibels, integrated_lufs
from podcast.text.essay import NARRATOR
from podcast.voicing.casting import choose_cast
from podcast.voicing.reading_aloud import refuse_unsayable, utterance
from podcast.voicing.ready_voices import Narration, naming, prepare_cast
from voices.engine import engine
from voices.rosters import Rosters
from voices.speech import InstalledVoice

PAUSE_MS = 1200  # between two voices

_Result = TypeVar("_Result")

_AFTER_NAME_MS = 650
_LONGEST_WORD = 15  # letters on an average: where words are longer, there are no spaces, and no words to count


@dataclass(frozen=True, slots=True)
class _Performed:
    candidate: Candidate
    narration: Narration
    announcement: Clip
    passage: Clip
    speed: float | None
    known: InstalledVoice  # what its engine tells of who speaks
    credit: str

    @property
    def samples(self) -> int:
        return sum(clip.end_sample - clip.start_sample for clip in (self.announcement, self.passage))


def hear(
    candidates: Sequence[Candidate],
    task: Task,
    runner: JobRunner,
    body: IO[bytes],
    *,
    is_strict: bool = False,
    on_progress: OnProgress = lambda _: None,
) -> Audition:
    """Raises PodcastError for a voice that can't say the passage: with `is_strict` for any of them, else for all."""
    absent: list[Absent] = []

    def tried(step: Callable[[Candidate], _Result], candidate: Candidate) -> list[_Result]:
        try:
            return [step(candidate)]
        except PodcastError as error:
            if is_strict:
                raise
            absent.append(Absent(candidate.name, " ".join(str(error).split())))
            return []

    rosters = runner.rosters(task.settings.voice.driver)
    able = [one for each in candidates for one in tried(lambda one: _able(one, task, rosters), each)]
    performed: list[_Performed] = []
    for number, one in enumerate(able):
        on_progress(Progress(number, len(able), sum(to_ms(before.samples) for before in performed)))
        performed += tried(lambda one: _performed(one, task, runner), one)
    if not performed:
        raise PodcastError("No voice can say the passage", remedy="\n".join(f"{a.name}: {a.reason}" for a in absent))
    assembled = assemble(_parts(performed), body, task.settings.bitrate_kbps, task.settings.channels)
    placed = assembled.timeline.placed
    heard = map(_heard, performed, placed[::2], placed[1::2], [task.spoken] * len(performed))
    return Audition(task, tuple(heard), tuple(absent), assembled.timeline.duration_ms)


def _able(candidate: Candidate, task: Task, rosters: Rosters) -> Candidate:
    """Raises PodcastError for one that doesn't speak the language or lacks a sound of the lexicon; voices nothing."""
    company = choose_cast(rosters, task.settings.narrated_by(candidate.name), task.reader.language, ())
    said = utterance(task.reader.form(task.passage), company[NARRATOR, ""].voice)
    refuse_unsayable([said], JobRunner.unsayable)
    return candidate


def _performed(candidate: Candidate, task: Task, runner: JobRunner) -> _Performed:
    cast = prepare_cast(runner, task.settings.narrated_by(candidate.name), task.reader)
    announcement = task.announcement(candidate.title)
    texts = [(cast.narrator, text, "") for text in (announcement, task.passage)]
    with naming(task.passage):
        narration = cast.knowing(texts, runner).narrator
    narration, passage, speed = _at_loudness(narration, task, runner)
    with naming(announcement):
        name = runner.result(_job(narration, announcement, task.settings))
    voice = narration.voice
    known = installed(voice.driver, voice.id, runner.rosters(task.settings.voice.driver))
    return _Performed(candidate, narration, name, passage, speed, known, "; ".join(cast.credits))


def _at_loudness(narration: Narration, task: Task, runner: JobRunner) -> tuple[Narration, Clip, float | None]:
    """The passage at the show's loudness, who says it so, and how fast it was said when it was said first."""
    speed = None
    for number in range(MOST_RECORDINGS):
        with naming(task.passage):
            outcome = next(runner.outcomes([Timed(_job(narration, task.passage, task.settings))]))
        if number == 0 and outcome.is_voiced:
            speed = outcome.made.speed
        clip = outcome.made.clip
        missing_lu = task.settings.sound.loudness_lufs - integrated_lufs(clip.energies)
        if abs(missing_lu) <= LOUDNESS_TOLERANCE_LU or number == MOST_RECORDINGS - 1:
            break
        narration = narration.louder(missing_lu)
    return narration, clip, speed


def _job(narration: Narration, text: str, settings: Settings) -> SpeechClipJob:
    return SpeechClipJob(narration.reading(text).job, settings.bitrate_kbps)


def _parts(performed: Sequence[_Performed]) -> Iterator[ClipPart]:
    for number, one in enumerate(performed):
        yield ClipPart(one.announcement, one.candidate.title, PAUSE_MS if number else 0)
        yield ClipPart(one.passage, one.candidate.name, _AFTER_NAME_MS)


def _heard(one: _Performed, name: Placed, passage: Placed, spoken: str) -> HeardVoice:
    voice = one.narration.voice
    return HeardVoice(
        name=one.candidate.name,
        engine=voice.driver,
        voice=voice.id,
        description=one.candidate.described(voice.driver, one.known),
        licence=one.known.licence or engine(voice.driver).licence,
        credit=one.credit,
        start_ms=to_ms(name.start_sample),
        end_ms=to_ms(passage.end_sample),
        rate_wpm=_rate_wpm(spoken, (passage.end_sample - passage.start_sample) / SAMPLE_RATE_HZ),
        loudness_lufs=round(integrated_lufs(one.passage.energies), 1),
        true_peak_dbtp=round(decibels(max(one.passage.peak, one.announcement.peak)), 1),
        speed=None if one.speed is None else round(one.speed, 1),
    )


def _rate_wpm(spoken: str, seconds: float) -> int | None:
    words = len(spoken.split())
    return None if len(spoken) > words * _LONGEST_WORD else round(60 * words / seconds)
