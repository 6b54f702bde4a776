"""Where a name on the web leads: all its addresses, and none of them on the user's own machine or network.

    places("example.org", 443, is_private)       # ("93.184.215.14", …)

A page may send its reader on to http://127.0.0.1:8080/, and a name may lead to 192.168.1.1: what answers there trusts
whoever asks from there. Names are looked up once, all that comes of it is judged, and that is what is connected to:
a name that leads elsewhere a second later has no part in it. Numbers in any spelling (2130706433, 0x7f.1) are names,
too: what counts is where they lead.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from podcast.errors import PodcastError

IpAddress = IPv4Address | IPv6Address
IsRefused = Callable[[IpAddress], bool]

#: An IPv4 address stands in their last four bytes: NAT64, and what once was a way to write it.
_EMBEDDING = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))


class UnknownHostError(PodcastError):
    """A name that is not known here; a proxy may know it."""


def is_private(ip: IpAddress) -> bool:
    """Whether it is not on the public internet: loopback, private and shared networks, link-local, multicast …"""
    if isinstance(ip, IPv6Address):
        if (carried := _carried(ip)) is not None and is_private(carried):
            return True
        if ip.is_site_local:
            return True
    return not ip.is_global or ip.is_multicast or ip.is_unspecified or ip.is_loopback


def is_never(_ip: IpAddress) -> bool:
    """For those who may go anywhere."""
    return False


def places(host: str, port: int, is_refused: IsRefused) -> tuple[str, ...]:
    """Raises PodcastError when the name is unknown, or leads to one place at least that is refused."""
    found = dict.fromkeys(_looked_up(host, port))
    for place in found:
        if is_refused(ip_address(place)):
            leads = "" if place == host else f", which leads to {place}"
            remedy = "If you trust what answers there, give --allow-private."
            raise PodcastError("This address is in a private network", which=f"{host}{leads}", remedy=remedy)
    return tuple(found)


def _looked_up(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            remedy = "Is there a network? Builds of what is saved in the show's sources need none."
            raise UnknownHostError("The site's name can't be looked up now", which=host, remedy=remedy) from None
        raise UnknownHostError("There is no site of this name", which=host, remedy="Check how it is spelled.") from None
    except (UnicodeError, OSError):
        raise UnknownHostError("This is no name of a site", which=host, remedy="Check how it is spelled.") from None
    return [str(place[0]).partition("%")[0] for *_, place in found]


def _carried(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that it stands for."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    is_embedding = any(ip in network for network in _EMBEDDING)
    return IPv4Address(int(ip) & 0xFFFFFFFF) if is_embedding else None
