"""Who speaks: narrator profiles and the voices of all engines, found by name or by language.

    narrator = find("heart", rosters)                   # or "en-us+Annie", "piper:en_US-joe-medium"
    voice = cast(narrator, rosters, language="de")      # German essay: a voice that speaks it, in the profile's manner

A profile (voices/profiles/NAME.toml) is a manner of speaking: a voice of an engine, a variant of it, rate, pitch and
pauses. Where its engine doesn't speak a language, another neural voice does, or else the profile that stands in for it.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from voices.engine import engine, engines
from voices.rosters import Rosters
from voices.speech import InstalledVoice, Pauses, Roster, SpeechError, Voice

#: Who narrates where nobody is named: the first whose engine can run here.
DEFAULT_PROFILES = ("heart", "narrator")

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
    rate_wpm: int = 155
    pitch: int = 50
    pitch_range: int = 50
    pauses_ms: Pauses = field(default_factory=Pauses)
    chain: Mapping[str, Any] = field(default_factory=dict)  # how its mastering differs (podcast/sound/dsp/master.py)
    stand_in: str = ""  # the profile that speaks what its engine can't


class UnknownVoiceError(SpeechError):
    """No voice of that name or language; `nearest` are names that there are, where any is like it."""

    def __init__(self, message: str, nearest: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)


@cache
def profiles() -> Mapping[str, Profile]:
    """The profiles that ship with the package, by name: the defaults first, then neural ones."""
    folder = files("voices") / "profiles"
    read = [_profile(file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".toml")]

    def rank(one: Profile) -> tuple[bool, bool, str]:
        return one.name != DEFAULT_PROFILES[0], not engine(one.driver).is_neural, one.name

    return {profile.name: profile for profile in sorted(read, key=rank)}


def default_profile(rosters: Rosters) -> Profile:
    """For an engine that none is made for: its manner in the engine's first voice."""
    for name in DEFAULT_PROFILES:
        if profiles()[name].driver in rosters.names:
            return profiles()[name]
    [driver, *_] = rosters.names
    voices = rosters.of(driver).voices
    if not voices:
        raise UnknownVoiceError(f"the engine {driver} has no voices here")
    return find(f"{driver}:{voices[0].id}", rosters)


def find(name: str, rosters: Rosters) -> Profile:
    """The profile of that name, or the default manner in a voice: "en-us+Annie", or "ENGINE:VOICE"."""
    profile = profiles().get(name)
    if profile is not None and profile.driver in rosters.names:
        return profile
    if profile is not None and (missing := engine(profile.driver).missing()):
        raise UnknownVoiceError(f"the profile {name} can't be used here: {missing}")
    prefix, colon, rest = name.partition(":")
    named = {known.lower(): known for known in (*engines(), *rosters.names)}.get(prefix.lower(), "") if colon else ""
    if named and named in rosters.names:
        return _in_voice(name, rest, rosters.only(named))
    if named:
        why = engine(named).missing() or "it has no voice on this machine" if named in engines() else "it isn't there"
        raise UnknownVoiceError(f"the voice {name} can't be used here: {why}")
    return _in_voice(name, name, rosters)


def cast(profile: Profile, rosters: Rosters, language: str = "", *, keep_accent: bool = False) -> Voice:
    return casting(profile, rosters, language, keep_accent=keep_accent)[1]


def casting(
    profile: Profile, rosters: Rosters, language: str = "", *, keep_accent: bool = False
) -> tuple[Profile, Voice]:
    """Who speaks `language` (BCP 47; empty: the profile's own) for the profile, itself or another, and in which voice.

    With `keep_accent` a British profile also reads an American essay; without it, the essay's region decides.
    """
    wanted = _tag(language)
    own = _in_engine(profile, rosters.of(profile.driver), wanted, keep_accent=keep_accent)
    if own is not None and (keep_accent or not _wants_accent(wanted) or wanted in own.languages):
        return profile, _voice(profile, own, language)
    candidates = (_stand_ins(profile, own, rosters, wanted)) if profile.driver in engines() else iter(())
    for other, found in candidates:
        return other, _voice(other, found, language)
    if own is None:
        raise UnknownVoiceError(f"no voice speaks the language {wanted}")
    return profile, _voice(profile, own, language)


def speaks(voice: InstalledVoice, language: str) -> bool:
    """Whether it is a voice of the language, whatever the region."""
    primary = _primary(language)
    return any(tag.partition("-")[0] == primary for tag in voice.languages)


