"""`podcast build --cluster`: recordings by the workers of a Dask cluster instead of this machine's cores.

with workforce(address) as away:        # None where no address is given
    options = BuildOptions(jobs, workforce=away)
"""

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from podcast.recording.jobs.cluster import Cluster

#: One essay waits for its recordings while others are written: so many keep a core of this machine busy.
ESSAYS_A_CORE = 4

cluster_option = click.option(
    "--cluster",
    metavar="ADDRESS",
    default="",
    help="Have the recordings made by a Dask cluster, such as tcp://scheduler:8786; needs the extra [cluster].",
)


def workforce(address: str) -> "AbstractContextManager[Cluster | None]":
    """Raises PodcastError when nobody can be reached there."""
    if not address:
        return nullcontext()
    from podcast.recording.jobs.cluster import Cluster

    return Cluster(address)
