"""podcast.toml to frozen settings. Everything has a default; every mistake in the file is told at once.

    settings = load_settings(Path("podcast.toml"))
    settings.show.title, settings.opening.text, settings.pauses_ms

Flags and environment variables override what is here: the CLI replaces fields, so precedence is settled there.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints

from podcast.errors import PodcastError


@dataclass(frozen=True, slots=True)
class FundingSettings:
    """[show.funding]"""

    url: str = ""
    text: str = "Support the show"


@dataclass(frozen=True, slots=True)
class LocationSettings:
    """[show.location]"""

    name: str = ""
    geo: str = ""  # "geo:59.86,17.64"
    osm: str = ""  # "R113314"


@dataclass(frozen=True, slots=True)
class LicenseSettings:
    """[show.license]"""

    name: str = ""  # "cc-by-4.0", or any name with a URL
    url: str = ""


@dataclass(frozen=True, slots=True)
class UpdateSettings:
    """[show.updates]"""

    text: str = ""  # "Every other Friday"
    rrule: str = ""  # RFC 5545: "FREQ=WEEKLY;INTERVAL=2"
    complete: bool = False  # there will be no more episodes


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
    funding: FundingSettings = FundingSettings()
    location: LocationSettings = LocationSettings()
    license: LicenseSettings = LicenseSettings()
    updates: UpdateSettings = UpdateSettings()


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
    driver: str = "espeak_ng"  # a pyttsx3 driver
    rate_wpm: int = 0
    pitch: int = -1
    pitch_range: int = -1


@dataclass(frozen=True, slots=True)
class FrameSettings:
    """[opening] and [closing]: music and words around the essay."""

    text: str = ""  # empty: nothing is said; see podcast/text/template.py
    music: str = "default"  # a file, from the folder of podcast.toml, or "default", or "none"


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """[sound]"""

    loudness_lufs: float = -16.0
    bitrate_kbps: int = 64


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


@dataclass(frozen=True, slots=True)
class Settings:
    show: ShowSettings = field(default_factory=ShowSettings)
    feed: FeedSettings = field(default_factory=FeedSettings)
    voice: VoiceSettings = field(default_factory=VoiceSettings)
    opening: FrameSettings = FrameSettings(text="This is {show}. {title}[, by {author}].")
    closing: FrameSettings = FrameSettings(text="That was {title}[, by {author}]. You have been listening to {show}.")
    sound: SoundSettings = field(default_factory=SoundSettings)
    pauses_ms: PauseSettings = field(default_factory=PauseSettings)


def load_settings(path: Path) -> Settings:
    """The defaults when there is no such file. Raises PodcastError that lists all that is wrong."""
    from feed.languages import language_tag
    from podcast.plausibility import implausible

    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))  # Notepad writes a BOM
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        remedy = "Correct it; docs/configuration.md shows every key."
        raise PodcastError(f"The settings can't be read ({error})", which=str(path), remedy=remedy) from None
    problems: list[str] = []
    settings: Settings = _section(Settings(), table, "", problems)
    problems += implausible(settings)
    if problems:
        listed = "\n".join(f"  - {problem}" for problem in problems)
        what = "The settings have a mistake" if len(problems) == 1 else f"The settings have {len(problems)} mistakes"
        raise PodcastError(what, which=str(path), remedy=listed)
    return replace(settings, show=replace(settings.show, language=language_tag(settings.show.language)))


def _section(default: Any, table: Mapping[str, Any], where: str, problems: list[str]) -> Any:
    """`default` with the values of `table`; what does not fit is added to `problems` and left at its default."""
    types = get_type_hints(type(default))
    values = {known.name: getattr(default, known.name) for known in fields(default)}
    for key, value in table.items():
        name = f"{where}.{key}" if where else key
        if key not in values:
            problems.append(_unknown(name, key, values))
        elif is_dataclass(values[key]) and isinstance(value, dict):
            values[key] = _section(values[key], value, name, problems)
        elif (fitting := _fitted(value, types[key])) is None:
            problems.append(f"{name} must be {_described(types[key])}, not {_written(value)}")
        else:
            values[key] = fitting
    return type(default)(**values)


def _fitted(value: Any, wanted: Any) -> Any:
    """The value as the field's type, or None when it isn't of that type."""
    if wanted is float and type(value) is int:
        return float(value)
    if wanted == tuple[str, ...]:
        is_texts = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if is_texts else None
    return value if type(value) is wanted else None


def _described(wanted: Any) -> str:
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    return names.get(wanted, "a table" if is_dataclass(wanted) else "a list of texts")


def _written(value: Any) -> str:
    """As TOML writes it."""
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _unknown(name: str, key: str, known: Mapping[str, Any]) -> str:
    nearest = get_close_matches(key, known, n=1, cutoff=0.6)
    hint = f" (did you mean {nearest[0]}?)" if nearest else f" (known are {', '.join(known)})"
    return f"{name} is unknown{hint}"
