"""What is known of a published episode: the content of its episode.json, from which feed and pages are made.

Everything that appears in a feed is here or in podcast.toml, so that the feed can be made anew from the files alone.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass, field, fields, replace
from datetime import datetime
from typing import Any, TypeVar

from feed.show import Chapter, Soundbite

FORMAT = 1
#: No later version may seal more: an earlier one would take its facts for damaged.
_SEALED = (
    *("slug", "guid", "number", "published", "updated", "title", "author", "language", "summary", "notes_html"),
    *("source", "segments", "audio", "companions", "chapters", "soundbites", "season", "episode", "episode_type"),
    *("explicit", "cover", "tags"),
)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Audio:
    file: str  # its name, beside episode.json
    bytes: int
    duration_ms: int
    loudness_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class Companions:
    """Names of the files that go with the audio, beside it; empty: there is none."""

    webvtt: str = ""
    subrip: str = ""
    words: str = ""  # words.json
    opus: str = ""
    opus_bytes: int = 0
    opus_kbps: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A text of the essay that is not said, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of the source, from 0, and what became of them."""

    start: int
    end: int
    start_ms: int | None = None  # of the episode; None: not said …
    end_ms: int | None = None
    reason: str = ""  # … for this reason


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of a whole source (podcast/episode/coverage.py); `spans` are in its order and don't overlap."""

    characters: int = 0  # in the source
    sha256: str = ""  # of the source in UTF-8
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Episode:
    """`slug`, `guid`, `number` and `published` are minted at the first build and stay."""

    slug: str
    guid: str
    number: int  # in the order in which essays were first built, from 1
    published: datetime  # aware
    updated: datetime  # aware; when any fact last changed
    title: str
    author: str
    language: str
    summary: str
    notes_html: str
    source: str  # the essay's path from the show's folder, or as identity.py has it for others
    segments: int
    audio: Audio
    companions: Companions = Companions()
    chapters: tuple[Chapter, ...] = ()  # `image_url`: a URL, or the name of a file beside the audio
    soundbites: tuple[Soundbite, ...] = ()
    season: int | None = None
    episode: int | None = None  # as the essay states it
    episode_type: str = "full"  # or "trailer", "bonus"
    explicit: bool | None = None  # None: as the show is
    cover: str = ""  # of its own: the name of a file beside the audio
    skipped: tuple[Skipped, ...] = ()
    tags: tuple[str, ...] = ()
    coverage: Coverage = field(default_factory=Coverage)
    voices: tuple[str, ...] = ()  # ENGINE:VOICE of all that speak in it
    credits: tuple[str, ...] = ()  # lines that the licences of those voices ask for
    sketch: str = ""  # of its text (likeness.py), by which the essay is known again


@dataclass(frozen=True, slots=True)
class EpisodeEntry:
    """What lists of episodes need of each: small, for there may be ten thousand."""

    slug: str
    guid: str
    number: int
    published: datetime
    updated: datetime
    title: str
    author: str
    source: str
    summary: str
    episode_type: str
    season: int | None
    episode: int | None
    explicit: bool | None
    audio_file: str
    audio_bytes: int
    duration_ms: int
    sketch: str


def entry_of(episode: Episode) -> EpisodeEntry:
    shared = {
        field.name: getattr(episode, field.name) for field in fields(EpisodeEntry) if hasattr(episode, field.name)
    }
    audio = episode.audio
    return EpisodeEntry(**shared, audio_file=audio.file, audio_bytes=audio.bytes, duration_ms=audio.duration_ms)


def to_json(episode: Episode) -> str:
    """The same facts give the same text. Half a character, as some file names have, is written as an escape."""
    facts = {"format": FORMAT, **asdict(episode)}
    del facts["coverage"]  # comes last, for it has thousands of rows, and a line each is enough
    text = json.dumps(facts, ensure_ascii=False, indent=2, default=datetime.isoformat).removesuffix("\n}")
    text = text.encode(errors="backslashreplace").decode()
    coverage = _coverage_json(episode.coverage)
    return f'{text},\n  "seal": "{_seal(json.loads(text + "}"))}",\n  "coverage": {coverage}\n}}\n'


