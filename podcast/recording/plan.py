"""The recording of a script: what is to be made of each of its items, and all of it in order.

    music = load_accompaniment(settings, folder, runner, plays_sting=…)       # before anything is voiced
    cast = prepare_cast(runner, settings, reader, characters_of(script))
    plan = RecordingPlan(script, welcome, sign_off, music, cast, settings)
    for part in plan.record(runner):                                       # as they are wanted
        …

What is voiced depends on no music: a take is made of a text and a voice, and mixing and encoding come after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise, tee
from typing import TYPE_CHECKING, Any

from podcast.config.greetings import greetings_of
from podcast.config.settings import Settings
from podcast.episode.assembly import BedPart, ClipPart
from podcast.episode.rundown import RundownItem, Shape, What, rundown
from podcast.recording.accompaniment import Accompaniment
from podcast.recording.failures import MOST_IN_A_ROW, FailedPassage, UnvoicedError, without
from podcast.recording.jobs.render_jobs import MixClipJob, MixJob, RenderJob, SpeechClipJob, SpeechJob, SpeechOnBedJob
from podcast.recording.jobs.runner import JobRunner, Rendered
from podcast.sound.music.piece import Piece
from podcast.sound.music.shapes import MusicShape
from podcast.text.essay import Kind
from podcast.text.script import Script, Segment
from podcast.voicing.ready_voices import Cast, Reading
from voices.speech import SpeechError

if TYPE_CHECKING:
    from podcast.sound.music.bed import Bed

MOST_MISSING_LU = 1.0  # that are made up for by gain, where there is a bed
SOFTER_BED_DB = -9.0
STING_EDGES = MusicShape(fade_in_s=0.005, fade_out_s=0.05)


@dataclass(frozen=True)
class RecordingPlan:
    script: Script
    welcome: str  # an empty text is not said
    sign_off: str
    music: Accompaniment
    cast: Cast
    settings: Settings

    def record(self, runner: JobRunner) -> Iterator[ClipPart | BedPart]:
        """Opening, segments, stings and closing, each with the pause before it.

        Parts are encoded, each apart; lines are to lie on the bed. Raises UnvoicedError, when all the
        others are recorded, with those that could not be voiced.
        """
        items = self.items()
        if items[-1].what is What.CLOSING:
            runner.begin(self._planned(items[-1]).job)
        takes, ahead = tee(map(self._planned, items))
        failed: list[FailedPassage] = []
        for planned, outcome in zip(takes, runner.attempts(planned.job for planned in ahead), strict=True):
            if not isinstance(outcome, SpeechError):
                yield planned.placed(outcome)
                continue
            failed.append(self._failed(planned, outcome))
            if len(failed) == MOST_IN_A_ROW and planned.item is items[MOST_IN_A_ROW - 1]:
                raise UnvoicedError(failed, is_hopeless=True)
        if failed:
            raise UnvoicedError(failed)

    def louder(self, gain_db: float, excess_db: float = 0) -> "RecordingPlan":
        """The same with more gain, and held so much lower where its peaks were too high.

        Much too soft is an essay on a bed whose pauses are so long that a meter takes the bed for a part of what is
        said (BS.1770-4's relative gate). More gain would push the voice far over the goal: there the bed steps back.
        """
        if self._is_all_on_bed and gain_db > MOST_MISSING_LU:
            return replace(self, music=self.music.with_softer_bed(SOFTER_BED_DB))
        return replace(self, cast=self.cast.louder(gain_db), music=self.music.louder(gain_db).held(excess_db))

    def without(self, failed: Sequence[FailedPassage]) -> "RecordingPlan":
        """Raises UnvoicedError when that is all there is."""
        greetings = {one.text for one in failed if one.segment is None}
        script = without(self.script, failed)
        if not script.segments:
            raise UnvoicedError(failed, is_hopeless=True)
        welcome, sign_off = ("" if text in greetings else text for text in (self.welcome, self.sign_off))
        return replace(self, script=script, welcome=welcome, sign_off=sign_off)

    def items(self) -> tuple[RundownItem, ...]:
        shape = Shape(
            opens=bool(self.welcome or self.music.opening),
            closes=bool(self.sign_off or self.music.closing),
            has_sting=self.music.sting is not None,
            before_chapters=self.settings.sting.before_chapters,
        )
        items = rundown(self.script, self.cast.narrator.pauses, shape)
        return (*items[:1], *(self._less_fades(before, item) for before, item in pairwise(items)))

    @cached_property
    def bed(self) -> "Bed | None":
        """What lines lie on."""
        bedding = self.music.bedding
        return bedding.made() if bedding and self._is_all_on_bed else None

    @property
    def _is_all_on_bed(self) -> bool:
        return self.music.bed is not None and self.settings.bed.under == "episode"

    def _planned(self, item: RundownItem) -> "_Planned":
        if item.what is What.STING:
            mix = self._mix(None, self.music.sting, STING_EDGES)
            return _Planned(item, mix if self._is_all_on_bed else MixClipJob(mix, self.settings.bitrate_kbps))
        if item.segment is None:
            return self._greeting(item)
        return self._segment(item, self.script.segments[item.segment])

    def _failed(self, planned: "_Planned", error: SpeechError) -> FailedPassage:
        index = planned.item.segment
        start = 0 if index is None else self.script.segments[index].start
        return FailedPassage(planned.text, str(error), index, start)

    def _segment(self, item: RundownItem, segment: Segment) -> "_Planned":
        reading = self.cast.of(segment).reading(segment.text, segment.language)
        voice, bitrate_kbps, bedding = reading.job, self.settings.bitrate_kbps, self.music.bedding
        if self._is_all_on_bed:
            return _Planned(item, voice, reading)
        if bedding and self._is_headed(item):
            return _Planned(item, SpeechOnBedJob(voice, bedding, bitrate_kbps), reading)
        return _Planned(item, SpeechClipJob(voice, bitrate_kbps), reading)

    def _greeting(self, item: RundownItem) -> "_Planned":
        if item.what is What.OPENING:
            text, music, wish, language = self.welcome, self.music.opening, self.settings.opening, self._languages[0]
        else:
            text, music, wish, language = self.sign_off, self.music.closing, self.settings.closing, self._languages[1]
        reading = self.cast.greeter(language).reading(text, language) if text else None
        mix = self._mix(reading.job if reading else None, music, MusicShape.of(wish))
        return _Planned(item, MixClipJob(mix, self.settings.bitrate_kbps), reading)

    @cached_property
    def _languages(self) -> tuple[str, str]:
        """Of the welcome and the sign-off, where it isn't the essay's."""
        return greetings_of(self.settings).languages(self.cast.narrator.reader.language)

    def _mix(self, voice: SpeechJob | None, music: Piece | None, shape: MusicShape) -> MixJob:
        return MixJob(voice, music, shape, self.settings.sound.true_peak_dbtp)

    def _is_headed(self, item: RundownItem) -> bool:
        """Whether it has a bed of its own."""
        is_heading = item.segment is not None and self.script.segments[item.segment].kind is Kind.HEADING
        return is_heading and self.music.bed is not None and self.settings.bed.under == "headings"

    def _less_fades(self, before: RundownItem, item: RundownItem) -> RundownItem:
        """A pause is between words: what a bed takes to fade in or out is a part of it."""
        if self.music.bed is None:
            return item
        if self._is_all_on_bed:
            fades = (before.what is What.OPENING) + (item.what is What.CLOSING)
        else:
            fades = self._is_headed(before) + self._is_headed(item)
        return replace(item, pause_ms=max(0, item.pause_ms - round(fades * self.settings.bed.fade_s * 1000)))


@dataclass(frozen=True, slots=True)
class _Planned:
    """An item, and what is to be made for it."""

    item: RundownItem
    job: RenderJob[Any]  # of a clip, or of mastered audio, which is to lie on the bed
    reading: Reading | None = None  # of what it says

    @property
    def text(self) -> str:
        return self.reading.text if self.reading else ""

    def placed(self, outcome: Rendered[Any]) -> ClipPart | BedPart:
        sound = self.reading.of_text(outcome.made) if self.reading else outcome.made
        item, is_voiced = self.item, outcome.is_voiced
        if isinstance(self.job, SpeechJob | MixJob):
            is_music = item.what is What.STING
            return BedPart(sound, self.text, item.pause_ms, item.segment, is_music, is_voiced)
        return ClipPart(sound, self.text, item.pause_ms, item.segment, is_voiced)
