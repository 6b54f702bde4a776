"""What can go wrong on the way to a page, as sentences with a remedy.

refusal(404)                          # ("There is no page at this address (404)", "Check it in a browser …")
transport_fault(address, error)       # a PodcastError of what httpx raised
"""

import re
import ssl

from podcast.errors import PodcastError

_SAVE_IT = "Open it in a browser, save the page there, and build that file."
_LATER = "Try again later, or open it in a browser, save the page there, and build that file."
_REFUSALS = {
    401: ("The page is only for those who sign in", _SAVE_IT),
    402: ("The page is only for those who pay", _SAVE_IT),
    403: ("The site doesn't give this page to programs", _SAVE_IT),
    404: ("There is no page at this address", "Check the address in a browser."),
    407: ("The proxy wants a password", "Put it into HTTPS_PROXY: http://USER:PASSWORD@HOST:PORT."),
    410: ("The page is gone", "Perhaps an archive of the web has it: give the address that it has there."),
    429: ("The site says that it is asked too often", _LATER),
    451: ("The page may not be shown here, by law", _SAVE_IT),
    503: ("The site is busy or closed for the moment", _LATER),
}


_ERRNO = re.compile(r"^\[Errno -?\d+\] ")


def refusal(status: int, retry_after: str = "") -> tuple[str, str] | None:
    """What is wrong, and the remedy; None for a page."""
    if status in (200, 203):
        return None
    if status in _REFUSALS:
        what, remedy = _REFUSALS[status]
    elif status >= 500:
        what, remedy = "The site has a fault", _LATER
    elif status >= 400:
        what, remedy = "The site doesn't give us this page", _SAVE_IT
    else:
        what, remedy = "The site answers without a page", "Check the address in a browser."
    if retry_after.isdecimal() and len(retry_after) < 7:
        remedy = f"It asks to wait for {int(retry_after)} seconds. {remedy}"
    return f"{what} ({status})", remedy


def fault(address: str, what: str) -> PodcastError:
    return PodcastError(f"The page {what}", which=address, remedy=_LATER)


def transport_fault(address: str, error: Exception) -> PodcastError:
    import httpx

    if reason := _certificate_fault(error):
        remedy = "Look at it in a browser, and save the page there if you trust it. Is this machine's clock right?"
        return PodcastError(f"The site can't prove who it is ({reason})", which=address, remedy=remedy)
    if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError | httpx.ProxyError):
        remedy = "Is there a network, and is the address right? Builds of what is saved need no network."
        why = (
            "it doesn't answer"
            if isinstance(error, httpx.ConnectTimeout)
            else _ERRNO.sub("", str(error)) or "no connection"
        )
        return PodcastError(f"The site can't be reached ({why})", which=address, remedy=remedy)
    if isinstance(error, httpx.TimeoutException):
        return fault(address, "comes too slowly")
    return fault(address, f"did not come whole ({str(error) or type(error).__name__})")


def _certificate_fault(error: BaseException | None) -> str:
    """What TLS says, if it was TLS; httpx keeps it below its own error."""
    for _ in range(6):
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message or "its certificate can't be verified"
        if isinstance(error, ssl.SSLError):
            return f"TLS fails: {error.reason or error}"
        error = (error.__cause__ or error.__context__) if error else None
    return ""
