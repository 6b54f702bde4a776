"""What a build finds in a show before it begins, and tells on stderr: facts that had to be mended, a clock that lies.

tell_mended(show)
now = moment(show)          # later than all that was built before, whatever the clock says
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from podcast.errors import PodcastError

_TOLERANCE = timedelta(minutes=1)  # clocks of two machines differ


def tell_mended(show: Path) -> None:
    """Before a batch is planned, for which all episodes have to be known."""
    from podcast.episode.archive import Archive
    from podcast.show.mending import mended_before

    for line in mended_before(Archive(show / "public")):
        _tell(line)


def moment(show: Path) -> datetime:
    from podcast.show.published import FEED_NAME, not_before, published

    now, known = clock(), published(show / "public" / FEED_NAME)
    if known.built is not None and known.built - now > _TOLERANCE:
        said, built = (f"{one:%Y-%m-%d %H:%M}" for one in (now, known.built))
        remedy = "a new episode is dated after that; set the clock, or say when it is published, with --date"
        _tell(f"The clock says {said} UTC, but this show was last built at {built}: {remedy}")
    return not_before(now, known)


def clock() -> datetime:
    """SOURCE_DATE_EPOCH makes a build that can be repeated to the byte: reproducible-builds.org/specs."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        remedy = "Give seconds since 1970, or unset it."
        raise PodcastError("SOURCE_DATE_EPOCH can't be read", which=epoch, remedy=remedy) from None


def _tell(line: str) -> None:
    from podcast.cli.screen import visible

    click.echo(visible(line), err=True)
