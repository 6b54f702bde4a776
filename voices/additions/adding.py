"""Voices into the library, from a catalogue or from files at hand. Both want the library to be locked.

with fetch.client() as net, locked(on_wait):
    for offer in find([("piper", "en_GB-alba-medium")], net):
        intact(offer.engine, offer.id) or add(offer, net, on_bytes=lambda done, size: None)
with locked(on_wait):
    add_given(given("piper", "", Path("stick/en_GB-alba-medium.onnx")))
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from voices.additions import fetch, shelving
from voices.additions.catalogue import kokoro
from voices.additions.catalogue.offer import Offer
from voices.additions.fetch import Remote
from voices.additions.given import Given
from voices.library import AddedVoice, LibraryError, find, shared, shared_digest

if TYPE_CHECKING:
    import httpx

_OnBytes = Callable[[int, int], object]  # is told how much is here, and of how much

FROM_FILE = "file"  # what a record says of a voice that wasn't fetched
_CHUNK_BYTES = 1 << 20


def intact(engine: str, voice_id: str) -> AddedVoice | None:
    """The voice, if it is here and each byte that it needs is still what it was when it came."""
    voice = find(engine, voice_id)
    if voice is None or any(_sha256(voice.path(role)) != digest for role, digest in voice.digests.items()):
        return None
    needed = [kokoro.MODEL] if engine == "kokoro" else []
    return voice if all(_is_intact(engine, name) for name in needed) else None


def to_fetch(offer: Offer) -> tuple[Remote, ...]:
    """What of it isn't here yet."""
    missing = [remote for name, remote in offer.shared.items() if not _is_intact(offer.engine, name)]
    return (*offer.files.values(), *missing)


def add(offer: Offer, net: "httpx.Client", on_bytes: _OnBytes) -> AddedVoice:
    """Fetch what isn't here, and put it in its place. What has come when something fails is gone on with next time."""
    grown = {remote: shelving.parts() / shelving.part_name(remote.digest) for remote in to_fetch(offer)}
    digests = _fetched(grown, net, on_bytes)
    if missing := {name: remote for name, remote in offer.shared.items() if remote in grown}:
        with shelving.staged(offer.engine) as stage:
            for name, remote in missing.items():
                grown[remote].replace(stage / name)
            found = {name: digests[remote] for name, remote in missing.items()}
            shelving.put_shared(stage, offer.engine, found, next(iter(missing.values())).address)
    with shelving.staged(offer.engine) as stage:
        for role, remote in offer.files.items():
            grown[remote].replace(stage / offer.names[role])
        voice = _voice(offer, offer.source, {role: digests[remote] for role, remote in offer.files.items()})
        shelving.put(stage, voice)
    return voice


def add_given(voice: Given) -> AddedVoice:
    """Copy it, and what its engine's voices share where that isn't here."""
    paths = [*voice.files.values(), *voice.shared.values()]
    shelving.require_space(sum(path.stat().st_size for path in paths))
    if voice.shared:
        with shelving.staged(voice.engine) as stage:
            digests = {name: _copy(path, stage / name) for name, path in voice.shared.items()}
            shelving.put_shared(stage, voice.engine, digests, FROM_FILE)
    with shelving.staged(voice.engine) as stage:
        digests = {role: _copy(path, stage / voice.names[role]) for role, path in voice.files.items()}
        added = _voice(voice, FROM_FILE, digests)
        shelving.put(stage, added)
    return added


def _fetched(grown: Mapping[Remote, Path], net: "httpx.Client", on_bytes: _OnBytes) -> dict[Remote, str]:
    """Let all of them grow until they are whole, and return their SHA-256."""
    size = sum(remote.size for remote in grown)
    shelving.require_space(size - sum(part.stat().st_size for part in grown.values() if part.exists()))
    digests: dict[Remote, str] = {}
    for remote, part in grown.items():
        before = sum(fetched.size for fetched in digests)
        digests[remote] = fetch.fetch(net, remote, part, partial(_tell, on_bytes, before, size))
    return digests


def _tell(on_bytes: _OnBytes, before: int, size: int, done: int) -> None:
    on_bytes(before + done, size)


def _voice(voice: Offer | Given, source: str, digests: Mapping[str, str]) -> AddedVoice:
    return AddedVoice(
        engine=voice.engine,
        id=voice.id,
        name=voice.name,
        languages=voice.languages,
        gender=voice.gender,
        licence=voice.licence,
        credit=voice.credit,
        source=source,
        files=dict(voice.names),
        digests=digests,
    )


def _is_intact(engine: str, name: str) -> bool:
    path = shared(engine, name)
    return path is not None and _sha256(path) == shared_digest(engine, name)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(path: Path, target: Path) -> str:
    """Its SHA-256: of what was copied, whatever becomes of the file that it was copied from."""
    digest, size = hashlib.sha256(), path.stat().st_size
    with path.open("rb") as source, target.open("wb") as file:
        while chunk := source.read(_CHUNK_BYTES):
            digest.update(chunk)
            file.write(chunk)
        if file.tell() != size:
            raise LibraryError("This file changed while it was copied", which=str(path), remedy="Add it once more.")
    return digest.hexdigest()