def _stand_ins(
    profile: Profile, own: InstalledVoice | None, rosters: Rosters, wanted: str
) -> Iterator[tuple[Profile, InstalledVoice]]:
    """Neural voices for a neural one: of just this accent, or else of the language; then the profile that stands in."""
    others = [name for name in rosters.names if name != profile.driver and engine(name).is_neural]
    if engine(profile.driver).is_neural:
        exact = ((name, one) for name in others for one in rosters.of(name).voices if wanted in one.languages)
        yield from ((_profile_of(name, one, profile), one) for name, one in exact)
    if own is not None:
        return
    kin = ((name, one) for name in others for one in rosters.of(name).voices if speaks(one, wanted))
    yield from ((_profile_of(name, one, profile), one) for name, one in kin)
    standing = profiles().get(profile.stand_in or DEFAULT_PROFILES[-1])
    if standing is not None and standing.driver in rosters.names and standing.driver != profile.driver:
        found = _in_engine(standing, rosters.of(standing.driver), wanted, keep_accent=False)
        if found is not None:
            yield replace(standing, pauses_ms=profile.pauses_ms), found


def _profile_of(driver: str, voice: InstalledVoice, manner: Profile) -> Profile:
    """In another engine's voice, at the same rate and with the same pauses."""
    return Profile(
        name=f"{driver}:{voice.id}",
        description=f"{voice.name} of {driver}",
        driver=driver,
        voice=voice.id,
        rate_wpm=manner.rate_wpm,
        pauses_ms=manner.pauses_ms,
        chain=engine(driver).chain,
    )


def _in_voice(name: str, voice_name: str, rosters: Rosters) -> Profile:
    """A voice by its id in any engine, or else by its language; a variant follows with a plus."""
    base, _, variant = voice_name.partition("+")
    for by_language in (False, True):
        for driver in rosters.names:
            roster = rosters.of(driver)
            found = _named(base, roster, by_language=by_language)
            variants = {known.lower(): known for known in roster.variants}
            if found is not None and (not variant or variant.lower() in variants):
                made = _profile_of(driver, found, profiles()[DEFAULT_PROFILES[0]])
                return replace(made, name=name, variant=variants.get(variant.lower(), ""))
    raise UnknownVoiceError(f"there is no voice named {name}", _nearest(name, rosters))


def _voice(profile: Profile, spoken: InstalledVoice, language: str) -> Voice:
    return Voice(
        driver=profile.driver,
        id=f"{spoken.id}+{profile.variant}" if profile.variant else spoken.id,
        language=spoken.languages[0] if spoken.languages else language,
        rate_wpm=profile.rate_wpm,
        pitch=profile.pitch,
        pitch_range=profile.pitch_range,
    )


def _named(name: str, roster: Roster, *, by_language: bool) -> InstalledVoice | None:
    wanted = name.lower()
    if by_language:
        return next((voice for voice in roster.voices if wanted in voice.languages), None)
    return next((voice for voice in roster.voices if voice.id.lower() == wanted), None)


def _in_engine(profile: Profile, roster: Roster, wanted: str, *, keep_accent: bool) -> InstalledVoice | None:
    """The profile's own voice if it speaks the language; else one for exactly this language, or for any of its kin."""
    own = _named(profile.voice, roster, by_language=False) or _named(profile.voice, roster, by_language=True)
    by_tag = {tag: voice for voice in reversed(roster.voices) for tag in reversed(voice.languages)}
    primary = _primary(wanted)
    if own is not None and (not wanted or speaks(own, wanted)):
        has_no_rival = not _wants_accent(wanted) or wanted not in by_tag
        if keep_accent or has_no_rival or wanted in own.languages:
            return own
    kin = sorted(tag for tag in by_tag if tag.startswith(f"{primary}-"))
    return next((by_tag[tag] for tag in (wanted, primary, *kin) if tag in by_tag), None)


def _tag(language: str) -> str:
    tag = language.lower().replace("_", "-")
    return _ALIASES.get(tag, tag)


def _primary(language: str) -> str:
    primary = language.partition("-")[0]
    return _ALIASES.get(primary, primary)


def _wants_accent(tag: str) -> bool:
    """Whether a tag says anything about the accent that a voice could follow."""
    return "-" in tag


def _nearest(name: str, rosters: Rosters) -> list[str]:
    base, plus, variant = name.rpartition(":")[2].partition("+")
    voices = [voice.id for driver in rosters.names for voice in rosters.of(driver).voices]
    names = {known.lower(): known for known in (*_usable_profiles(rosters), *voices)}
    bases = [names[found] for found in get_close_matches(base.lower(), names, n=3, cutoff=0.5)]
    if not plus or base.lower() not in names:
        return bases
    variants = {known.lower(): known for driver in rosters.names for known in rosters.of(driver).variants}
    return [f"{base}+{variants[v]}" for v in get_close_matches(variant.lower(), variants, n=3, cutoff=0.4)]


def _usable_profiles(rosters: Rosters) -> Iterator[str]:
    return (name for name, profile in profiles().items() if profile.driver in rosters.names)


def _profile(text: str) -> Profile:
    facts = tomllib.loads(text)
    chain = {**engine(facts["driver"]).chain, **facts.get("chain", {})}
    return Profile(**{**facts, "pauses_ms": Pauses(**facts.get("pauses_ms", {})), "chain": chain})
