"""Piper's voices: one voices.json on the net, with the size and MD5 of each file; the licence stands on a voice's card.

The file is somebody else's, so nothing in it is trusted: an entry that isn't what it should be is left out, and no
name of it becomes a path here.
"""

import json
import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from voices.additions.catalogue.licences import asks_for_credit, on_card, spdx
from voices.additions.catalogue.offer import Offer, base_address
from voices.additions.fetch import Remote, read
from voices.library import LibraryError, is_plain

if TYPE_CHECKING:
    import httpx

log = logging.getLogger(__name__)

_PUBLISHED = "https://huggingface.co/rhasspy/piper-voices/resolve/main/"
_MOST_INDEX_BYTES = 8_000_000  # 0.3 MB in 2026
_MOST_CARD_BYTES = 200_000
_MOST_FILE_BYTES = 2_000_000_000
_MD5 = re.compile("[0-9a-f]{32}")
_TAG = re.compile("[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


def offers(net: "httpx.Client") -> tuple[Offer, ...]:
    """All, without licences."""
    address = base_address("piper", _PUBLISHED) + "voices.json"
    try:
        index = dict(json.loads(read(net, address, _MOST_INDEX_BYTES)).items())
    except (ValueError, AttributeError, RecursionError) as error:
        remedy = "Try again later; PODCAST_CATALOGUE_PIPER names another place."
        raise LibraryError(f"Piper's catalogue can't be read ({error})", which=address, remedy=remedy) from None
    return tuple(offer for key, entry in index.items() if (offer := _offer(key, entry)))


def with_licence(offer: Offer, net: "httpx.Client") -> Offer:
    """The same, as its card has it."""
    if offer.card is None:
        return offer
    card = read(net, offer.card.address, _MOST_CARD_BYTES).decode("utf-8", "replace")
    licence, credit = terms(offer.id, card)
    return replace(offer, licence=licence, credit=credit)


def terms(voice_id: str, card: str) -> tuple[str, str]:
    """Licence and credit line."""
    words, origin = on_card(card)
    licence = spdx(words)
    made_from = f", made from {origin}" if origin else ""
    return licence, f"Voice: {voice_id} of Piper{made_from} ({licence})" if asks_for_credit(licence) else ""


def tag(code: str) -> str:
    """en_GB -> en-gb; empty for what is no language."""
    return code.lower().replace("_", "-") if _TAG.fullmatch(code) else ""


def _offer(key: str, entry: Any) -> Offer | None:
    try:
        return _parsed(key, entry)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        log.info("left out of Piper's catalogue: %r (%s)", key, error)
        return None


def _parsed(key: str, entry: dict[str, Any]) -> Offer:
    files = {role: _remote(path, facts) for path, facts in entry["files"].items() if (role := _role(path))}
    language = tag(entry["language"]["code"])
    if not (is_plain(key) and language and {"model", "config"} <= files.keys()):
        raise ValueError("no plain name, no language, or no model")
    card = files.pop("card", None)
    return Offer(
        engine="piper",
        id=key,
        name=_name(entry),
        languages=(language,),
        files=files,
        names={"model": f"{key}.onnx", "config": f"{key}.onnx.json"},
        card=card,
    )


def _name(entry: dict[str, Any]) -> str:
    name = str(entry["name"]).replace("_", " ")
    speakers = int(entry.get("num_speakers", 1))
    return f"{name.capitalize()} ({entry['quality']}{f', {speakers} speakers' if speakers > 1 else ''})"


def _role(path: str) -> str:
    roles = {".onnx": "model", ".onnx.json": "config", "MODEL_CARD": "card"}
    return next((role for end, role in roles.items() if path.endswith(end)), "")


def _remote(path: str, facts: dict[str, Any]) -> Remote:
    size, md5 = facts["size_bytes"], facts["md5_digest"]
    if not (isinstance(size, int) and 0 < size <= _MOST_FILE_BYTES and _MD5.fullmatch(md5)):
        raise ValueError(f"no size or digest of {path}")
    if path.startswith("/") or not all(map(is_plain, path.split("/"))):
        raise ValueError(f"a path that leads elsewhere: {path}")
    return Remote(base_address("piper", _PUBLISHED) + quote(path), size, md5=md5)
