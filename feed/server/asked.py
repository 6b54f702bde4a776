"""By which address a client asked for something, so that the answer can name the same.

base_url = asked_base_url(request)      # "http://192.168.1.7:8000"
host = asked_host(request)              # "192.168.1.7:8000": what its client believes to speak to
"""

import ipaddress
from collections.abc import Mapping

from starlette.requests import Request

from feed.server.admission import HOST


def asked_base_url(request: Request) -> str:
    """How the client calls the server, without a slash; empty if it is no address, and then nothing may reflect it.

    A proxy on this machine may say what it was called itself (X-Forwarded-Host, X-Forwarded-Proto).
    """
    proxy: Mapping[str, str] = request.headers if _is_from_here(request) else {}
    scheme = _first(proxy, "x-forwarded-proto").lower() or request.scope["scheme"]
    host = _first(proxy, "x-forwarded-host") or asked_host(request)
    return f"{scheme}://{host}" if scheme in ("http", "https") and HOST.fullmatch(host) else ""


def asked_host(request: Request) -> str:
    """Whatever a proxy says. HTTP/1.0 may name none: then it is the address that was connected to."""
    address, port = request.scope["server"]
    return request.headers.get("host", f"{address}:{port}")


def _first(headers: Mapping[str, str], name: str) -> str:
    """What the outermost of several proxies says."""
    return headers.get(name, "").partition(",")[0].strip()


def _is_from_here(request: Request) -> bool:
    try:
        return request.client is not None and ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False
