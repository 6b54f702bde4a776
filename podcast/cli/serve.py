"""`podcast serve`: a server on the show, for this machine or for the phones around it.

Names that lead here are known, others aren't answered, and no web site's page may read what is served
(feed/server/admission.py): it isn't published yet.
"""

import errno
import io
import socket
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from podcast.cli import essays
from podcast.errors import PodcastError
from podcast.processes.ending import Stopped

if TYPE_CHECKING:
    from feed.server.admission import Admission

_LOOPBACK = "127.0.0.1"


@click.command(
    epilog="""\b
Examples:
  podcast serve
  podcast serve --lan
  podcast serve --show essays --port 0
  podcast serve --host pods.example.net --allow-origin https://player.example
"""
)
@click.option("--show", type=click.Path(path_type=Path), default=".", help="The show's folder.  [default: this one]")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any that is free."
)
@click.option("--lan", is_flag=True, help="Let the whole network reach it, and show a QR code for a phone.")
@click.option("--host", "hosts", multiple=True, metavar="NAME", help="Another name that this server is called by.")
@click.option("--allow-origin", multiple=True, metavar="URL", help="A web site whose player may read it; * for all.")
def serve(*, show: Path, port: int, lan: bool, hosts: Sequence[str], allow_origin: Sequence[str]) -> None:
    """Serve the show, so that a podcast app on this machine or a phone can subscribe.

    The feed that is served has this server's address in it; the one on disk stays as it was built. A build shows at
    once. Ctrl-C ends it.
    """
    from feed import server
    from podcast.show.elsewhere import show_page_for

    public = show / "public"
    if not (public / "feed.xml").is_file():
        which = str(public / "feed.xml")
        raise PodcastError(
            "There is no feed to serve", which=which, remedy="Build an episode first: podcast build essay.md"
        )
    admission = _admission(hosts, allow_origin, is_in_lan=lan)
    show_page = show_page_for(essays.settings_for(show, {}), show)
    addresses = [_lan_address(), _LOOPBACK] if lan else [_LOOPBACK]
    with ExitStack() as sockets:
        listeners: list[socket.socket] = []
        for host in addresses:  # on the same port, also if that was any
            port = listeners[0].getsockname()[1] if listeners else port
            listeners.append(sockets.enter_context(_listening(host, port)))
        _announce(f"http://{addresses[0]}:{listeners[0].getsockname()[1]}", public, is_in_lan=lan)
        try:
            server.serve(server.app(public, admission, show_page), listeners)
        except (KeyboardInterrupt, Stopped):
            click.echo("Stopped.", err=True)  # as wished: no error


def _admission(hosts: Iterable[str], origins: Iterable[str], *, is_in_lan: bool) -> "Admission":
    """Others in the network may call this machine by its own name, too."""
    from feed.server.admission import Admission, host_name, origin_of

    own = socket.gethostname().lower() if is_in_lan else ""
    names = {own, f"{own.partition('.')[0]}.local"} if own else set()
    try:
        return Admission(frozenset({*names, *map(host_name, hosts)}), frozenset(map(origin_of, origins)))
    except ValueError as error:
        remedy = "Name a host as pods.example.net, and a web site as https://player.example."
        raise PodcastError(str(error), remedy=remedy) from None


def _lan_address() -> str:
    from feed.server import lan_address

    address = lan_address()
    if not address:
        remedy = "Connect it to one, or serve without --lan for this machine alone."
        raise PodcastError("This machine is in no network", remedy=remedy)
    return address


def _listening(host: str, port: int) -> socket.socket:
    from feed.server import listening

    try:
        return listening(host, port)
    except OSError as error:
        is_taken = error.errno == errno.EADDRINUSE
        what = "The port is taken" if is_taken else f"The port can't be opened ({error.strerror})"
        raise PodcastError(
            what, which=str(port), remedy="Give another one with --port; 0 takes any free one."
        ) from None


def _announce(base_url: str, public: Path, *, is_in_lan: bool) -> None:
    """Where it is, for people and scripts; written at once, because the next thing comes at the end."""
    page, feed = f"{base_url}/", f"{base_url}/feed.xml"
    has_page = (public / "index.html").is_file()
    if has_page:
        click.echo(f"page  {page}")
    click.echo(f"feed  {feed}")
    if is_in_lan:
        click.echo(_qr_code(page if has_page else feed))
        click.echo("Everybody in this network can reach what is in public/ until you stop it.", err=True)
    click.echo("Ctrl-C stops it.", err=True)
    sys.stdout.flush()


def _qr_code(url: str) -> str:
    """Half blocks where the terminal can write them, else spaces with colours."""
    import segno

    drawn = io.StringIO()
    encoding = sys.stdout.encoding or "ascii"
    segno.make(url, micro=False).terminal(drawn, compact=_can_write("▀▄█", encoding))
    return drawn.getvalue()


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
