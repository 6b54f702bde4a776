"""What a build of an essay would change in its episode, as that was last built. Nothing is voiced, nothing written.

    comparison = compare_with_episode(essay, "rivers.md", settings, Path("."), now=datetime.now(UTC))
    comparison.differences, comparison.facts, comparison.to_voice
    comparison.is_same                                  # the essay is to the letter what the episode was made of

Compared is what comes from the essay, and the welcome and sign-off. What voices, lexicons and music make of it is not
in episode.json: when these were changed, a build may change the sound of more than is told here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from feed.passages import Passage, from_json
from feed.show import Chapter
from podcast.config.greetings import greetings_of
from podcast.config.scripts import script_of
from podcast.config.settings import Settings
from podcast.episode.archive import Archive
from podcast.episode.catalog import Catalog
from podcast.episode.changes import Change, Difference, compare, first_change_ms, paragraphs, paragraphs_of, to_voice
from podcast.episode.coverage import digest
from podcast.episode.facts import Episode
from podcast.errors import PodcastError
from podcast.manuscript import Manuscript
from podcast.show import feed_facts
from podcast.text.essay import Essay, Kind
from podcast.text.notes import summary
from podcast.text.script import Script
from podcast.userfiles import RECORD_BYTES, read_file
from podcast.voicing.greetings import Greetings


@dataclass(frozen=True, slots=True)
class FactChange:
    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Comparison:
    slug: str
    episode: Episode | None  # as it was last built; None: never
    script: Script
    differences: tuple[Difference, ...]  # all paragraphs, in the order of the essay
    to_voice: tuple[int, ...]  # numbers of segments
    facts: tuple[FactChange, ...]
    is_source_same: bool

    @property
    def changes(self) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if one.change is not Change.SAME)

    @property
    def is_same(self) -> bool:
        return self.is_source_same and not self.changes and not self.facts

    @property
    def moving_chapters(self) -> tuple[Chapter, ...]:
        """Those of the episode that a change stands before: they will begin at another time."""
        first_ms = first_change_ms(self.differences)
        if self.episode is None or first_ms is None:
            return ()
        left = {one.now.text for one in self.differences if one.now and one.now.kind == Kind.HEADING}
        return tuple(one for one in self.episode.chapters if one.start_ms > first_ms and one.title in left)


def compare_with_episode(essay: Essay, source: str, settings: Settings, folder: Path, *, now: datetime) -> Comparison:
    """`source`: the essay's path from the show's folder; `folder`: the show's. Raises PodcastError."""
    archive = Archive(folder / "public")
    language = essay.language or settings.show.language
    script = script_of(essay, settings, language)
    show = feed_facts.show_title(settings, folder)
    manuscript = Manuscript(essay, source)
    greetings = Greetings(manuscript, show, settings)
    texts = greetings.texts(greetings.forecast(archive, now))
    said = paragraphs(script.segments, *texts, greetings_of(settings).languages(language))
    slug, episode = _episode(manuscript, settings, archive, now)
    before = paragraphs_of(_passages(episode, archive)) if episode else ()
    differences = compare(before, said)
    is_text_same = all(one.change is Change.SAME for one in differences)
    return Comparison(
        slug=slug,
        episode=episode,
        script=script,
        differences=differences,
        to_voice=to_voice(before, said),
        facts=tuple(_facts(essay, episode, is_text_same=is_text_same)) if episode else (),
        is_source_same=episode is not None and episode.coverage.sha256 == digest(essay.source),
    )


def _episode(manuscript: Manuscript, settings: Settings, archive: Archive, now: datetime) -> tuple[str, Episode | None]:
    with Catalog(archive) as catalog:
        entries = tuple(catalog.entries.values())
    identity = manuscript.identity(entries, archive, settings.show.base_url, now)
    return identity.slug, archive.episode(identity.slug) if identity.before else None


def _passages(episode: Episode, archive: Archive) -> tuple[Passage, ...]:
    path = archive.public / "episodes" / episode.slug / episode.companions.words
    try:
        return from_json(read_file(path, RECORD_BYTES).decode())[0]
    except (OSError, ValueError) as error:
        remedy = "Build the episode again; that makes the file anew."
        raise PodcastError(f"What the episode says can't be read ({error})", which=str(path), remedy=remedy) from None


def _facts(essay: Essay, episode: Episode, *, is_text_same: bool) -> Iterator[FactChange]:
    """Not a summary that is made of the text, where that has changed: its changes are told anyway."""
    date = essay.date or episode.published
    pairs = {
        "title": (episode.title, essay.title),
        "author": (episode.author, essay.author),
        "date": (episode.published.isoformat(), date.isoformat()),
        "language": (episode.language, essay.language),
        "summary": (episode.summary, summary(essay)) if essay.description or is_text_same else ("", ""),
        "tags": (", ".join(episode.tags), ", ".join(essay.tags)),
        "season": (_number(episode.season), _number(essay.season)),
        "episode": (_number(episode.episode), _number(essay.episode)),
        "type": (episode.episode_type, essay.episode_type),
        "explicit": (_flag(episode.explicit), _flag(essay.explicit)),
        "guid": (episode.guid, essay.guid or episode.guid),
    }
    return (FactChange(name, before, now) for name, (before, now) in pairs.items() if before != now)


def _flag(flag: bool | None) -> str:  # noqa: FBT001 — that's what it is about
    return "" if flag is None else str(flag).lower()


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
