"""The way to a Dask cluster's scheduler, and why there is none.

client = await connected("tcp://scheduler:8786", patience_s=10)     # raises PodcastError
"""

import asyncio
import logging
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from podcast.errors import LastingError, PodcastError

if TYPE_CHECKING:
    from distributed import Client

_ADDRESS = "It is started with `dask scheduler`, and its address looks like tcp://scheduler:8786."
_CERTIFICATES = "docs/scale.md has where Dask looks for certificates, and what a tls:// address needs."


async def connected(address: str, patience_s: float) -> "Client":
    try:
        from distributed import Client, Security
    except ImportError:
        remedy = "Run: pip install 'podcast-producer[cluster]'"
        raise PodcastError("A cluster needs Dask distributed, which is not installed", remedy=remedy) from None
    _hush()
    await _probe(address, patience_s)
    try:
        security = Security()  # as Dask's configuration has it
        security.get_connection_args("client")  # finds what is wrong with it before there is a client to be closed
        client = Client(address, asynchronous=True, security=security, set_as_default=False, timeout=patience_s)
    except (OSError, ValueError) as error:
        raise unreachable(address, error) from error
    try:
        async with asyncio.timeout(2 * patience_s):
            await client
    except Exception as error:  # whatever it is that answers there: its bytes are taken for lengths
        await client.close()
        raise unreachable(address, error) from error
    return client


async def _probe(address: str, patience_s: float) -> None:
    """Dask tries again and again, though nobody listens there."""
    with suppress(ValueError):  # it will tell what is wrong with it
        place = urlsplit(address)
        if place.scheme in ("tcp", "tls") and place.hostname and place.port:
            try:
                async with asyncio.timeout(patience_s):
                    _, writer = await asyncio.open_connection(place.hostname, place.port)
                writer.close()
            except OSError as error:
                raise unreachable(address, error) from error


def _hush() -> None:
    """Dask logs and warns: here, what goes wrong is told as an error, and what decides the bytes is compared."""
    from distributed.versions import VersionMismatchWarning

    warnings.simplefilter("ignore", VersionMismatchWarning)
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def unreachable(address: str, error: BaseException) -> PodcastError:
    """The reason stands at the beginning of a chain of time-outs."""
    while error.__cause__:
        error = error.__cause__
    what = f"The cluster's scheduler can't be reached ({str(error) or type(error).__name__})"
    return LastingError(what, which=address, remedy=_CERTIFICATES if address.startswith("tls:") else _ADDRESS)
