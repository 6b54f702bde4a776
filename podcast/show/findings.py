"""What the gate found after a build, kept for the next one that changes nothing.

    findings = kept_or(lambda: report_on(show, …).findings, BuildRecords(show), requests)

They are believed while all that they were found of is what it was: the records know. The gate need not be imported.
"""

from collections.abc import Callable, Collection
from dataclasses import asdict
from pathlib import Path

from feed.rules import Findings, Problem, Rule
from podcast.cache import checked_json
from podcast.cache.fingerprint import are_same, digest
from podcast.cache.pruning import keep_newest
from podcast.cache.uptodate import BuildRecords, BuildRequest
from podcast.episode.archive import WORKROOM

_FOLDER = "findings"  # in the show's workroom
_MOST = 100  # of what was asked for together: one essay, another, a folder


def kept_or(look: Callable[[], Findings], records: BuildRecords, requests: Collection[BuildRequest]) -> Findings:
    """What was found of the episodes that were asked for, or else what `look` finds.

    `records`: one that has not looked at the show before the last of them was built.
    """
    path = records.show / WORKROOM / _FOLDER / f"{digest([request.source for request in requests])[:32]}.json"
    state = records.state(requests)
    if state and (known := _read(path, state)) is not None:
        return known
    found = look()
    if are_same(state, BuildRecords(records.show).state(requests)):  # and nobody touched anything meanwhile
        checked_json.write(path, {"state": state, "findings": asdict(found)}, by_way_of=path.parents[1])
        keep_newest(path.parent, _MOST)
    return found


def _read(path: Path, state: str) -> Findings | None:
    try:
        kept = checked_json.read(path)
        found = kept["findings"]
        problems = tuple(Problem(Rule(**one["rule"]), one["where"], one["what"]) for one in found["problems"])
        return Findings(problems, found["episodes"], found["rules"]) if kept["state"] == state else None
    except (TypeError, KeyError):  # there is none, or one of another version
        return None
