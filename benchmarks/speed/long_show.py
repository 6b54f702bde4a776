"""A show of ten thousand episodes, made of their facts alone, as if it had been built over the years.

make_show(folder, 10_000)       # episode.json files, 3.7 kB of notes in each; the next build makes everything else
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from podcast.episode.facts import Audio, Episode, to_json

_SENTENCE = "A river that could choose would still not run straight, and nobody asks it why it bends. "
_NOTES = "".join(f"<p>{_SENTENCE * 5}</p>\n" for _ in range(8))
_BEGUN = datetime(1999, 1, 1, tzinfo=UTC)
_EPISODE = Episode(
    slug="",
    guid="",
    number=0,
    published=_BEGUN,
    updated=_BEGUN,
    title="",
    author="Ada Lake",
    language="en",
    summary=_SENTENCE * 2,
    notes_html=_NOTES,
    source="",
    segments=40,
    audio=Audio("", 3_000_000, 400_000, -16.0, -1.2),
)


def make_show(folder: Path, episodes: int) -> None:
    for number in range(1, episodes + 1):
        slug, date = f"letter-{number}", _BEGUN + timedelta(days=number)
        audio = replace(_EPISODE.audio, file=f"{slug}-0badcafe.mp3")
        names = {"slug": slug, "guid": f"guid-{number}", "title": f"Letter {number}", "source": f"{slug}.md"}
        episode = replace(_EPISODE, **names, number=number, published=date, updated=date, audio=audio)
        path = folder / "public" / "episodes" / slug / "episode.json"
        path.parent.mkdir(parents=True)
        path.write_text(to_json(episode), "utf-8")
