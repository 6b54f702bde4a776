"""Workers of a cluster that would make other bytes: they are left out of what they would, and told by name.

    strangers = Strangers()
    strangers.meet(error, makers, versions_of(job))     # an OtherVersionsError
    strangers.others(addresses, makers)                 # who may still be asked: None where nobody is left out
    strangers.told                                      # a line for each host and reason

Machines of one cluster may differ: a neural voice needs workers whose processors are of the command's kind, espeak-ng's
does with any. So a worker is left out of what it would make otherwise, and makes the rest.
"""

from collections import defaultdict
from collections.abc import Iterable

from podcast.errors import PodcastError
from podcast.recording.jobs.cluster_worker import MakerVersions, OtherVersionsError

_VERSIONS = "Install the same versions on each: what this machine has, `pip freeze` tells."
_PROCESSOR = "Use workers whose processors are of one kind with this machine's, or build on one of them."


class Strangers:
    def __init__(self) -> None:
        self._left_out: dict[MakerVersions, set[str]] = defaultdict(set)
        self._told: dict[str, None] = {}

    @property
    def told(self) -> tuple[str, ...]:
        return tuple(self._told)

    def meet(self, error: OtherVersionsError, makers: MakerVersions, versions: str) -> None:
        """`versions`: this machine's."""
        self._left_out[makers].add(error.address)
        reason, _ = _difference(error, versions)
        self._told[f"Workers on {error.host} were left out, since they would make other bytes: {reason}"] = None

    def others(self, addresses: Iterable[str], makers: MakerVersions) -> tuple[str, ...] | None:
        left_out = self._left_out.get(makers)
        return tuple(address for address in addresses if address not in left_out) if left_out else None


def refusal(stranger: OtherVersionsError, here: str) -> PodcastError:
    """The error where nobody else is left. `here`: the versions of this machine."""
    reason, remedy = _difference(stranger, here)
    what = f"A worker of the cluster would make other bytes: {reason}"
    return PodcastError(what, which=stranger.host, remedy=remedy)


def _difference(stranger: OtherVersionsError, here: str) -> tuple[str, str]:
    """What it is, and what helps."""
    theirs, ours = stranger.versions.split("; "), here.split("; ")
    has, lacks = [one for one in theirs if one not in ours], [one for one in ours if one not in theirs]
    is_processor = all(one.startswith(("processor ", "vectors ")) for one in has + lacks)
    if has + lacks:
        reason = f"it has {'; '.join(has)}, this machine has {'; '.join(lacks)}"
    else:
        reason = f"all versions are the same, its processor ({stranger.processor}) isn't"
    return reason, _PROCESSOR if is_processor else _VERSIONS
