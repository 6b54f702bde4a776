"""Where names may lead."""

import socket
from ipaddress import ip_address

import pytest

from podcast.errors import PodcastError
from podcast.web.hosts import UnknownHostError, is_never, is_private, places


@pytest.mark.parametrize(
    "ip",
    [
        *("127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3", "224.0.0.1", "239.1.1.1", "255.255.255.255"),
        *("240.0.0.1", "198.18.0.1", "192.0.2.1", "203.0.113.9"),
        *("::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "fec0::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::"),
        "2002:c0a8:101::1",
    ],
)
def test_what_is_not_on_the_public_internet_is_private(ip):
    assert is_private(ip_address(ip))


@pytest.mark.parametrize(
    "ip",
    ["8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_what_is_on_the_public_internet_is_not(ip):
    assert not is_private(ip_address(ip))


@pytest.mark.parametrize(
    "name",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "017700000001",
        "127.1",
        "0",
        "::1",
        "::ffff:10.0.0.1",
    ],
)
def test_a_private_place_is_refused_however_it_is_spelled(name):
    with pytest.raises(PodcastError, match="--allow-private"):
        places(name, 80, is_private)


def test_one_private_place_among_several_is_enough():
    found = ("127.0.0.1", "::1")
    refused = found[-1]
    for place in {info[4][0] for info in socket.getaddrinfo("localhost", 80, type=socket.SOCK_STREAM)}:
        with pytest.raises(PodcastError):
            places("localhost", 80, lambda ip, place=place: str(ip) == place)
    assert places("127.0.0.1", 80, lambda ip: str(ip) == refused) == ("127.0.0.1",)


def test_who_may_go_anywhere_goes_there():
    assert places("127.0.0.1", 80, is_never) == ("127.0.0.1",)


@pytest.mark.parametrize("name", ["a" * 70 + ".invalid", "no such.invalid", "nowhere.invalid"])
def test_a_name_that_nobody_has_is_told(name):
    with pytest.raises(UnknownHostError):
        places(name, 80, is_private)
