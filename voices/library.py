"""The voices that were added on this machine: which there are, and where their files lie.

    for voice in added("piper"):
        net = voice.path("model")
    net = shared("kokoro", "model.onnx")        # None: it isn't here

A voice is the folder ENGINE/ID with its files and voice.json, its record. What all voices of an engine need lies in
ENGINE/_shared, recorded in shared.json. They are only read here, and cheaply, since every build asks; shelving.py
puts them here and takes them away, whole.
"""

import json
import logging
import os
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from voices.speech import SpeechError

log = logging.getLogger(__name__)

RECORD = "voice.json"
SHARED, SHARED_RECORD = "_shared", "shared.json"
NOWHERE = Path(os.devnull, "voices")  # where nothing can be

_PLAIN = re.compile(r"[^\W_][\w.+-]*")  # begins with a letter or a digit of any script: Piper has pt_PT-tugão-medium
_MOST_BYTES = 120  # of a file's name
_MOST_ID_BYTES = 100
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


class LibraryError(SpeechError):
    """A voice that can't be found, fetched or kept: what is wrong, which thing it is about, and the remedy."""

    def __init__(self, what: str, *, which: str = "", remedy: str = "") -> None:
        self.what, self.which, self.remedy = what, which, remedy
        headline = f"{what}: {which}" if which else what
        super().__init__(f"{headline}\n{remedy}" if remedy else headline)


@dataclass(frozen=True, slots=True)
class AddedVoice:
    """A voice with its files, as its record tells."""

    engine: str  # "piper"
    id: str  # "en_GB-alba-medium"
    name: str  # for people
    languages: tuple[str, ...]  # BCP 47, lower case, the most fitting first
    gender: str  # "female", "male" or ""
    licence: str  # an SPDX id or the catalogue's words; "" where nobody says
    credit: str  # the line that the licence wants to be shown; "" where it wants none
    source: str  # an address, or "file"
    files: Mapping[str, str]  # role -> name in its folder: {"model": "….onnx", "config": "….onnx.json"}
    digests: Mapping[str, str]  # role -> SHA-256, hex

    @property
    def folder(self) -> Path:
        return folder() / self.engine / self.id

    def path(self, role: str) -> Path:
        return self.folder / self.files[role]


def folder() -> Path:
    """Of all added voices. It need not be there, and is NOWHERE for a user who has no home."""
    if chosen := os.environ.get("PODCAST_VOICES_DIR"):
        return Path(chosen)
    from platformdirs import user_data_path

    try:
        place = user_data_path("podcast", appauthor=False)
    except RuntimeError:  # as of a number that no user has
        return NOWHERE
    return place / "voices" if place.is_absolute() else NOWHERE


def added(engine: str) -> tuple[AddedVoice, ...]:
    """By id. One whose record can't be read, or whose files are gone, is left out."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder() / engine))
    except OSError:
        return ()
    return tuple(voice for name in names if is_plain(name) and (voice := find(engine, name)))


def find(engine: str, voice_id: str) -> AddedVoice | None:
    """The one of this name, if it is here and whole."""
    record = folder() / engine / voice_id / RECORD
    try:
        return _voice(engine, record)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        log.info("left out, since its record can't be used: %s (%s)", record, error)
        return None


def shared(engine: str, name: str) -> Path | None:
    """A file that all voices of an engine share."""
    path = folder() / engine / SHARED / name
    return path if shared_digest(engine, name) and path.is_file() else None


def shared_digest(engine: str, name: str) -> str:
    """Its SHA-256 in hex digits; empty when it isn't here."""
    record = folder() / engine / SHARED / SHARED_RECORD
    try:
        return str(json.loads(record.read_text("utf-8"))["digests"][name])
    except FileNotFoundError:
        return ""
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        log.info("its record can't be used: %s (%s)", record, error)
        return ""


def is_plain(name: str) -> bool:
    """Whether a name is safe as that of a file, on every system: names come from catalogues, and from users."""
    return (
        _PLAIN.fullmatch(name) is not None
        and len(name.encode("utf-8", "replace")) <= _MOST_BYTES
        and not name.endswith(".")
        and name.partition(".")[0].lower() not in _RESERVED
    )


def checked_id(voice_id: str) -> str:
    if not is_plain(voice_id) or len(voice_id.encode()) > _MOST_ID_BYTES:
        remedy = f"It is made of letters and digits, with - _ + . between them, {_MOST_ID_BYTES} bytes at the most."
        raise LibraryError("This can't be the name of a voice", which=ascii(voice_id[:_MOST_ID_BYTES]), remedy=remedy)
    return voice_id


def _voice(engine: str, path: Path) -> AddedVoice:
    record = json.loads(path.read_text("utf-8"))
    if unicodedata.normalize("NFC", record["id"]) != unicodedata.normalize("NFC", path.parent.name):
        raise ValueError(f"it is the record of {record['id']}")
    files, digests = dict(record["files"]), dict(record["digests"])
    if not all(is_plain(name) for name in files.values()) or files.keys() != digests.keys():
        raise ValueError("its files are not named as they should be")
    if missing := [name for name in files.values() if not (path.parent / name).is_file()]:
        raise ValueError(f"{', '.join(missing)} is not there")
    texts = {key: str(record[key]) for key in ("id", "name", "gender", "licence", "credit", "source")}
    return AddedVoice(engine=engine, **texts, languages=tuple(record["languages"]), files=files, digests=digests)
