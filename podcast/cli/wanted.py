"""The essays of a command line, and those of their episodes that are current.

records = BuildRecords(show)
wanted = [look_up(EssayPart(name), records, options, is_trusting=True) for name in ("ponds.md", "-")]
produced = [one.current or make(one) for one in wanted]
found = findings_of(produced, wanted, records)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from feed.rules import Findings
from podcast.cache.uptodate import BuildRecords, BuildRequest
from podcast.cli import essays, websources
from podcast.cli.chapters import EssayPart
from podcast.errors import PodcastError, sentence_of
from podcast.produced import ProducedEpisode
from podcast.show.findings import kept_or

if TYPE_CHECKING:
    from podcast.config.settings import Settings
    from podcast.manuscript import Manuscript


@dataclass(frozen=True, slots=True)
class RequestedEssay:
    part: EssayPart  # of an essay from the web, of the file that it is saved as
    content: bytes
    request: BuildRequest
    current: ProducedEpisode | None  # the episode, if building it would change nothing


def look_up(
    part: EssayPart,
    records: BuildRecords,
    options: Mapping[str, object],
    *,
    is_trusting: bool,
    if_other: Callable[[], object] = lambda: None,
) -> RequestedEssay:
    """`options`: all that can make another episode of the essay. Without trust it is not current.

    `if_other`: as BuildRecords.request has it; what a build needs can get ready then.
    Raises PodcastError when the essay can't be read.
    """
    part = replace(part, name=websources.here(part.name, records.show))
    content, folder = essays.bytes_of(part.name), essays.folder_of(part.name)
    options = {**options, "chapters": part.chapters, "address": essays.address_of(part.name)}
    request = records.request(part.name, part.request_source(records.show), content, folder, options, if_other)
    return RequestedEssay(part, content, request, records.passed_over(request) if is_trusting else None)


def manuscript_of(
    wanted: RequestedEssay,
    show: Path,
    stated: Mapping[str, str],
    settings: "Settings",
    *,
    may_lose: bool,
    same_as: str = "",
) -> "Manuscript":
    """Read. `stated`: instead of what the essay says of itself; `may_lose`: much of its prose."""
    from podcast.manuscript import Manuscript

    part, data, folder = wanted.part, wanted.content, essays.folder_of(wanted.part.name)
    essay = essays.read(part.name, data=data, **stated, settings=settings, chapters=part.chapters)
    if essay.date:  # one date is stated for all chapters of a book, and apps sort by date
        essay = replace(essay, date=essay.date + timedelta(seconds=part.place))
    if not may_lose:
        essays.check_loss(essay, part.name)
    return Manuscript(essay, part.source(show, data), folder, wanted.request, same_as)


def findings_of(built: Sequence[ProducedEpisode], wanted: Sequence[RequestedEssay], records: BuildRecords) -> Findings:
    """The gate, without listening: each clip was decoded and measured when it was made.

    `wanted` are those that were built or passed over; `records` has not looked before the last of them was built.
    """

    def look() -> Findings:
        from podcast.show.release_check import report_on

        slugs = {produced.episode.slug for produced in built}
        try:
            return report_on(records.show, slugs=slugs, is_listening=False, base_url=built[-1].base_url).findings
        except OSError as error:
            what = "What was built is published, but could not be checked"
            raise PodcastError(what, which=sentence_of(error), remedy="`podcast check` does it again.") from error

    return kept_or(look, records, [one.request for one in wanted])
