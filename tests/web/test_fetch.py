"""Pages from a real server that does all that servers do wrong."""

import gzip
import socket
import time
from ipaddress import ip_address

import pytest

from podcast.errors import PodcastError
from podcast.web.fetch import MOST_BYTES, fetch
from podcast.web.hosts import is_never, is_private
from tests.web.conftest import PROSE, answer

PAGE = f"<!doctype html><title>Rivers</title><p>{PROSE}</p>".encode()


def fetched(address, is_refused=is_never, seconds=10):
    return fetch(address, is_refused, seconds)


def refused(address, *words, is_refused=is_never, seconds=10):
    with pytest.raises(PodcastError) as error:
        fetch(address, is_refused, seconds)
    assert error.value.remedy
    assert all(word in str(error.value) for word in words), str(error.value)


def test_a_page_is_fetched_with_where_it_was_found(site):
    site.page("/rivers", PAGE)
    page = fetched(f"{site.url}/rivers")
    assert (page.address, page.suffix, page.data) == (f"{site.url}/rivers", ".html", PAGE)


def test_a_packed_page_is_unpacked(site):
    site.page("/rivers", gzip.compress(PAGE), head="content-encoding: gzip\r\n")
    assert fetched(f"{site.url}/rivers").data == PAGE


def test_the_charset_of_the_header_is_heeded(site):
    site.page("/reki", "<p>Реки".encode("cp1251"), "text/html; charset=windows-1251")
    assert fetched(f"{site.url}/reki").data.decode() == "<p>Реки"


def test_redirects_are_followed_also_relative_ones(site):
    site.send_on("/a", "/b?x=1")
    site.send_on("/b?x=1", f"{site.url}/c#part")
    site.page("/c", PAGE)
    assert fetched(f"{site.url}/a").address == f"{site.url}/c"


def test_the_server_is_told_the_name_and_not_the_number(site):
    site.page("/rivers", PAGE)
    fetched(f"http://localhost:{site.port}/rivers")
    assert f"\r\nhost: localhost:{site.port}\r\n" in site.asked[0].lower()


def test_nothing_of_the_user_is_sent_along(site, tmp_path, monkeypatch):
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login ann password hush")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    site.page("/rivers", PAGE)
    fetched(f"{site.url}/rivers")
    assert "authorization" not in site.asked[0].lower()


def test_a_certificate_is_held_against_the_name(secure_site, trusted):
    secure_site.page("/rivers", PAGE)
    assert fetched(f"https://localhost:{secure_site.port}/rivers").data == PAGE
    refused(f"{secure_site.url}/rivers", "prove who it is")


def test_a_certificate_of_an_unknown_authority_is_refused(secure_site):
    secure_site.page("/rivers", PAGE)
    refused(f"https://localhost:{secure_site.port}/rivers", "prove who it is")


def test_no_redirect_leads_from_encryption_to_none(secure_site, site, trusted):
    site.page("/rivers", PAGE)
    secure_site.send_on("/rivers", f"{site.url}/rivers")
    refused(f"https://localhost:{secure_site.port}/rivers", "without encryption")


@pytest.mark.parametrize("status", [204, 304, 400, 401, 403, 404, 410, 418, 429, 451, 500, 502, 503, 599])
def test_each_refusal_is_a_sentence_with_its_number(status, site):
    site.answers["/x"] = f"HTTP/1.1 {status} No\r\ncontent-length: 0\r\nretry-after: 30\r\n\r\n".encode()
    refused(f"{site.url}/x", f"({status})", f"{site.url}/x")


@pytest.mark.parametrize("there", ["/x", "/y"])
def test_redirects_in_a_circle_end(there, site):
    site.send_on("/x", there)
    site.send_on("/y", "/x")
    refused(f"{site.url}/x", "times")
    assert len(site.asked) == 10


@pytest.mark.parametrize("there", ["file:///etc/passwd", "ftp://example.org/a", "http://[::1", "javascript:alert(1)"])
def test_redirects_to_no_page_are_refused(there, site):
    site.send_on("/x", there)
    refused(f"{site.url}/x", f"{site.url}/x")


def test_a_redirect_to_a_private_place_is_refused_and_nothing_is_asked_there(site):
    site.send_on("/x", f"http://127.0.0.2:{site.port}/secret")
    refused(f"{site.url}/x", "private", is_refused=lambda ip: ip != ip_address("127.0.0.1"))
    assert len(site.asked) == 1


def test_a_private_place_is_refused_before_it_is_asked(site):
    refused(f"{site.url}/x", "private", "--allow-private", is_refused=is_private)
    refused(f"http://localhost:{site.port}/x", "private", is_refused=is_private)
    refused(f"http://2130706433:{site.port}/x", "private", is_refused=is_private)
    assert site.asked == []


def test_a_place_that_is_not_reached_leaves_the_next(site):
    """localhost may lead to ::1 first, where nothing listens."""
    site.page("/rivers", PAGE)
    assert fetched(f"http://localhost:{site.port}/rivers").data == PAGE


@pytest.mark.parametrize(
    "sent",
    [
        answer(PAGE, length=len(PAGE) + 100),
        answer(PAGE, length=-1),
        b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<p>Ri",
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n<p>Rivers</p>\r\n",
        answer(b"no gzip", "content-encoding: gzip\r\n"),
        answer(gzip.compress(PAGE)[:-20], "content-encoding: gzip\r\n"),
        answer(PAGE, "content-encoding: br\r\n"),
        b"not HTTP at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nbad header\r\n\r\n",
        b"",
        answer(b""),
        answer(b" \n"),
    ],
)
def test_what_is_not_whole_is_refused(sent, site):
    site.answers["/x"] = sent
    refused(f"{site.url}/x", f"{site.url}/x")


def test_what_says_that_it_is_too_large_is_not_read(site):
    site.answers["/x"] = answer(b"x", length=MOST_BYTES + 1)
    refused(f"{site.url}/x", "too large", "20 MB")


def test_a_bomb_is_too_large(site):
    site.page("/x", gzip.compress(bytes(MOST_BYTES + 1)), head="content-encoding: gzip\r\n")
    refused(f"{site.url}/x", "too large")


def test_what_never_ends_is_stopped(site):
    def endless(peer, site):
        peer.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n")
        while not site.is_over.is_set():
            peer.sendall(b"<p>Rivers. </p>" * 10_000)

    site.answers["/x"] = endless
    refused(f"{site.url}/x", "too large")


def test_what_drips_is_stopped(site, patient):
    def dripping(peer, site):
        peer.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100000\r\n\r\n")
        while not site.is_over.wait(0.02):
            peer.sendall(b"x")

    site.answers["/x"] = dripping
    begun = time.monotonic()
    refused(f"{site.url}/x", "slowly", seconds=0.2)
    assert time.monotonic() - begun < patient(5)


def test_where_nobody_listens_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        refused(f"http://127.0.0.1:{free.getsockname()[1]}/", "reached")


def test_a_name_that_nobody_has_is_told():
    refused("https://nowhere.invalid/", "nowhere.invalid")


def test_a_proxy_is_asked_for_the_name(site, monkeypatch):
    monkeypatch.delenv("NO_PROXY")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("http_proxy", site.url)
    site.page("http://nowhere.invalid/rivers", PAGE)
    assert fetched("http://nowhere.invalid/rivers", is_private).data == PAGE
    refused("http://10.0.0.1/rivers", "private", is_refused=is_private)
