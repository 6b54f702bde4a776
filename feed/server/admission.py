"""Whom a server answers: by which names it may be called, and the pages of which web sites may read it.

    admission = Admission(names=frozenset({"my-mac.local"}), origins=frozenset({"https://player.example"}))
    admission.knows("my-mac.local:8000")            # True; so are localhost and each address in numbers
    admission.knows("evil.example")                 # False: 421
    admission.headers("https://player.example")     # that page may read the answer

A browser sends whatever page it shows to any address that the page names, this machine's too. Two things keep such a
page from reading a show that isn't published yet. It is not told that it may (CORS, and CORP for what needs no CORS),
and a name of its own that leads here (DNS rebinding) is not answered. An address in numbers leads nowhere else.
"""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

EVERYBODY = "*"

#: RFC 9110, 7.2: a name or address, and a port. An underscore is no host name's, but some routers give it.
HOST = re.compile(
    r"(?P<name>[a-z0-9]([a-z0-9._-]{0,251}[a-z0-9])?\.?|\[[0-9a-f:.]{2,45}\])(:[0-9]{1,5})?", re.IGNORECASE
)
_HERE = "localhost"
_EXPOSED = "Accept-Ranges, Content-Length, Content-Range, ETag, Last-Modified"


@dataclass(frozen=True, slots=True)
class Admission:
    names: frozenset[str] = frozenset()  # in small letters, without a port
    origins: frozenset[str] = frozenset()  # as browsers send them; EVERYBODY: the pages of all web sites

    def knows(self, host: str) -> bool:
        """Whether this may be the server that was meant; `host` as a request has it."""
        read = HOST.fullmatch(host)
        name = read["name"].lower().removesuffix(".") if read else ""
        return name in self.names or name == _HERE or name.endswith(f".{_HERE}") or _is_number(name)

    def headers(self, origin: str) -> Mapping[str, str]:
        """What each answer says to the browser of who asks; `origin` is its page's, empty where there is none."""
        if not self.origins:
            return {"cross-origin-resource-policy": "same-origin"}
        common = {"cross-origin-resource-policy": "cross-origin", "access-control-expose-headers": _EXPOSED}
        if EVERYBODY in self.origins:
            return common | {"access-control-allow-origin": EVERYBODY}
        allowed = {"access-control-allow-origin": origin} if origin in self.origins else {}
        return common | {"vary": "Origin"} | allowed


def host_name(text: str) -> str:
    """A name as a server may be called by, in small letters. Raises ValueError."""
    read = HOST.fullmatch(text)
    if not read or read["name"] != text:
        raise ValueError(f"{text!r} is no name of a host")
    return text.lower().removesuffix(".")


def origin_of(text: str) -> str:
    """A web site as browsers name it, of its address; EVERYBODY stands for all. Raises ValueError."""
    if text == EVERYBODY:
        return text
    parts = urlsplit(text)
    read = HOST.fullmatch(parts.netloc)
    if parts.scheme not in ("http", "https") or not read or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(f"{text!r} is no web site's address")
    default = ":443" if parts.scheme == "https" else ":80"
    return f"{parts.scheme}://{parts.netloc.lower().removesuffix(default)}"


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True
