"""hibari's voices: the table in its own wheel tells sizes and digests, so only files are fetched."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from voices.additions.catalogue.offer import Offer, base_address
from voices.additions.fetch import Remote
from voices.library import LibraryError, is_plain

LICENCE = "Apache-2.0"
_PUBLISHED = "https://huggingface.co/maureesewilliams/hibari/resolve/main/voices/"


def offers() -> tuple[Offer, ...]:
    """All of its voices; the one that lies in the wheel has no files to fetch."""
    return tuple(_offer(name, facts) for name, facts in table().items() if is_plain(name) and is_plain(facts["file"]))


def table() -> dict[str, dict[str, Any]]:
    """hibari's assets/voices.json, read without loading hibari."""
    found = find_spec("hibari")
    places = found.submodule_search_locations if found else None
    if not places:
        remedy = "Install it where it runs: pip install hibari-tts."
        raise LibraryError("hibari is not installed here, and its catalogue lies in it", remedy=remedy)
    path = Path(places[0]) / "assets" / "voices.json"
    try:
        return dict(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError) as error:
        remedy = "Install it anew: pip install --force-reinstall hibari-tts."
        raise LibraryError(f"hibari's catalogue can't be read ({error})", which=str(path), remedy=remedy) from None


def _offer(name: str, facts: dict[str, Any]) -> Offer:
    remote = Remote(base_address("hibari", _PUBLISHED) + facts["file"], facts["bytes"], sha256=facts["sha256"])
    return Offer(
        engine="hibari",
        id=name,
        name=f"{name.capitalize()} ({facts['accent']} {facts['gender']})",
        languages=(facts["language"].lower(),),
        gender=facts["gender"],
        licence=LICENCE,
        files={} if facts["bundled"] else {"model": remote},
        names={} if facts["bundled"] else {"model": facts["file"]},
    )
