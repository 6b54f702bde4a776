"""What the projects' public catalogues offer: which voices there are, what they cost, and under which licence.

    with fetch.client() as net:
        [offer] = find([("piper", "en_GB-alba-medium")], net)
        print(offer.size, offer.licence)

hibari's and Kokoro's are known without the net, digests and all; Piper's is one file on it. Where they lie is
PODCAST_CATALOGUE_HIBARI, _PIPER or _KOKORO in the environment, for a mirror: the digests stay the same.
"""

from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches
from typing import TYPE_CHECKING

from voices.additions.catalogue import hibari, kokoro, piper
from voices.additions.catalogue.offer import Offer
from voices.library import LibraryError, checked_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx

ENGINES = ("hibari", "piper", "kokoro")
_NEAR = 3


def offers(engine: str, net: "httpx.Client") -> tuple[Offer, ...]:
    """All of an engine."""
    if engine == "piper":
        return piper.offers(net)
    return hibari.offers() if engine == "hibari" else kokoro.offers()


def find(names: "Iterable[tuple[str, str]]", net: "httpx.Client") -> tuple[Offer, ...]:
    """Those of these engines and ids, with their licences. Raises LibraryError that names what comes near."""
    wanted = list(names)
    known = {engine: {offer.id: offer for offer in offers(engine, net)} for engine in dict(wanted)}
    for engine, voice_id in wanted:
        if checked_id(voice_id) not in known[engine]:
            raise unknown(
                "No voice of this name is offered", f"{engine}:{voice_id}", map(_full_id, known[engine].values())
            )
    return tuple(_licensed(known[engine][voice_id], net) for engine, voice_id in wanted)


def without_net() -> Iterator[Offer]:
    """All that is known to be offered without asking anybody."""
    with suppress(LibraryError):  # hibari isn't everywhere
        yield from hibari.offers()
    yield from kokoro.offers()


def unknown(what: str, name: str, known: "Iterable[str]") -> LibraryError:
    """`what` is wrong with a name, and which of the known ones come near it."""
    names = sorted(known)
    word = name.rpartition(":")[2].lower()
    near = [one for one in names if len(word) > 2 and word in one.lower()] or get_close_matches(name, names, _NEAR, 0.6)
    few = f"There are {', '.join(names)}." if 0 < len(names) <= 2 * _NEAR else "`podcast voices --all` lists all."
    return LibraryError(what, which=name, remedy=f"Near it: {', '.join(near[:_NEAR])}." if near else few)


def _licensed(offer: Offer, net: "httpx.Client") -> Offer:
    return piper.with_licence(offer, net) if offer.engine == "piper" else offer


def _full_id(offer: Offer) -> str:
    return offer.full_id
