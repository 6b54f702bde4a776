"""A site of the test's own: what it answers is bytes as they go over the wire."""

import socket
import ssl
from contextlib import suppress
from threading import Event, Thread

import pytest
import trustme

PROSE = "A river is lazy water, and it bends where the ground lets it bend. " * 4


class Site:
    """`answers` by path: bytes, or a function that is given the connection and the request."""

    def __init__(self, tls=None):
        self.answers, self.asked, self.is_over = {}, [], Event()
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}"
        Thread(target=self._serve, daemon=True).start()

    def page(self, path, body, kind="text/html; charset=utf-8", head=""):
        body = body.encode() if isinstance(body, str) else body
        self.answers[path] = answer(body, f"content-type: {kind}\r\n{head}")

    def send_on(self, path, there):
        self.answers[path] = f"HTTP/1.1 302 Found\r\nlocation: {there}\r\ncontent-length: 0\r\n\r\n".encode()

    def close(self):
        self.is_over.set()
        self._listener.close()

    def _serve(self):
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        connection.settimeout(5)
        with (
            suppress(OSError),
            self._tls.wrap_socket(connection, server_side=True) if self._tls else connection as peer,
        ):
            request = b""
            while b"\r\n\r\n" not in request and (more := peer.recv(65536)):
                request += more
            if request:
                self.asked.append(request.decode())
                given = self.answers.get(
                    request.split()[1].decode(), b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
                )
                if callable(given):
                    given(peer, self)
                else:
                    peer.sendall(given)


def answer(body, head="content-type: text/html\r\n", status="200 OK", length=None):
    return (
        f"HTTP/1.1 {status}\r\n{head}content-length: {len(body) if length is None else length}\r\n\r\n".encode() + body
    )


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def site():
    made = Site()
    yield made
    made.close()


@pytest.fixture(scope="session")
def authority():
    return trustme.CA()


@pytest.fixture
def secure_site(authority):
    """Its certificate is for localhost, and for no number."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    made = Site(context)
    yield made
    made.close()


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    """The authority is one of those that this machine trusts."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
