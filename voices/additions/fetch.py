"""A file from the net: whole and the one that was meant, or an error and the part of it to go on with.

    with client() as net:
        digest = fetch(net, Remote("https://…/en_GB-alba-medium.onnx", size=63_201_294, md5="…"), part, print)

A part is gone on with by a range, or begun again where a server has none. What is fetched is checked by its size and
digest, so it doesn't matter which server sent which half of it. Addresses are left for others by https, or on the same
host. Nothing here is asked by a build.
"""

import hashlib
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar

from voices.library import LibraryError

if TYPE_CHECKING:
    import httpx

log = logging.getLogger(__name__)

Got = TypeVar("Got")
OnBytes = Callable[[int], object]  # is told how many bytes of the file are here

PAUSES_S = (0.5, 1.0, 2.0, 4.0)  # before each further attempt
_SHORT_PAUSES_S = (0.5, 1.0)  # for what somebody waits for
_TIMEOUT_S, _CONNECT_TIMEOUT_S = 30, 10
_MOST_HOPS = 6
_PASSING = {408, 425, 429, *range(500, 600)}


@dataclass(frozen=True, slots=True)
class Remote:
    """A file on the net, with at least one digest."""

    address: str
    size: int
    sha256: str = ""
    md5: str = ""

    @property
    def name(self) -> str:
        """What it is called where it lies; not to be trusted."""
        from urllib.parse import unquote, urlsplit

        return unquote(urlsplit(self.address).path.rpartition("/")[2])

    @property
    def digest(self) -> str:
        return self.sha256 or self.md5


class _PassingError(Exception):
    """A fault that may be over when one asks again."""


def client() -> "httpx.Client":
    import httpx

    headers = {"user-agent": "podcast-producer (podcast voices)", "accept-encoding": "identity"}
    try:
        return httpx.Client(timeout=httpx.Timeout(_TIMEOUT_S, connect=_CONNECT_TIMEOUT_S), headers=headers)
    except (ValueError, ImportError) as error:
        remedy = "Set HTTPS_PROXY in the environment to http://HOST:PORT, or unset it."
        raise LibraryError(f"The proxy that is set can't be used ({error})", remedy=remedy) from None


def read(net: "httpx.Client", address: str, most_bytes: int, pauses_s: Sequence[float] = _SHORT_PAUSES_S) -> bytes:
    """A small file, at once."""

    def attempt() -> bytes:
        content = bytearray()
        with _opened(net, address, {}) as response:
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > most_bytes:
                    raise _wrong("This is far longer than it should be", address)
        return bytes(content)

    return _patiently(attempt, address, pauses_s)


def fetch(
    net: "httpx.Client", remote: Remote, part: Path, on_bytes: OnBytes, pauses_s: Sequence[float] = PAUSES_S
) -> str:
    """Complete `part`, and return its SHA-256. A part that turns out to be of something else is begun again, once."""
    is_resumed = part.exists()
    _patiently(lambda: _go_on(net, remote, part, on_bytes), remote.address, pauses_s)
    if digest := checked_digest(part, remote):
        return digest
    part.unlink()
    if is_resumed:
        log.info("what was here of it was not of this file: %s", remote.address)
        return fetch(net, remote, part, on_bytes, pauses_s)
    raise _wrong("What came is not the file that the catalogue promises (its digest is another)", remote.address)


