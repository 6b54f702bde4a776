"""The recording of a script: voices first, then music with them, and all of it in order.

    music = load_accompaniment(settings, folder, plays_sting=…)             # before anything is voiced
    with Crew(settings.voice.driver, jobs=2) as crew:
        cast = hire(crew, settings, reader, characters_of(script))
        session = Session(script, welcome, sign_off, music, cast, settings)
        for part in session.record(crew):                                   # as they are wanted
            …

What is voiced depends on no music: a stem is made of a text and a voice, and mixing and encoding come after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import pairwise

from podcast.accompaniment import Accompaniment
from podcast.episode.assembly import Line, Part
from podcast.episode.rundown import Item, Shape, What, rundown
from podcast.settings import FrameSettings, Settings
from podcast.sound import encoder
from podcast.sound.bed import Bed
from podcast.sound.clip import Clip
from podcast.sound.clips import Recipe
from podcast.sound.crew import Crew
from podcast.sound.mix import framed
from podcast.sound.record import Speak, Stem, press
from podcast.studio import Cast, record_text, voice_text
from podcast.text.essay import Kind
from podcast.text.script import Script, Segment
from voices.speech import Take, Utterance

MOST_MISSING_LU = 1.0  # that are made up for by gain, where there is a bed
SOFTER_BED_DB = -9.0
STING_EDGES = FrameSettings(fade_in_s=0.005, fade_out_s=0.05)


@dataclass(frozen=True)
class Session:
    script: Script
    welcome: str  # an empty text is not said
    sign_off: str
    music: Accompaniment
    cast: Cast
    settings: Settings

    def record(self, crew: Crew) -> Iterator[Part | Line]:
        """Opening, segments, stings and closing, each with the pause before it.

        Parts are encoded, each apart; lines are to lie on the bed. Raises PodcastError that names what could not be
        voiced.
        """
        return crew.results(partial(self._noted, item, crew) for item in self.items())

    def louder(self, gain_db: float, excess_db: float = 0) -> "Session":
        """The same with more gain, and held so much lower where its peaks were too high.

        Much too soft is an essay on a bed whose pauses are so long that a meter takes the bed for a part of what is
        said (BS.1770-4's relative gate). More gain would push the voice far over the goal: there the bed steps back.
        """
        if self._is_all_on_bed and gain_db > MOST_MISSING_LU:
            return replace(self, music=self.music.with_softer_bed(SOFTER_BED_DB))
        return replace(self, cast=self.cast.louder(gain_db), music=self.music.louder(gain_db).held(excess_db))

    def items(self) -> tuple[Item, ...]:
        shape = Shape(
            opens=bool(self.welcome or self.music.opening),
            closes=bool(self.sign_off or self.music.closing),
            has_sting=self.music.sting is not None,
            before_chapters=self.settings.sting.before_chapters,
        )
        items = rundown(self.script, self.cast.narrator.pauses, shape)
        return (*items[:1], *(self._less_fades(before, item) for before, item in pairwise(items)))

    @cached_property
    def bed(self) -> Bed | None:
        """What lines lie on."""
        return self.music.made_bed()

    @cached_property
    def _sting(self) -> Clip:
        """Encoded once, however often it is played."""
        return self._pressed(self._sting_stem, encoder.MUSIC_QUALITY)

    @property
    def _sting_stem(self) -> Stem:
        return framed(None, self.music.sting, STING_EDGES)

    @property
    def _is_all_on_bed(self) -> bool:
        return self.bed is not None and self.settings.bed.under == "episode"

    def _noted(self, item: Item, crew: Crew, *, speak: Speak) -> Part | Line:
        """What is made of an item, and whether anything in it is not from an earlier build."""
        desk = _Desk(crew, speak)
        return replace(self._made(item, desk), is_voiced=any(desk.voiced))

    def _made(self, item: Item, desk: "_Desk") -> Part | Line:
        if item.what is What.STING:
            if self._is_all_on_bed:
                return Line(self._sting_stem, pause_ms=item.pause_ms, is_music=True)
            return Part(self._sting, pause_ms=item.pause_ms)
        if item.segment is None:
            return self._frame(item, desk)
        return self._segment(item, self.script.segments[item.segment], desk)

    def _segment(self, item: Item, segment: Segment, desk: "_Desk") -> Part | Line:
        text, narration = segment.text, self.cast.of(segment)
        if self._is_all_on_bed:
            stem = voice_text(text, narration, desk.speak, segment.language)
            return Line(stem, text, item.pause_ms, item.segment)
        if self.bed and self._is_headed(item):
            stem = voice_text(text, narration, desk.speak, segment.language)
            clip = self._pressed(self.bed.around(stem), encoder.MUSIC_QUALITY)
        else:
            clip = record_text(text, narration, self.settings.bitrate_kbps, desk, segment.language)
        return Part(clip, text, item.pause_ms, item.segment)

    def _frame(self, item: Item, desk: "_Desk") -> Part:
        if item.what is What.OPENING:
            text, music, wish = self.welcome, self.music.opening, self.settings.opening
        else:
            text, music, wish = self.sign_off, self.music.closing, self.settings.closing
        voice = voice_text(text, self.cast.narrator, desk.speak) if text else None
        stem = framed(voice, music, wish, self.settings.sound.true_peak_dbtp)
        return Part(self._pressed(stem, encoder.MUSIC_QUALITY), text, item.pause_ms)

    def _pressed(self, stem: Stem, quality: int) -> Clip:
        wish = self.settings
        return press(stem, wish.bitrate_kbps, quality, true_peak_dbtp=wish.sound.true_peak_dbtp)

    def _is_headed(self, item: Item) -> bool:
        """Whether it has a bed of its own."""
        is_heading = item.segment is not None and self.script.segments[item.segment].kind is Kind.HEADING
        return is_heading and self.bed is not None and self.settings.bed.under == "headings"

    def _less_fades(self, before: Item, item: Item) -> Item:
        """A pause is between words: what a bed takes to fade in or out is a part of it."""
        if self.bed is None:
            return item
        if self._is_all_on_bed:
            fades = (before.what is What.OPENING) + (item.what is What.CLOSING)
        else:
            fades = self._is_headed(before) + self._is_headed(item)
        return replace(item, pause_ms=max(0, item.pause_ms - round(fades * self.bed.settings.fade_s * 1000)))


@dataclass(frozen=True)
class _Desk:
    """What one item is recorded with; it notes what of it was voiced for this build."""

    crew: Crew
    say: Speak
    voiced: list[bool] = field(default_factory=list)

    def speak(self, utterance: Utterance) -> Take:
        take = self.say(utterance)
        self.voiced.append(self.crew.has_voiced(utterance))
        return take

    def get(self, recipe: Recipe) -> Clip | None:
        """A clip that another segment of this build was voiced for counts as voiced here, too."""
        self.voiced.append(self.crew.has_voiced(recipe.utterance))
        return self.crew.clips.get(recipe)

    def put(self, recipe: Recipe, clip: Clip) -> None:
        self.crew.clips.put(recipe, clip)
