"""Kokoro's voices: a table of half a megabyte each, and one model of 92 MB that they share.

kokoro.json holds their digests. The model is the int8 one of the kokoro-onnx project; the voices are those of
Kokoro-82M v1.0. Japanese and Chinese voices are not offered: podcast has no way from these writings to Kokoro's
letters.
"""

import json
from pathlib import Path
from typing import Any

from voices.additions.catalogue.offer import Offer, base_address
from voices.additions.fetch import Remote

LICENCE = "Apache-2.0"
MODEL = "model.onnx"  # what it is called here

#: By the first letter of a voice's name.
LANGUAGES = {"a": "en-us", "b": "en-gb", "e": "es", "f": "fr-fr", "h": "hi", "i": "it", "p": "pt-br"}
GENDERS = {"f": "female", "m": "male"}  # by the second
_CREDITS = {
    "ff_siwis": "Voice: ff_siwis of Kokoro-82M, made from The SIWIS French Speech Synthesis Database "
    "(https://datashare.ed.ac.uk/handle/10283/2353), CC BY 4.0",
}


def offers() -> tuple[Offer, ...]:
    known = table()
    return tuple(_offer(name, known) for name in known["voices"] if name[0] in LANGUAGES)


def table() -> dict[str, Any]:
    return dict(json.loads((Path(__file__).parent / "kokoro.json").read_text("utf-8")))


def named(voice_id: str) -> tuple[str, tuple[str, ...], str]:
    """The name for people, languages and gender that a voice's name tells."""
    kind, _, name = voice_id.partition("_")
    language, gender = LANGUAGES.get(kind[:1], ""), GENDERS.get(kind[1:2], "")
    if len(kind) != 2 or not (language and gender and name):
        return voice_id, (), ""
    return name.capitalize(), (language,), gender


def credit(voice_id: str) -> str:
    return _CREDITS.get(voice_id, "")


def _offer(voice_id: str, known: dict[str, Any]) -> Offer:
    name, languages, gender = named(voice_id)
    model = known["model"]
    voice_at = base_address("kokoro", known["voices_at"]) + f"voices/{voice_id}.bin"
    model_at = base_address("kokoro", model["at"]) + model["file"]
    return Offer(
        engine="kokoro",
        id=voice_id,
        name=name,
        languages=languages,
        gender=gender,
        licence=LICENCE,
        credit=credit(voice_id),
        files={"voice": Remote(voice_at, known["voice_bytes"], sha256=known["voices"][voice_id])},
        names={"voice": f"{voice_id}.bin"},
        shared={MODEL: Remote(model_at, model["bytes"], sha256=model["sha256"])},
    )
