"""One way to write the address of a page."""

import pytest

from podcast.errors import PodcastError
from podcast.web.address import canonical, is_address, without_user


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.org/rivers", "https://example.org/rivers"),
        ("HTTPS://Example.ORG:443/Rivers#bend", "https://example.org/Rivers"),
        ("http://example.org:80", "http://example.org/"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://example.org./a", "https://example.org/a"),
        ("https://example.org/?p=12&utm_source=mail&utm_medium=x&fbclid=1", "https://example.org/?p=12"),
        ("https://example.org/?utm_source=mail", "https://example.org/"),
        ("https://example.org/ü b", "https://example.org/%C3%BC%20b"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://[2606:4700::1111]/a", "https://[2606:4700::1111]/a"),
        (" https://example.org/a ", "https://example.org/a"),
    ],
)
def test_the_same_page_has_one_address(written, meant):
    assert canonical(written) == meant
    assert canonical(meant) == meant


@pytest.mark.parametrize(
    "written",
    [
        *("https://", "https:///a", "https:/example.org", "http://exa mple.org/", "http://[::1/", "http://a:b/c"),
        *("http://example.org:99999/", "ftp://example.org/a.md", "file:///etc/passwd", "http://example.org:0/"),
        "https://example.org\\@10.0.0.1/" + "a" * 9000,
        "https://example.org/" + "a" * 9000,
    ],
)
def test_what_is_no_address_of_a_page_is_refused(written):
    assert is_address(written)
    with pytest.raises(PodcastError):
        canonical(written)


@pytest.mark.parametrize("name", ["essay.md", "-", "C:/essays/a.md", "essays/https.md", "www.example.org/a", "a:b.md"])
def test_files_are_no_addresses(name):
    assert not is_address(name)


def test_a_password_is_refused_and_not_told():
    with pytest.raises(PodcastError) as error:
        canonical("https://ann:hush@example.org/a?x")
    assert "hush" not in str(error.value)
    assert "ann" not in str(error.value)


def test_a_password_that_a_server_sends_is_dropped():
    assert without_user("https://ann:hush@example.org/a") == "https://example.org/a"
