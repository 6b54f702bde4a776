"""Voices as somebody has them on a disk, for machines without a network: a file or a folder, looked at and understood.

    voice = given("piper", "", Path("stick/en_GB-alba-medium.onnx"))    # its name: that of the file
    voice.languages                                                     # ("en-gb",), by en_GB-alba-medium.onnx.json

A file of hibari's is known by its digest; the others are what they are called, and are checked as far as that is cheap.
"""

import hashlib
import json
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from voices.additions.catalogue import hibari, kokoro, piper
from voices.additions.weights import require_onnx, require_style
from voices.library import LibraryError, checked_id, shared

_MOST_CONFIG_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """A voice that can be added, with its files where they lie now."""

    engine: str
    id: str
    name: str  # for people
    languages: tuple[str, ...]  # BCP 47, lower case, the most fitting first
    gender: str = ""
    licence: str = ""
    credit: str = ""
    files: Mapping[str, Path] = field(default_factory=dict)  # by role
    names: Mapping[str, str] = field(default_factory=dict)  # role -> what it is called in the library
    shared: Mapping[str, Path] = field(default_factory=dict)  # by name in the library


def given(engine: str, voice_id: str, path: Path) -> Given:
    """Without `voice_id`, the voice is called as its file is. Raises LibraryError for what isn't there or no voice."""
    if not path.exists():
        raise LibraryError("There is nothing at this place", which=str(path))
    of = {"hibari": given_hibari, "piper": given_piper, "kokoro": given_kokoro}
    return of[engine](voice_id, path)


def given_hibari(voice_id: str, path: Path) -> Given:
    offers = {offer.files["model"].sha256: offer for offer in hibari.offers() if offer.files}
    found = {offers[digest].id: file for file in _files(path, ".onnx") if (digest := _sha256(file)) in offers}
    chosen = _one(found, voice_id, path, "voices of hibari's that this version knows", is_named=True)
    offer = next(offer for offer in offers.values() if offer.id == chosen)
    facts = (offer.name, offer.languages, offer.gender, offer.licence, offer.credit)
    return Given("hibari", chosen, *facts, files={"model": found[chosen]}, names=offer.names)


def given_piper(voice_id: str, path: Path) -> Given:
    found = {file.name.removesuffix(".onnx"): file for file in _files(path, ".onnx")}
    stem = _one(found, voice_id, path, "voices of Piper's (NAME.onnx, with NAME.onnx.json beside it)")
    model, chosen = found[stem], checked_id(voice_id or stem)
    config = model.with_name(f"{model.name}.json")
    require_onnx(model)
    facts, card = _config(config), model.with_name("MODEL_CARD")
    licence, credit = piper.terms(chosen, card.read_text("utf-8", "replace")) if card.is_file() else ("", "")
    return Given(
        engine="piper",
        id=chosen,
        name=str(facts.get("dataset") or chosen),
        languages=(_language(facts, config),),
        licence=licence,
        credit=credit,
        files={"model": model, "config": config},
        names={"model": f"{chosen}.onnx", "config": f"{chosen}.onnx.json"},
    )


def given_kokoro(voice_id: str, path: Path, known: Mapping[str, Any] | None = None) -> Given:
    """`known`: a table as kokoro.json is one."""
    known = known or kokoro.table()
    found = {file.stem: file for file in _files(path, ".bin")}
    stem = _one(found, voice_id, path, "voices of Kokoro's (NAME.bin)")
    chosen = checked_id(voice_id or stem)
    name, languages, gender = kokoro.named(chosen)
    if not languages:
        remedy = "Name it as Kokoro's own are: af_heart is American and female, bm_george British and male."
        raise LibraryError("The name of this voice doesn't tell its language", which=chosen, remedy=remedy)
    require_style(found[stem], known["voice_bytes"])
    is_published = _sha256(found[stem]) in known["voices"].values()
    return Given(
        engine="kokoro",
        id=chosen,
        name=name,
        languages=languages,
        gender=gender,
        licence=kokoro.LICENCE if is_published else "",
        credit=kokoro.credit(chosen),
        files={"voice": found[stem]},
        names={"voice": f"{chosen}.bin"},
        shared={} if shared("kokoro", kokoro.MODEL) else {kokoro.MODEL: _kokoro_model(path, known["model"])},
    )


def _kokoro_model(path: Path, model: Mapping[str, Any]) -> Path:
    """Other models of Kokoro have other inputs: only the one that is known will do."""
    for file in _files(path if path.is_dir() else path.parent, ".onnx"):
        if file.stat().st_size == model["bytes"] and _sha256(file) == model["sha256"]:
            return file
    what = f"Kokoro's model isn't here yet, and not beside the voice ({model['bytes'] / 1e6:.0f} MB)"
    remedy = f"Put {model['file']} there, from {model['at']}{model['file']} (SHA-256 {model['sha256']})."
    raise LibraryError(what, which=str(path), remedy=remedy)


def _config(path: Path) -> dict[str, Any]:
    try:
        return _parsed_config(path)
    except FileNotFoundError:
        remedy = "Piper's voices come in two files: copy this one there, too."
        raise LibraryError("This file is missing beside the voice", which=str(path), remedy=remedy) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise LibraryError(f"This is no configuration of a Piper voice ({error})", which=str(path)) from None


def _parsed_config(path: Path) -> dict[str, Any]:
    if not stat.S_ISREG((status := path.stat()).st_mode):
        raise ValueError("it is no file")
    if status.st_size > _MOST_CONFIG_BYTES:
        raise ValueError("it is far too long")
    facts = dict(json.loads(path.read_text("utf-8")))
    if not (8000 <= facts["audio"]["sample_rate"] <= 96_000 and facts["phoneme_id_map"]):
        raise ValueError("it has no sample rate, or no phonemes")
    return facts


def _language(facts: dict[str, Any], path: Path) -> str:
    """Newer files say it; in older ones it is that of the letters' way to sounds."""
    for part, key in (("language", "code"), ("espeak", "voice")):
        told = facts.get(part)
        if isinstance(told, dict) and (language := piper.tag(str(told.get(key, "")))):
            return language
    raise LibraryError("This configuration doesn't say which language the voice speaks", which=str(path))


def _files(path: Path, suffix: str) -> list[Path]:
    """The file itself, or those of the folder that end so."""
    found = sorted(path.glob(f"*{suffix}")) if path.is_dir() else [path]
    return [file for file in found if file.is_file()]  # of a pipe nothing would come


def _one(found: Mapping[str, Path], voice_id: str, path: Path, what: str, *, is_named: bool = False) -> str:
    """The one of `found` that is meant. With `is_named` a name is what it is, else a single one is called as wanted."""
    if voice_id in found:
        return voice_id
    if len(found) == 1 and not (voice_id and is_named):
        return next(iter(found))
    if not found:
        raise LibraryError(f"There are no {what} here", which=str(path))
    remedy = f"There are: {', '.join(sorted(found))}."
    raise LibraryError("It isn't clear which of the voices here is meant", which=voice_id or str(path), remedy=remedy)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
