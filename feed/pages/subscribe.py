"""Links that open a podcast app and hand it the feed.

    for app in subscribe_links("https://example.org/show/feed.xml"):
        app.name, app.url       # "Overcast", "overcast://x-callback-url/add?url=https%3A%2F%2F…"

Sources: the list of clients of the Podlove Subscribe Button, and Financial-Times/x-dash, x-podcast-launchers,
app-links.js. Overcast: https://overcast.fm/podcasterinfo. Castro has a scheme of its own for https. The others put
http before the address that they get (AntennaPod's URLChecker and Pocket Casts' IntentUtil test it), which a host of
https redirects. AntennaPod also has https://antennapod.org/deeplink/subscribe?url=, which would tell its site of the
feed where the app is missing.
"""

from dataclasses import dataclass
from urllib.parse import quote

from feed.fit import fit_url


@dataclass(frozen=True, slots=True)
class App:
    name: str
    url: str


def subscribe_links(feed_url: str) -> tuple[App, ...]:
    """The usual apps, those of phones that most people have first; none for what is no web address."""
    feed_url = fit_url(feed_url)
    scheme, separator, address = feed_url.partition("://")
    if not separator or scheme.lower() not in ("http", "https"):
        return ()
    castro = "castros" if scheme.lower() == "https" else "castro"
    return (
        App("Apple Podcasts", f"podcast://{address}"),
        App("Overcast", f"overcast://x-callback-url/add?url={quote(feed_url, safe='')}"),
        App("Pocket Casts", f"pktc://subscribe/{address}"),
        App("Castro", f"{castro}://subscribe/{address}"),
        App("AntennaPod", f"antennapod-subscribe://{address}"),
        App("Podcast Addict", f"podcastaddict://{address}"),
    )
