"""The essays of a command line, and those of their episodes that are current.

records = BuildRecords(show)
wanted = look_up(["ponds.md", "-"], records, options, is_trusting=True)
produced = [one.current or make(one) for one in wanted]
found = findings_of(produced, wanted, records)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from feed.rules import Findings
from podcast.cache.uptodate import BuildRecords, BuildRequest
from podcast.cli import essays, websources
from podcast.produced import ProducedEpisode
from podcast.show.findings import kept_or


@dataclass(frozen=True, slots=True)
class RequestedEssay:
    name: str  # as on the command line; of one from the web, the file that it is saved as
    content: bytes
    request: BuildRequest
    current: ProducedEpisode | None  # the episode, if building it would change nothing


def look_up(name: str, records: BuildRecords, options: Mapping[str, object], *, is_trusting: bool) -> RequestedEssay:
    """`options`: all that can make another episode of the essay. Without trust it is not current.

    Raises PodcastError when the essay can't be read.
    """
    name = websources.here(name, records.show)
    content = essays.bytes_of(name)
    options = {**options, "address": essays.address_of(name)}
    request = records.request(name, essays.source_of(name, records.show), content, essays.folder_of(name), options)
    return RequestedEssay(name, content, request, records.passed_over(request) if is_trusting else None)


def findings_of(built: Sequence[ProducedEpisode], wanted: Sequence[RequestedEssay], records: BuildRecords) -> Findings:
    """The gate, without listening: each clip was decoded and measured when it was made.

    `wanted` are those that were built or passed over; `records` has not looked before the last of them was built.
    """

    def look() -> Findings:
        from podcast.show.release_check import report_on

        slugs = {produced.episode.slug for produced in built}
        return report_on(records.show, slugs=slugs, is_listening=False, base_url=built[-1].base_url).findings

    return kept_or(look, records, [one.request for one in wanted])
