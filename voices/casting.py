"""Who speaks: narrator profiles and the voices of an engine, found by name or by language.

    narrator = find("british", roster)
    voice = cast(narrator, roster, language="de")      # German essay: the profile's manner, a German voice

A profile (voices/profiles/NAME.toml) is a manner of speaking: a voice for its own language, a variant of it, rate,
pitch and pauses. Its variant and manner go with it into other languages.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from voices.speech import InstalledVoice, Pauses, Roster, SpeechError, Voice

DEFAULT_PROFILE = "narrator"

# Tags that people use for a language which engines know by another.
_ALIASES = {"zh": "cmn", "zh-hk": "yue", "no": "nb", "nn": "nb", "iw": "he", "in": "id", "mo": "ro", "ji": "yi"}


@dataclass(frozen=True, slots=True)
class Profile:
    """The fields of Voice, with the language left open; see voices/profiles for examples."""

    name: str
    description: str
    driver: str
    voice: str
    variant: str = ""
    rate_wpm: int = 170
    pitch: int = 50
    pitch_range: int = 50
    pauses_ms: Pauses = field(default_factory=Pauses)
    chain: Mapping[str, Any] = field(default_factory=dict)  # how its mastering differs (podcast/sound/master.py)


class UnknownVoiceError(SpeechError):
    """No voice of that name or language; `nearest` are names that there are, where any is like it."""

    def __init__(self, message: str, nearest: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)


@cache
def profiles() -> Mapping[str, Profile]:
    """The profiles that ship with the package, by name, the default first."""
    folder = files("voices") / "profiles"
    read = [_profile(file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".toml")]
    ordered = sorted(read, key=lambda profile: (profile.name != DEFAULT_PROFILE, profile.name))
    return {profile.name: profile for profile in ordered}


def find(name: str, roster: Roster, driver: str = "espeak_ng") -> Profile:
    """The driver's profile of that name, or the default profile's manner in the engine's voice of that name."""
    if name in profiles() and profiles()[name].driver == driver:
        return profiles()[name]
    base, _, variant = name.partition("+")
    found = _named(base, roster)
    variants = {known.lower(): known for known in roster.variants}
    if found is None or (variant and variant.lower() not in variants):
        raise UnknownVoiceError(f"there is no voice named {name}", _nearest(name, roster))
    manner = profiles()[DEFAULT_PROFILE]
    return Profile(
        name=name,
        description=f"{name} of {driver}",
        driver=driver,
        voice=found.id,
        variant=variants.get(variant.lower(), ""),
        rate_wpm=manner.rate_wpm,
        pauses_ms=manner.pauses_ms,
    )


def cast(profile: Profile, roster: Roster, language: str = "", *, keep_accent: bool = False) -> Voice:
    """The profile's voice for `language` (BCP 47; empty: the profile's own).

    With `keep_accent` a British profile also reads an American essay; without it, the essay's region decides.
    """
    own = _named(profile.voice, roster)
    spoken = _speaker(language.lower().replace("_", "-"), own, roster, keep_accent=keep_accent)
    return Voice(
        driver=profile.driver,
        id=f"{spoken.id}+{profile.variant}" if profile.variant else spoken.id,
        language=spoken.languages[0] if spoken.languages else language,
        rate_wpm=profile.rate_wpm,
        pitch=profile.pitch,
        pitch_range=profile.pitch_range,
    )


def _named(name: str, roster: Roster) -> InstalledVoice | None:
    """The voice of that id, or else the first of that language."""
    wanted = name.lower()
    by_id = {voice.id.lower(): voice for voice in roster.voices}
    return by_id.get(wanted) or next((voice for voice in roster.voices if wanted in voice.languages), None)


def _speaker(wanted: str, own: InstalledVoice | None, roster: Roster, *, keep_accent: bool) -> InstalledVoice:
    """The profile's own voice if it speaks the language; else one for exactly this language, or for any of its kin."""
    by_tag = {tag: voice for voice in reversed(roster.voices) for tag in reversed(voice.languages)}
    wanted = _ALIASES.get(wanted, wanted)
    primary = wanted.partition("-")[0]
    primary = _ALIASES.get(primary, primary)
    if own is not None and (not wanted or _speaks(own, primary)) and (keep_accent or _is_silent(wanted, by_tag)):
        return own
    kin = sorted(tag for tag in by_tag if tag.startswith(f"{primary}-"))
    found = next((by_tag[tag] for tag in (wanted, primary, *kin) if tag in by_tag), None)
    if found is None:
        raise UnknownVoiceError(f"no voice speaks the language {wanted}")
    return found


def _speaks(voice: InstalledVoice, primary: str) -> bool:
    return any(tag.partition("-")[0] == primary for tag in voice.languages)


def _is_silent(wanted: str, by_tag: Mapping[str, InstalledVoice]) -> bool:
    """Whether a tag says nothing about the accent that a voice here could follow."""
    return "-" not in wanted or wanted not in by_tag


def _nearest(name: str, roster: Roster) -> list[str]:
    base, plus, variant = name.partition("+")
    names = {known.lower(): known for known in (*profiles(), *(voice.id for voice in roster.voices))}
    bases = [names[found] for found in get_close_matches(base.lower(), names, n=3, cutoff=0.5)]
    if not plus or base.lower() not in names:
        return bases
    variants = {known.lower(): known for known in roster.variants}
    return [f"{base}+{variants[v]}" for v in get_close_matches(variant.lower(), variants, n=3, cutoff=0.4)]


def _profile(text: str) -> Profile:
    facts = tomllib.loads(text)
    return Profile(**{**facts, "pauses_ms": Pauses(**facts.get("pauses_ms", {}))})
