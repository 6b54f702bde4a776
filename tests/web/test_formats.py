"""Which kind of essay came."""

import pytest

from podcast.errors import PodcastError
from podcast.web.formats import suffix_of

PAGE = b"<!DOCTYPE html><html><p>Rivers bend."
FEED = b'<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>'


@pytest.mark.parametrize(
    ("media_type", "path", "data", "suffix"),
    [
        ("text/html", "/rivers", PAGE, ".html"),
        ("text/html", "/rivers.md", PAGE, ".html"),
        ("application/xhtml+xml", "/rivers", PAGE, ".html"),
        ("text/markdown", "/rivers", b"# Rivers", ".md"),
        ("text/plain", "/main/README.md", b"# Rivers", ".md"),
        ("text/plain", "/rivers.RST", b"Rivers", ".rst"),
        ("text/plain", "/rivers", b"Rivers bend.", ".txt"),
        ("text/plain", "/rivers", PAGE, ".html"),
        ("", "/rivers", PAGE, ".html"),
        ("", "/rivers", b"Rivers bend.", ".txt"),
        ("application/octet-stream", "/rivers.md", b"Rivers bend.", ".md"),
        ("application/json", "/rivers.ipynb", b"{}", ".ipynb"),
        ("text/plain", "/rivers.org", b"* Rivers", ".org"),
        ("multipart/related", "/rivers", b"MIME-Version: 1.0", ".mhtml"),
        ("application/xml", "/rivers", b'<?xml version="1.0"?><html>', ".html"),
    ],
)
def test_the_type_tells_or_the_address_or_the_content(media_type, path, data, suffix):
    assert suffix_of(media_type, f"https://example.org{path}", data) == suffix


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("application/rss+xml", b"<rss/>"),
        ("application/atom+xml", b"<feed/>"),
        ("text/xml", FEED),
        ("application/xml", FEED),
        ("text/html", FEED),
        ("image/png", b"\x89PNG"),
        ("image/svg+xml", b"<svg/>"),
        ("audio/mpeg", b"ID3"),
        ("video/mp4", b"...."),
        ("application/json", b"{}"),
        ("application/ld+json", b"{}"),
        ("text/javascript", b"x()"),
        ("text/css", b"p{}"),
    ],
)
def test_what_is_no_essay_is_refused(media_type, data):
    with pytest.raises(PodcastError, match=r"https://example\.org/x"):
        suffix_of(media_type, "https://example.org/x", data)
