"""A web server on a show's folder: byte ranges, caching, and a feed that carries the address it was asked by.

    with listening("127.0.0.1", 8000) as listener:
        serve(app(Path("public"), Admission(names=frozenset({"my-mac.local"}))), [listener])

Files are looked at anew for each request, so a rebuild shows at once. feed.xml on disk names the place where the show
will be published; the one that is served names this server, as the client called it (Host), so that a phone can
subscribe without any configuration. What is in the folder is meant for the world, but not yet: admission.py has whom
the server answers.
"""

import ipaddress
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from feed.server.admission import Admission
from feed.server.answers import Content, answer
from feed.server.asked import asked_base_url, asked_host
from feed.server.connections import Limits, limited
from feed.server.files import CHAPTERS, INDEX_NAME, XML_FOR_BROWSERS, find, media_type
from feed.server.readdress import base_url_of, in_chapters, readdressed
from feed.server.styled import styled

_METHODS = "GET, HEAD, OPTIONS"
_PREFLIGHT = {
    "allow": _METHODS,
    "access-control-allow-methods": _METHODS,
    "access-control-allow-headers": "Cache-Control, If-Modified-Since, If-None-Match, If-Range, Range",
    "access-control-allow-private-network": "true",
    "access-control-max-age": "86400",
}
_OTHER_NAME = """\
This server doesn't go by the name that it was asked by.
If the name is yours, start it again with it: podcast serve --host NAME
"""
_MOST_KEPT = 32
_HEAD_BYTES = 1 << 20  # of a feed: all before its first item

ShowPage = Callable[[str, str], bytes | None]


def app(
    public: Path,
    admission: Admission = Admission(),  # noqa: B008 — frozen
    show_page: ShowPage = lambda _url, _name: None,
) -> Starlette:
    """The server's answers. `show_page` makes a page at the top ("index.html") for a base URL (without a slash).

    None: the file as it is.
    """
    moved = _Moved(public)

    def get(request: Request) -> Response:
        base_url, path = asked_base_url(request), request.scope["path"]
        if not base_url:  # RFC 9112, 3.2
            return PlainTextResponse("The Host of this request is no address.\n", 400)
        if not admission.knows(asked_host(request)):  # 15.5.20
            return PlainTextResponse(_OTHER_NAME, 421)
        if request.method == "OPTIONS":
            origin = request.headers.get("origin", "")
            is_allowed = "access-control-allow-origin" in admission.headers(origin)
            return Response(status_code=204, headers=_PREFLIGHT if is_allowed else {"allow": _METHODS})
        found = find(public, path.removeprefix("/"))
        if found and found.is_dir():  # a relative URL, because a proxy may serve us under a path
            return RedirectResponse(f"{quote(path.rpartition('/')[2])}/", 307)
        content = _page(path, base_url, show_page)
        if content is None and found:
            content = _content(found, base_url, moved, request)
        if content is None:
            return PlainTextResponse("There is nothing here.\n", 404)
        return answer(content, request.method, request.headers)

    # A function, and not a coroutine: it reads files, so Starlette runs it in a thread.
    routes = [Route("/{path:path}", get, methods=["GET", "HEAD", "OPTIONS"])]
    return Starlette(routes=routes, middleware=[Middleware(_Told, admission)])


def listening(host: str, port: int) -> socket.socket:
    """A socket that clients can connect to from now on. Port 0 takes any free one. Raises OSError."""
    return socket.create_server((host, port), backlog=2048)


def lan_address() -> str:
    """This machine's address in its network; empty when it is in none. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737: nobody's; it only picks the way out
        except OSError:
            return ""
        address = probe.getsockname()[0]
    return "" if ipaddress.ip_address(address).is_loopback or address == "0.0.0.0" else str(address)  # noqa: S104


def serve(app: ASGIApp, listeners: Sequence[socket.socket], limits: Limits = Limits()) -> None:  # noqa: B008 — frozen
    """Serve until Ctrl-C or SIGTERM, which is passed on when all connections are closed."""
    server(app, limits).run(sockets=list(listeners))


def server(app: ASGIApp, limits: Limits = Limits()) -> uvicorn.Server:  # noqa: B008 — frozen
    """What `serve` runs; set `should_exit` to end it."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=limited(limits),
            ws="none",
            lifespan="off",
            loop="asyncio",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,  # it would hide who speaks to us; asked_base_url reads what is needed
            server_header=False,
        )
    )


class _Moved:
    """Files at another address, so that a phone's many polls cost one parsing."""

    def __init__(self, public: Path) -> None:
        self._public = public
        self._kept: dict[tuple[object, ...], bytes] = {}

    def at(self, name: str, data: bytes, state: tuple[object, ...], base_url: str, *, is_page: bool) -> bytes:
        """`state` tells one version of a file from another; `is_page` wants a feed as HTML, if it can be had."""
        key = (name, *state, base_url, is_page)
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            moved = self._moved(name, data, base_url)
            self._kept[key] = (is_page and styled(moved, self._public / "feed.xsl")) or moved
        return self._kept[key]

    def _moved(self, name: str, data: bytes, base_url: str) -> bytes:
        """As it is where it isn't a feed, or doesn't say where it is from."""
        try:
            before = self._published_at() if name.endswith(CHAPTERS) else base_url_of(data)
            if not before:
                return data
            return (
                in_chapters(data, before, base_url) if name.endswith(CHAPTERS) else readdressed(data, before, base_url)
            )
        except (OSError, ValueError):
            return data

    def _published_at(self) -> str:
        with (self._public / "feed.xml").open("rb") as feed:
            return base_url_of(feed.read(_HEAD_BYTES))


class _Told:
    """Adds what every answer says to browsers, errors too."""

    def __init__(self, app: ASGIApp, admission: Admission) -> None:
        self._app, self._admission = app, admission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._admission.headers(Headers(scope=scope).get("origin", "")).items():
                    headers.add_vary_header(value) if name == "vary" else headers.append(name, value)
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        await self._app(scope, receive, send_told)


def _page(path: str, base_url: str, show_page: ShowPage) -> Content | None:
    name = path.removeprefix("/") or INDEX_NAME
    html = show_page(base_url, name) if "/" not in name and name.endswith(".html") else None
    return None if html is None else _in_memory(html, media_type(INDEX_NAME))


def _content(found: Path, base_url: str, moved: _Moved, request: Request) -> Content | None:
    """None for what a build has just swept, and for what is nobody's business."""
    try:
        file = found.open("rb")
    except (FileNotFoundError, PermissionError):
        return None
    facts = os.fstat(file.fileno())
    state = (facts.st_mtime_ns, facts.st_size, facts.st_ino)
    if not found.name.endswith((".xml", CHAPTERS)):
        etag = '"{:x}-{:x}-{:x}"'.format(*state)
        return Content(file, facts.st_size, media_type(found.name), etag, facts.st_mtime)
    with file:
        is_page = found.suffix == ".xml" and "text/html" in request.headers.get("accept", "")
        data = moved.at(found.name, file.read(), state, base_url, is_page=is_page)
    media = XML_FOR_BROWSERS if is_page else media_type(found.name)
    media = media_type(INDEX_NAME) if is_page and data.startswith(b"<!doctype html>") else media
    return replace(_in_memory(data, media, facts.st_mtime), varies_with="Accept")


def _in_memory(data: bytes, media: str, modified_s: float | None = None) -> Content:
    return Content(BytesIO(data), len(data), media, f'"{sha256(data).hexdigest()[:32]}"', modified_s)
