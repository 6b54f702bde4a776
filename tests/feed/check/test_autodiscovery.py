"""A show's page leads to its feed; anything else is taken for the feed itself."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from feed.check.autodiscovery import NoAnswer, find_feed

LINK = '<link rel="alternate" type="application/rss+xml" href="{}">'
PAGES = ("<!DOCTYPE html>", "<html lang=en>", "<?xml version='1.0'?><!-- x --> <!--y--><html>")
COMMENTS = LINK.format("comments.atom").replace("rss", "atom")
NOWHERE = ("http://[", "ftp://example.org/feed.xml", "feed\x1b[2J.xml", "feed of mine.xml", "")


@pytest.fixture(scope="module")
def found():
    """What is found at /show/ on a server that answers so; of its own addresses only the path."""
    answer = {}

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(answer["status"])
            self.end_headers()
            self.wfile.write(answer["body"])

        def log_message(self, *_):
            pass

    def find(body, status=200):
        answer.update(body=body if isinstance(body, bytes) else body.encode(), status=status)
        with httpx.Client(trust_env=False) as client:
            return find_feed(f"{address}/show/", client).removeprefix(address)

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield find
        server.shutdown()
        thread.join(10)


@pytest.mark.parametrize("start", PAGES)
@pytest.mark.parametrize("href", ["feed.xml", "/show/feed.xml", " ./feed.xml "])
def test_a_page_names_its_feed(found, start, href):
    assert found(f"{start}<head>{COMMENTS}{LINK.format(href)}{LINK.format('second.xml')}") == "/show/feed.xml"


def test_a_page_may_name_a_feed_on_another_host(found):
    url = "https://feeds.example/show.xml"
    assert found(f"<!doctype html>{LINK.format(url)}") == url


@pytest.mark.parametrize("body", ["", "<html></html>", f"<rss>{LINK.format('x.xml')}</rss>", b"\x00\xff" * 3000])
def test_all_else_is_the_feed_itself(found, body):
    assert found(body) == "/show/"


@pytest.mark.parametrize("href", NOWHERE)
def test_an_address_that_is_none_is_not_followed(found, href):
    assert found(f"<!doctype html>{LINK.format(href)}") == "/show/"


def test_a_page_that_says_that_there_is_none_names_no_feed(found):
    assert found(f"<!doctype html>{LINK.format('blog.xml')}", status=404) == "/show/"


def test_a_page_that_is_made_to_be_slow_is_not(found, patient):
    started = time.process_time()
    assert found("<!-- -->" * 3000 + "<x>") == "/show/"
    assert time.process_time() - started < patient(2)


def test_that_nobody_answers_has_a_reason():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/"
    with httpx.Client(trust_env=False) as client, pytest.raises(NoAnswer, match="refused"):
        find_feed(url, client)