def from_json(text: str) -> Episode:
    """Raises ValueError, KeyError or TypeError when the text is not an episode of this format.

    What a later version has added is passed over, and what an earlier one did not know has its default.
    """
    facts = json.loads(text)
    if not isinstance(facts, dict) or facts["format"] != FORMAT:
        raise ValueError("it was made by another version")
    if "seal" in facts and facts["seal"] != _seal(facts):
        raise ValueError("something in it was changed")
    try:
        return _known(Episode, {**facts, **_parsed(facts)})
    except (AttributeError, LookupError, OverflowError) as error:  # a row too short, a list where a table should be
        raise ValueError(f"something in it is missing ({error})") from error


def _seal(facts: Mapping[str, Any]) -> str:
    """Changes with any fact that a subscriber sees, so that a flipped bit can't make another GUID."""
    sealed = {name: facts.get(name) for name in _SEALED}
    return hashlib.sha256(json.dumps(sealed, sort_keys=True).encode()).hexdigest()[:16]


def _coverage_json(proof: Coverage) -> str:
    """Spans as rows: `[start, end, start_ms, end_ms]` of what is said, `[start, end, reason]` of what isn't."""
    rows = [
        [span.start, span.end, span.reason] if span.reason else [span.start, span.end, span.start_ms, span.end_ms]
        for span in proof.spans
    ]
    spans = "[\n" + ",\n".join(map(json.dumps, rows)) + "\n]"
    return f'{{"characters": {proof.characters}, "sha256": "{proof.sha256}", "spans": {spans}}}'


def _coverage(facts: Mapping[str, Any]) -> Coverage:
    spans = (Span(*row) if len(row) == 4 else Span(row[0], row[1], reason=str(row[2])) for row in facts["spans"])
    return Coverage(int(facts["characters"]), str(facts["sha256"]), tuple(spans))


def is_web(image_url: str) -> bool:
    """Whether a chapter's picture is somewhere on the web, and not a file of ours."""
    return image_url.lower().startswith(("http://", "https://"))


def media(episode: Episode) -> frozenset[str]:
    """The names of all files in the episode's folder that its facts refer to."""
    companions = (value for value in astuple(episode.companions) if isinstance(value, str))
    pictures = (chapter.image_url for chapter in episode.chapters if not is_web(chapter.image_url))
    return frozenset(filter(None, (episode.audio.file, episode.cover, *companions, *pictures)))


def settled(new: Episode, old: Episode | None) -> Episode:
    """`new` with the time of its last change: that of `old` when nothing else differs, so rebuilds are stable."""
    if old is not None and replace(new, updated=old.updated, sketch=old.sketch) == old:
        return replace(old, sketch=new.sketch)  # which no subscriber sees
    return new


def _parsed(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "published": datetime.fromisoformat(facts["published"]),
        "updated": datetime.fromisoformat(facts["updated"]),
        "audio": _known(Audio, facts["audio"]),
        "companions": _known(Companions, facts.get("companions", {})),
        "soundbites": tuple(_known(Soundbite, soundbite) for soundbite in facts.get("soundbites", ())),
        "chapters": tuple(_known(Chapter, chapter) for chapter in facts["chapters"]),
        "skipped": tuple(_known(Skipped, skipped) for skipped in facts["skipped"]),
        "tags": tuple(facts["tags"]),
        "voices": tuple(facts.get("voices", ())),
        "credits": tuple(facts.get("credits", ())),
        "coverage": _coverage(facts["coverage"]) if "coverage" in facts else Coverage(),
    }


def _known(kind: type[T], facts: Mapping[str, Any]) -> T:
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in facts.items() if name in names})
