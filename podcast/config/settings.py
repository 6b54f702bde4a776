"""What can be set for a show: podcast.toml as frozen types, a class a table. Everything has a default.

    settings = load_settings(Path("podcast.toml"))      # podcast/config/load.py
    settings.show.title, settings.opening.music, settings.pauses_ms

Flags and environment variables override what is here: the CLI replaces fields, so precedence is settled there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from feed.show import Funding, License, Location, UpdateFrequency
from podcast.sound.music.shapes import BedShape, MusicShape
from podcast.text.essay import NARRATOR
from podcast.text.roles import Roles


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """[show]"""

    title: str = ""  # empty: from the folder's name
    description: str = ""
    author: str = ""  # empty: the essay's author
    email: str = ""
    language: str = "en-us"
    link: str = ""  # the show's website; empty: base_url
    categories: tuple[str, ...] = ("Society & Culture",)
    explicit: bool = False
    type: str = "episodic"  # or "serial"
    cover: str = ""  # a picture, square, 1400–3000 px; empty: one is drawn
    copyright: str = ""
    base_url: str = ""  # where public/ will be found; empty: as published before, else this machine
    guid: str = ""  # of a show that has moved here; empty: minted from the feed's URL
    locked: bool = True  # whether other hosts are told not to import the feed
    funding: Funding = field(default=Funding(""))  # where one of these four says nothing, the feed has no such element
    location: Location = field(default=Location(""))
    license: License = field(default=License(""))
    updates: UpdateFrequency = field(default=UpdateFrequency(""))


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """[feed]: what most shows need not think of."""

    items_per_page: int = 0  # longer feeds are cut into pages (RFC 5005); 0: never
    hub: str = ""  # of WebSub, if you tell it of changes
    analytics_prefix: str = ""  # stands before each enclosure's URL: "https://op3.dev/e/"
    opus_kbps: int = 0  # offers each episode in Opus, too; 0: doesn't


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """[voice]; 0 and -1 leave it to the profile."""

    name: str = ""  # a profile or a voice, see `podcast voices`
    driver: str = ""  # the one engine to be used, a pyttsx3 driver; empty: whichever has the voice
    rate_wpm: int = 0
    pitch: int = -1
    pitch_range: int = -1


@dataclass(frozen=True, slots=True)
class CastSettings:
    """[cast.NAME]: how a role speaks; what is not set is the show's own, or found for the role."""

    voice: str = ""  # a profile or a voice; empty: one that no other role has
    rate_wpm: int = 0
    pitch: int = -1
    pitch_range: int = -1
    pan: float = 0.0  # -1 (left) – 1 (right); heard in stereo only


@dataclass(frozen=True, slots=True)
class SpeechSettings:
    """[speech]: how what is written is said."""

    expand: bool = True  # numbers, dates, abbreviations … in words; False: as the engine says them
    addresses: str = "site"  # what is said of one in a sentence, see podcast/text/cleaning/addresses.py
    list_numbers: str = "auto"  # what is said before items, see podcast/text/listnumbers.py
    lexicons: tuple[str, ...] = ()  # files with pronunciations, .toml or .pls, from the folder of podcast.toml


@dataclass(frozen=True, slots=True)
class GreetingSettings(MusicShape):
    """[opening] and [closing]: words, and music with them."""

    text: str | None = None  # as podcast/text/template.py fills it; "": nothing is said; None: greetings.py has it
    music: str = "default"  # a file, from the folder of podcast.toml, or "default", or "none"
    level_db: float = -1.0  # of the music when it is alone, against the loudness of the voice


@dataclass(frozen=True, slots=True)
class BedSettings(BedShape):
    """[bed]: music under what is said."""

    music: str = "none"  # a file, from the folder of podcast.toml, or "default", or "none"
    under: str = "episode"  # or "headings"
    level_db: float = -14.0  # over nothing but pauses, against the loudness of the voice


@dataclass(frozen=True, slots=True)
class StingSettings:
    """[sting]: a short piece of music between parts, where the essay says `[sting]`."""

    music: str = "default"  # a file, from the folder of podcast.toml, or "default", or "none"
    before_chapters: bool = False  # also before each chapter but the first
    level_db: float = -4.0  # against the loudness of the voice


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """[sound]"""

    loudness_lufs: float = -16.0
    true_peak_dbtp: float = -1.0
    bitrate_kbps: int = 0  # 0: 64 in mono, 128 in stereo
    stereo: bool = False


@dataclass(frozen=True, slots=True)
class PauseSettings:
    """[pauses_ms]; -1 leaves it to the profile."""

    sentence: int = -1
    paragraph: int = -1
    list_item: int = -1
    before_heading: int = -1
    after_heading: int = -1
    before_quotation: int = -1
    after_quotation: int = -1
    scene_break: int = -1


@dataclass(frozen=True, slots=True)
class Settings:
    show: ShowSettings = field(default_factory=ShowSettings)
    feed: FeedSettings = field(default_factory=FeedSettings)
    voice: VoiceSettings = field(default_factory=VoiceSettings)
    cast: Mapping[str, CastSettings] = field(default_factory=dict)  # by the names of roles
    roles: Roles = field(default_factory=Roles)
    speech: SpeechSettings = SpeechSettings()
    lexicon: Mapping[str, Any] = field(default_factory=dict)  # as written; see podcast/text/lexicon/entry.py
    opening: GreetingSettings = GreetingSettings()
    closing: GreetingSettings = GreetingSettings(before_s=0.8, after_s=8.6, fade_in_s=1.5, fade_out_s=1.5)
    bed: BedSettings = BedSettings()
    sting: StingSettings = StingSettings()
    sound: SoundSettings = field(default_factory=SoundSettings)
    pauses_ms: PauseSettings = field(default_factory=PauseSettings)

    @property
    def speakers(self) -> frozenset[str]:
        """Who may speak in a script: all of [cast] but those who speak in any essay."""
        return frozenset(self.cast) - {NARRATOR, self.roles.heading, self.roles.quotation}

    def narrated_by(self, voice: str) -> "Settings":
        """With that voice for the narrator, whatever [voice] and [cast.narrator] say; empty: as they are.

        `settings.narrated_by(essay.voice)` are those of an essay.
        """
        if not voice:
            return self
        cast = {name: replace(one, voice="") if name.lower() == NARRATOR else one for name, one in self.cast.items()}
        return replace(self, voice=replace(self.voice, name=voice), cast=cast)

    @property
    def channels(self) -> int:
        return 2 if self.sound.stereo else 1

    @property
    def bitrate_kbps(self) -> int:
        return self.sound.bitrate_kbps or (128 if self.sound.stereo else 64)