def checked_digest(path: Path, remote: Remote) -> str:
    """Its SHA-256 in hex digits, empty if it isn't the file that is meant."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        if remote.sha256 and digest != remote.sha256:
            return ""
        if remote.md5 and hashlib.file_digest(file, _md5).hexdigest() != remote.md5:
            return ""
    return digest


def _md5() -> "hashlib._Hash":
    return hashlib.md5(
        usedforsecurity=False
    )  # the catalogue has no other; this tells damage; against forgery stands TLS


def _patiently(attempt: Callable[[], Got], address: str, pauses_s: Sequence[float]) -> Got:
    for pause_s in pauses_s:
        try:
            return attempt()
        except _PassingError as error:
            log.info("tried again in %.1f s: %s (%s)", pause_s, address, error)
        time.sleep(pause_s)
    try:
        return attempt()
    except _PassingError as error:
        remedy = "What has come is kept: the same command goes on with it. Without a network, see --from."
        raise LibraryError(f"This can't be fetched now ({error})", which=address, remedy=remedy) from None


def _go_on(net: "httpx.Client", remote: Remote, part: Path, on_bytes: OnBytes) -> None:
    begin = part.stat().st_size if part.exists() else 0
    if begin == remote.size:
        on_bytes(begin)
        return
    begin = begin if begin < remote.size else 0
    with _opened(net, remote.address, {"range": f"bytes={begin}-"} if begin else {}) as response:
        if response.status_code == 200:  # a server without ranges sends all of it
            begin = 0
        elif response.headers.get("content-range") != f"bytes {begin}-{remote.size - 1}/{remote.size}":
            part.unlink(missing_ok=True)  # so that the next attempt asks for all of it, and sees what it is
            raise _PassingError("the server can't go on where it stopped")
        _require_size(response, remote, begin)
        with part.open("r+b" if begin else "wb") as file:
            file.seek(begin)
            done = _write(response, remote.size, file, on_bytes)
    if done > remote.size:
        part.unlink()
        raise _wrong(f"This is longer than the {remote.size} bytes that the catalogue promises", remote.address)
    if done < remote.size:
        raise _PassingError(f"it ended after {done} of {remote.size} bytes")


def _write(response: "httpx.Response", size: int, file: IO[bytes], on_bytes: OnBytes) -> int:
    """How many bytes of the file are here now; more than `size` are not taken."""
    done = file.tell()
    for chunk in response.iter_bytes():
        done += len(chunk)
        if done > size:
            break
        file.write(chunk)
        on_bytes(done)
    return done


def _require_size(response: "httpx.Response", remote: Remote, begin: int) -> None:
    told = response.headers.get("content-length", "")
    if "content-encoding" in response.headers or not told.isdecimal() or int(told) == remote.size - begin:
        return
    what = f"The server has {int(told) + begin} bytes there, and not the {remote.size} that the catalogue promises"
    raise _wrong(what, remote.address)


@contextmanager
def _opened(net: "httpx.Client", address: str, headers: dict[str, str]) -> "Iterator[httpx.Response]":
    """What answers at last with the file. Faults on the way are told as what they are: passing or for good."""
    import httpx

    at = address
    try:
        for _ in range(_MOST_HOPS):
            with net.stream("GET", at, headers=headers) as response:
                if not response.has_redirect_location:
                    _require_success(response)
                    yield response
                    return
                at = _followed(response)
    except (httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError) as error:
        raise LibraryError(f"This is no address of a file on the web ({error})", which=at) from None
    except (httpx.TransportError, httpx.DecodingError) as error:
        raise _PassingError(str(error) or type(error).__name__) from None
    raise _wrong(f"The server sends us on more than {_MOST_HOPS} times", address)


def _require_success(response: "httpx.Response") -> None:
    status = response.status_code
    if status in _PASSING:
        raise _PassingError(f"the server says {status} {response.reason_phrase}")
    if status not in (200, 206, 416):
        raise _wrong(f"The server doesn't give it to us: {status} {response.reason_phrase}", str(response.url))


def _followed(response: "httpx.Response") -> str:
    """Where a redirect leads: by https to wherever it likes, otherwise only on the same host."""
    here = response.url
    there = here.join(response.headers["location"])
    is_same = (there.scheme, there.host, there.port) == (here.scheme, here.host, here.port)
    if there.scheme != "https" and not is_same:
        raise _wrong(f"The server sends us on to {there}, which is neither https nor the same host", str(here))
    return str(there)


def _wrong(what: str, address: str) -> LibraryError:
    remedy = "Nothing was added. Try again later, or fetch the file by other means and add it with --from."
    return LibraryError(what, which=address, remedy=remedy)
