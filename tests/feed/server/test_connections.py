"""Clients that say nothing, too much or too slowly, over real sockets on the loopback."""

import http.client
import socket
import threading
import time
from contextlib import ExitStack, contextmanager

import pytest

from feed.server import app, listening, server
from feed.server.connections import Limits, limited

GET = b"GET /a.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
BIG_BYTES = 32 << 20


@pytest.fixture
def public(tmp_path):
    (tmp_path / "a.txt").write_text("here")
    with (tmp_path / "big.mp3").open("wb") as file:
        file.truncate(BIG_BYTES)
    return tmp_path


@contextmanager
def running(public, limits, send_buffer_bytes=None):
    """The server in a thread; its port."""
    with listening("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        if send_buffer_bytes:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer_bytes)
        run = server(app(public), limits)
        thread = threading.Thread(target=run.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield port
        finally:
            run.should_exit = True
            thread.join(20)
            assert not thread.is_alive()


def connected(port, said=b""):
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.sendall(said)
    return connection


def answer(connection):
    """To GET, all of it, in however many pieces it comes."""
    read = b""
    while not read.endswith(b"\r\n\r\nhere"):
        piece = connection.recv(4096)
        assert piece, read
        read += piece
    return read


def fetched(port):
    """The status of an ordinary request, and how long it took in ms."""
    begun = time.perf_counter()
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    client.request("GET", "/a.txt")
    response = client.getresponse()
    body = response.read()
    client.close()
    assert body == b"here"
    return response.status, (time.perf_counter() - begun) * 1000


def ended_after_s(connection):
    """When the other side closed it, and what was left to read."""
    begun, read = time.monotonic(), b""
    try:
        while piece := connection.recv(1 << 16):
            read += piece
    except ConnectionResetError:
        pass
    return time.monotonic() - begun, read


@pytest.mark.parametrize("said", [b"", b"GET /a.txt HTTP/1.1\r\nHost: localhost\r\n", GET])
def test_300_sockets_that_wait_don_t_keep_others_waiting(public, said, patient):
    with running(public, Limits()) as port, ExitStack() as open_sockets:
        for _ in range(300):
            open_sockets.enter_context(connected(port, said))
        fetched(port)
        answers = [fetched(port) for _ in range(5)]
        assert {status for status, _ in answers} == {200}
        assert min(took_ms for _, took_ms in answers) < 1000 * patient(0.1)


@pytest.mark.parametrize("said", [b"", b"GET /a.txt HT", GET + b"GET /a"])
def test_a_request_must_be_said_in_time(public, said, patient):
    with running(public, Limits(head_s=0.3)) as port, connected(port, said) as connection:
        took_s, _ = ended_after_s(connection)
        assert took_s < patient(3)


def test_drops_don_t_buy_time(public, patient):
    with running(public, Limits(head_s=0.5)) as port, connected(port, b"GET /a.txt HTTP/1.1\r\nX: ") as connection:
        begun = time.monotonic()
        with pytest.raises(OSError, match=r".*"):
            while time.monotonic() - begun < 60:
                connection.sendall(b"x")
                time.sleep(0.05)
        assert time.monotonic() - begun < patient(4)


def test_a_body_without_end_is_cut_too(public, patient):
    begin = b"POST /a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n"
    with running(public, Limits(head_s=0.5)) as port, connected(port, begin) as connection:
        begun = time.monotonic()
        with pytest.raises(OSError, match=r".*"):
            while time.monotonic() - begun < 60:
                connection.sendall(b"x")
                time.sleep(0.05)
        assert time.monotonic() - begun < patient(4)


def test_a_slow_request_in_time_and_the_next_one_are_answered(public, patient):
    with running(public, Limits(head_s=patient(2))) as port, connected(port) as connection:
        for begin in range(0, len(GET), 8):
            connection.sendall(GET[begin : begin + 8])
            time.sleep(0.01)
        assert answer(connection).startswith(b"HTTP/1.1 200")
        connection.sendall(GET)
        assert answer(connection).startswith(b"HTTP/1.1 200")


def test_who_takes_nothing_is_cut_and_who_takes_slowly_is_not(public, patient):
    begin, pause_s = b"GET /big.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n", patient(0.1)
    with running(public, Limits(head_s=2 * pause_s, stall_s=8 * pause_s)) as port:
        with connected(port, begin) as stalled, connected(port, begin) as slow:
            file = slow.makefile("rb")
            for _ in range(20):  # longer than any limit
                assert len(file.read(1 << 20)) == 1 << 20
                time.sleep(pause_s)
            _, rest = ended_after_s(stalled)
            assert len(rest) < BIG_BYTES
            assert len(file.read(BIG_BYTES - (20 << 20))) == BIG_BYTES - (20 << 20)
            file.close()
        assert fetched(port)[0] == 200


def test_the_last_bytes_must_be_taken_too(public, patient):
    """An answer so short that the server has written all of it, and waits only for the system to take the end."""
    (public / "short.mp3").write_bytes(bytes(60_000))
    pause_s = patient(0.1)
    limits = Limits(head_s=2 * pause_s, stall_s=5 * pause_s)
    with running(public, limits, send_buffer_bytes=4096) as port, socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", port))
        connection.sendall(b"GET /short.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        time.sleep(15 * pause_s)
        connection.settimeout(100 * pause_s)
        assert len(ended_after_s(connection)[1]) < 60_000


def test_the_oldest_that_says_nothing_makes_room(public):
    with running(public, Limits(connections=8)) as port, ExitStack() as open_sockets:
        waiting = [open_sockets.enter_context(connected(port)) for _ in range(8)]
        assert fetched(port)[0] == 200
        assert ended_after_s(waiting[0])[1] == b""
        waiting[7].sendall(GET)
        assert waiting[7].recv(4096).startswith(b"HTTP/1.1 200")


def test_a_download_is_not_closed_for_others(public):
    begin = b"GET /big.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with running(public, Limits(connections=4)) as port, ExitStack() as open_sockets:
        download = open_sockets.enter_context(connected(port, begin))
        read = len(download.recv(4096))
        for _ in range(12):
            open_sockets.enter_context(connected(port))
        while piece := download.recv(1 << 20):
            read += len(piece)
            if read > BIG_BYTES:
                break
        assert read > BIG_BYTES


def test_the_server_stops_though_somebody_downloads(public, patient):
    with running(public, Limits(farewell_s=0.1)) as port:
        download = connected(port, b"GET /big.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        download.recv(4096)
        begun = time.monotonic()
    assert time.monotonic() - begun < patient(5)
    download.close()


def test_each_connection_may_have_a_socket_and_a_file_within_the_system_s_limit():
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    try:
        assert 2 * limited(Limits()).limits.connections < 256
        assert limited(Limits(connections=7)).limits.connections == 7
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
