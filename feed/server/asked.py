"""By which address a client asked for something, so that the answer can name the same.

base_url = asked_base_url(request)      # "http://192.168.1.7:8000"
"""

import ipaddress
import re
from collections.abc import Mapping

from starlette.requests import Request

#: RFC 9110, 7.2: a name or address, and a port. An underscore is no host name's, but some routers give it.
_HOST = re.compile(r"([a-z0-9]([a-z0-9._-]{0,251}[a-z0-9])?\.?|\[[0-9a-f:.]{2,45}\])(:[0-9]{1,5})?", re.IGNORECASE)


def asked_base_url(request: Request) -> str:
    """How the client calls the server, without a slash; empty if it is no address, and then nothing may reflect it.

    A proxy on this machine may say what it was called itself (X-Forwarded-Host, X-Forwarded-Proto).
    """
    proxy: Mapping[str, str] = request.headers if _is_from_here(request) else {}
    scheme = _first(proxy, "x-forwarded-proto").lower() or request.scope["scheme"]
    host = _first(proxy, "x-forwarded-host") or _host(request)
    return f"{scheme}://{host}" if scheme in ("http", "https") and _HOST.fullmatch(host) else ""


def _first(headers: Mapping[str, str], name: str) -> str:
    """What the outermost of several proxies says."""
    return headers.get(name, "").partition(",")[0].strip()


def _host(request: Request) -> str:
    """HTTP/1.0 may name none: then it is the address that was connected to."""
    address, port = request.scope["server"]
    return request.headers.get("host", f"{address}:{port}")


def _is_from_here(request: Request) -> bool:
    try:
        return request.client is not None and ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False
