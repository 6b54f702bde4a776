"""By which names a server may be called, and which web sites' pages may read it."""

import pytest

from feed.server.admission import EVERYBODY, Admission, host_name, origin_of

OURS = Admission(names=frozenset({"my-mac.local"}))


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST:8000", "localhost.", "show.localhost:1", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000",
        "192.168.1.7:8000", "10.0.0.1", "[fe80::1]", "my-mac.local", "My-Mac.Local.:8000",
    ],
)  # fmt: skip
def test_it_answers_to_its_names_and_to_numbers(host):
    assert OURS.knows(host)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "localhost.evil.example", "evil-localhost", "127.0.0.1.nip.io", "127.1", "0x7f000001",
        "2130706433", "my-mac.local.evil.example", "not-my-mac.local", "[evil]", "", "localhost/x", "localhost:x",
        "a@localhost", "localhost,evil.example", "localhost evil.example",
    ],
)  # fmt: skip
def test_it_answers_to_no_other(host):
    assert not OURS.knows(host)


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://player.example", "https://player.example"),
        ("https://Player.example:443/", "https://player.example"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://a.example:80", "http://a.example"),
        ("*", EVERYBODY),
    ],
)
def test_a_web_site_is_named_as_browsers_do(text, origin):
    assert origin_of(text) == origin


@pytest.mark.parametrize(
    "text",
    ["", "null", "player.example", "ftp://a.example", "https://a.example/x", "https://u@a.example", "https://", "a\nb"],
)
def test_what_is_no_web_site_is_refused(text):
    with pytest.raises(ValueError, match="no web site"):
        origin_of(text)


@pytest.mark.parametrize("text", ["", "a:80", "https://a.example", "a b", "[::1", "ä.example", "a\r\nb"])
def test_what_is_no_name_is_refused(text):
    with pytest.raises(ValueError, match="no name"):
        host_name(text)


def test_names_are_compared_without_capitals_and_a_last_dot():
    assert Admission(names=frozenset({host_name("Pods.Example.")})).knows("pods.example:8000")
