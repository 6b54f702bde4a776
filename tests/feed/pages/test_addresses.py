"""Links between a show's own files, and which links are safe."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feed.fit import fit_url
from feed.hosts import host, is_local
from feed.pages.addresses import PageAddress, base_of, web_link

BASE = "https://example.org/show/"
PARTS = st.text("ab:-é ", min_size=1, max_size=5).filter(lambda part: part.strip() == part)
PATHS = st.lists(PARTS, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_a_relative_link_leads_back_to_the_address(target, here):
    place = PageAddress(base_of(BASE + "feed.xml"), fit_url(BASE + here))
    found = urljoin(place.url, place.way_to(BASE + target))
    assert found in (fit_url(BASE + target), fit_url(BASE + target) + "index.html")


def test_a_folder_is_linked_by_the_page_in_it():
    place = PageAddress(BASE, BASE + "episodes/a/")
    assert place.way_to(BASE + "episodes/b/") == "../b/index.html"
    assert place.way_to(BASE) == "../../index.html"
    assert PageAddress(BASE, BASE).way_to(BASE + "javascript:alert(1)") == "./javascript:alert(1)"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.org/other/",
        "https://example.org/showing/x",
        "//evil.example/show/",
        BASE + "../x",
        BASE + "%2e%2E/x",
        BASE + "/evil.example",
        BASE + "a\\..\\..\\x",
    ],
)
def test_what_lies_outside_has_no_relative_link(url):
    assert PageAddress(BASE, BASE).way_to(url) == ""


@pytest.mark.parametrize("url", ["javascript:alert(1)", " \x00JavaScript:x", "data:text/html,x", "file:///x", "x", ""])
def test_only_web_and_mail_addresses_are_safe(url):
    assert web_link(url) == ""


def test_safe_links_are_ascii():
    assert web_link("https://example.org/é b") == "https://example.org/%C3%A9%20b"
    assert web_link("mailto:a@example.org") == "mailto:a@example.org"


def test_hosts_are_named_for_people():
    assert [host(url) for url in ("https://www.example.org:8/x", "mailto:a@b.org", "http://[", "x")] == [
        "example.org",
        "a@b.org",
        "",
        "",
    ]
    assert [is_local(url) for url in ("http://localhost:8000/", "http://127.0.0.1/", "http://192.168.1.2/", "?")] == [
        True,
        True,
        False,
        False,
    ]
