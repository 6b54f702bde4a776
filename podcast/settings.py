"""podcast.toml to frozen settings. Everything has a default; every mistake in the file is told at once.

    settings = load_settings(Path("podcast.toml"))
    settings.show.title, settings.opening.text, settings.pauses_ms

Flags and environment variables override what is here: the CLI replaces fields, so precedence is settled there.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import urlsplit

from podcast.errors import PodcastError

_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")


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
    voice: VoiceSettings = field(default_factory=VoiceSettings)
    opening: FrameSettings = FrameSettings(text="This is {show}. {title}[, by {author}].")
    closing: FrameSettings = FrameSettings(text="That was {title}[, by {author}]. You have been listening to {show}.")
    sound: SoundSettings = field(default_factory=SoundSettings)
    pauses_ms: PauseSettings = field(default_factory=PauseSettings)


def load_settings(path: Path) -> Settings:
    """The defaults when there is no such file. Raises PodcastError that lists all that is wrong."""
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))  # Notepad writes a BOM
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        remedy = "Correct it; docs/configuration.md shows every key."
        raise PodcastError(f"The settings can't be read ({error})", which=str(path), remedy=remedy) from None
    problems: list[str] = []
    settings: Settings = _section(Settings(), table, "", problems)
    problems += _implausible(settings)
    if problems:
        listed = "\n".join(f"  - {problem}" for problem in problems)
        what = "The settings have a mistake" if len(problems) == 1 else f"The settings have {len(problems)} mistakes"
        raise PodcastError(what, which=str(path), remedy=listed)
    return settings


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
            problems.append(f"{name} must be {_described(types[key])}, not {value!r}")
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


def _unknown(name: str, key: str, known: Mapping[str, Any]) -> str:
    nearest = get_close_matches(key, known, n=1, cutoff=0.6)
    hint = f" (did you mean {nearest[0]}?)" if nearest else f" (known are {', '.join(known)})"
    return f"{name} is unknown{hint}"


def _implausible(settings: Settings) -> Iterator[str]:
    """Values of the right type that can't work, so that they are refused before anything is voiced."""
    from podcast.sound import BITRATES_KBPS
    from podcast.text.template import BLANKS, unknown_blanks

    yield from _implausible_show(settings.show)
    for name, frame in (("opening", settings.opening), ("closing", settings.closing)):
        for blank in unknown_blanks(frame.text):
            yield f"{name}.text: nothing fills {{{blank}}} (known are {', '.join(BLANKS)})"
    for name, value, (least, most) in _ranged(settings):
        if not least <= value <= most:
            yield f"{name} must lie between {least} and {most}, not {value:g}"
    if settings.sound.bitrate_kbps not in BITRATES_KBPS:
        yield f"sound.bitrate_kbps must be one of {', '.join(map(str, BITRATES_KBPS))}"


def _implausible_show(show: ShowSettings) -> Iterator[str]:
    from feed.categories import is_category, nearest_categories

    for category in show.categories:
        if not is_category(category):
            yield f"show.categories: Apple has no {category!r} (near: {', '.join(nearest_categories(category))})"
    if not show.categories:
        yield "show.categories must name at least one"
    for name, address in (("base_url", show.base_url), ("link", show.link)):
        if address and (problem := base_url_problem(address)):
            yield f"show.{name} {problem}"
    if not _LANGUAGE.fullmatch(show.language):
        yield f"show.language must be a tag like en or en-us, not {show.language!r}"
    if show.email and not _EMAIL.fullmatch(show.email):
        yield f"show.email must be an address, not {show.email!r}"
    if show.type not in ("episodic", "serial"):
        yield f'show.type must be "episodic" or "serial", not {show.type!r}'


def _ranged(settings: Settings) -> Iterator[tuple[str, float, tuple[int, int]]]:
    """Numbers, and what lies between silence and nonsense. Louder than -14 LUFS a voice would have to be crushed."""
    voice = settings.voice
    yield "sound.loudness_lufs", settings.sound.loudness_lufs, (-30, -14)
    if voice.rate_wpm:
        yield "voice.rate_wpm", voice.rate_wpm, (80, 450)
    yield "voice.pitch", voice.pitch, (-1, 100)
    yield "voice.pitch_range", voice.pitch_range, (-1, 100)
    for name, pause_ms in asdict(settings.pauses_ms).items():
        yield f"pauses_ms.{name}", pause_ms, (-1, 60_000)


def base_url_problem(url: str) -> str:
    """What is wrong with the address that public/ will be found at; empty if nothing is."""
    try:
        parts = urlsplit(url)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and url.isascii()
        is_usable = is_usable and not parts.username  # the feed would publish the password
    except ValueError:
        is_usable = False
    if not is_usable or parts.query or parts.fragment:
        return f"must be an address like https://example.org/show, not {url!r}"
    return ""
