"""`podcast serve` as a user runs it: the real command, on 127.0.0.1, with a show that `podcast build` made."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import httpx
import pytest
from lxml import etree

from feed.server import lan_address

ESSAY = "# On Ponds\n\nPonds stand still.\n"
BASE = "https://example.org/ponds"


def podcast(*arguments, cwd):
    command = [sys.executable, "-m", "podcast", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)


def built(folder, essay=ESSAY):
    (folder / "ponds.md").write_text(essay, "utf-8")
    done = podcast("build", "ponds.md", "--base-url", BASE, "--intro", "none", "--outro", "none", cwd=folder)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def show(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ponds")
    built(folder)
    return folder


@contextmanager
def serving(folder, *options):
    """The running command, and the address of the feed that it told."""
    command = [sys.executable, "-m", "podcast", "serve", "--show", str(folder), "--port", "0", *options]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    try:
        for line in process.stdout:
            if line.startswith("feed"):
                break
        else:
            pytest.fail(process.stderr.read())
        yield process, line.split()[1]
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def address(show):
    with serving(show, "--host", "Phone.local", "--host", "x") as (_, address):
        yield address


@pytest.fixture(scope="module")
def served(address):
    return etree.fromstring(httpx.get(address).content)


def test_the_feed_can_be_subscribed_to_where_it_is_asked(show, address, served):
    base_url = address.removesuffix("/feed.xml")
    enclosure = served.find("channel/item/enclosure")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", base_url)
    assert enclosure.get("url").startswith(f"{base_url}/episodes/ponds/ponds-")
    assert served.find("channel/{http://www.w3.org/2005/Atom}link[@rel='self']").get("href") == address
    assert len(httpx.get(enclosure.get("url")).content) == int(enclosure.get("length"))
    with_another_name = httpx.get(address, headers={"Host": "phone.local:8000"}).text
    assert "http://phone.local:8000/episodes/ponds/" in with_another_name


def test_the_feed_on_disk_stays_where_it_will_be_published(show, address):
    on_disk = etree.parse(show / "public" / "feed.xml")
    assert on_disk.find("channel/item/enclosure").get("url").startswith(f"{BASE}/episodes/")
    assert address.encode() not in (show / "public" / "feed.xml").read_bytes()


def test_a_download_can_be_resumed_and_a_poll_costs_nothing(served):
    url = served.find("channel/item/enclosure").get("url")
    whole = httpx.get(url)
    part = httpx.get(url, headers={"Range": "bytes=1000-1999"})
    assert (part.status_code, part.content) == (206, whole.content[1000:2000])
    assert httpx.get(url, headers={"If-None-Match": whole.headers["etag"]}).status_code == 304
    head = httpx.head(url)
    assert head.headers["content-length"] == str(len(whole.content))
    assert head.headers["content-type"] == "audio/mpeg"
    assert "server" not in head.headers


@pytest.mark.parametrize(
    ("target", "status"),
    [
        (b"/../ponds.md", 404),
        (b"/%2e%2e/ponds.md", 404),
        (b"/..%2fponds.md", 404),
        (b"//etc/passwd", 404),
        (b"/episodes/ponds/../../../ponds.md", 404),
        (b"/%00", 404),
        (b"/" + b"a" * 9000, 404),
        (b"*", 404),
        (b"/feed.xml", 200),
        (b"/feed.xml?x=/../ponds.md", 200),
    ],
)
def test_paths_as_no_browser_would_send_them(address, target, status):
    with socket.create_connection(("127.0.0.1", httpx.URL(address).port), timeout=10) as connection:
        connection.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert connection.makefile("rb").readline().split()[1] == str(status).encode()


def test_a_proxy_on_this_machine_is_believed_though_it_names_its_client(address):
    proxied = {"X-Forwarded-Host": "pods.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.5"}
    assert 'href="https://pods.example/feed.xml"' in httpx.get(address, headers=proxied).text


def test_a_client_of_http_1_0_gets_the_address_that_it_came_to(address):
    with socket.create_connection(("127.0.0.1", httpx.URL(address).port), timeout=10) as connection:
        connection.sendall(b"GET /feed.xml HTTP/1.0\r\n\r\n")
        assert f'"{address}"'.encode() in connection.makefile("rb").read()


def test_a_build_shows_while_the_server_runs(show, tmp_path):
    folder = tmp_path / "ponds"
    shutil.copytree(show, folder)
    with serving(folder) as (_, address), httpx.Client() as client:
        first = client.get(address)
        built(folder, ESSAY.replace("still", "very still").replace("On Ponds", "On Still Ponds"))
        second = client.get(address, headers={"If-None-Match": first.headers["etag"]})
        [item] = etree.fromstring(second.content).findall("channel/item")
        url = item.find("enclosure").get("url")
        [mp3] = folder.rglob("*.mp3")
        assert item.findtext("title") == "On Still Ponds"
        assert url.startswith(address.removesuffix("feed.xml"))
        assert client.get(url).content == mp3.read_bytes()
        assert BASE in (folder / "public" / "feed.xml").read_text("utf-8")
        gone = etree.fromstring(first.content).find("channel/item/enclosure").get("url")
        assert client.get(gone).status_code == 404


def test_a_page_of_another_name_or_web_site_can_t_read_it(address):
    assert httpx.get(address, headers={"Host": "evil.example"}).status_code == 421
    answer = httpx.get(address, headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_a_player_on_the_web_may_where_it_is_named(show):
    with serving(show, "--allow-origin", "https://Player.example:443/") as (_, address):
        answer = httpx.get(address, headers={"Origin": "https://player.example"})
        assert answer.headers["access-control-allow-origin"] == "https://player.example"


@pytest.mark.parametrize(
    "option", [("--host", "https://x.example"), ("--host", "a b"), ("--allow-origin", "x.example")]
)
def test_what_is_no_name_or_web_site_is_refused_with_an_example(show, option):
    done = podcast("serve", "--show", show, "--port", "0", *option, cwd=show)
    assert done.returncode == 1
    assert "https://player.example" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_ctrl_c_ends_it_quietly_also_during_a_download(show, tmp_path, name, patient):
    shutil.copytree(show, tmp_path / "ponds")
    with (tmp_path / "ponds" / "public" / "big.mp3").open("wb") as file:
        file.truncate(64 << 20)
    with serving(tmp_path / "ponds") as (process, address):
        assert httpx.get(address).status_code == 200
        with httpx.stream("GET", address.replace("feed.xml", "big.mp3")) as download:
            next(download.iter_raw())
            begun = time.monotonic()
            process.send_signal(getattr(signal, name))
            rest, told = process.communicate(timeout=20)
        assert time.monotonic() - begun < patient(10)
    assert process.returncode == 0
    assert "Traceback" not in told + rest
    assert "rror" not in told


def test_without_a_feed_it_says_what_to_do(tmp_path):
    done = podcast("serve", cwd=tmp_path)
    assert done.returncode == 1
    assert "podcast build" in done.stderr
    assert done.stdout == ""


def test_a_taken_port_is_named(show):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = podcast("serve", "--show", show, "--port", port, cwd=show)
    assert done.returncode == 1
    assert str(port) in done.stderr
    assert "--port" in done.stderr
    assert done.stdout == ""


def test_only_this_machine_reaches_it_unless_it_is_told_so(show):
    with serving(show) as (process, address):
        port = httpx.URL(address).port
        listening = _listening_addresses(process.pid, port)
        assert listening in ({"127.0.0.1"}, None)


def _listening_addresses(pid, port):
    """The addresses on which a process listens at a port, where the system tells."""
    table = Path(f"/proc/{pid}/net/tcp")
    if not table.exists():
        return None
    rows = [row.split() for row in table.read_text().splitlines()[1:]]
    ends = [row[1].split(":") for row in rows if row[3] == "0A"]
    return {socket.inet_ntoa(bytes.fromhex(host)[::-1]) for host, end in ends if int(end, 16) == port}


@pytest.mark.skipif(not lan_address(), reason="this machine is in no network")
def test_lan_shows_a_qr_code_and_warns(show):
    with serving(show, "--lan") as (process, address):
        base_url = httpx.URL(address)
        assert base_url.host == lan_address()
        assert httpx.get(f"http://127.0.0.1:{base_url.port}/feed.xml").status_code == 200
        by_name = {"Host": f"{socket.gethostname()}:{base_url.port}"}
        assert httpx.get(f"http://127.0.0.1:{base_url.port}/feed.xml", headers=by_name).status_code == 200
        code = list(islice(process.stdout, 14))  # communicate would pass over what has been read ahead
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
        told = process.stderr.read()
    assert sum("▄" in line or "▀" in line for line in code) > 10
    assert "network" in told


@pytest.mark.skipif(bool(lan_address()), reason="this machine is in a network")
def test_without_a_network_lan_says_so(show):
    done = podcast("serve", "--show", show, "--port", "0", "--lan", cwd=show)
    assert done.returncode == 1
    assert "network" in done.stderr
