"""Who says what: a voice for each role of a script, in each language that the role speaks.

    cast = choose_cast(runner.rosters(settings.voice.driver), settings, "en-us", {("quote", ""), ("GUEST", "fr")})
    cast["GUEST", "fr"].voice

The narrator speaks as [voice] says. Any other role speaks as [cast.NAME] says, and where that names no voice, in one
that no other role has. Which one depends on the names of the roles alone, so it is the same at the next build.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from podcast.config.settings import CastSettings, Settings, VoiceSettings
from podcast.errors import PodcastError
from podcast.text.essay import NARRATOR
from voices.casting import (
    DEFAULT_PROFILES,
    Profile,
    UnknownVoiceError,
    cast,
    casting,
    default_profile,
    find,
    profiles,
    speaks,
)
from voices.engine import engine, engines
from voices.rosters import Rosters
from voices.speech import Pauses, Voice

Character = tuple[str, str]  # a role, and the language that it speaks (BCP 47; empty: the essay's)
Company = Mapping[Character, "RoleVoice"]

#: What roles without a voice get, by the engine of the narrator: first those that every essay or many scripts may have,
#: then all others; docs/voices.md has what was measured of them. The first of each that is not taken.
_PREFERRED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "hibari": {
        "announcer": ("june", "heart", "ruth"),
        "quote": ("ruth", "heart", "sol"),
        "host": ("amos", "sol"),
        "guest": ("ivy", "june"),
    },
    "espeak_ng": {
        "announcer": ("clara", "narrator", "fireside"),
        "quote": ("fireside", "narrator", "clara"),
    },
}
_OTHERS = {  # profiles and variants
    "hibari": ("sol", "dark"),
    "espeak_ng": ("m1", "f5", "Diogo", "Henrique", "f3", "m3", "f4", "m7", "m4", "f1"),
}


@dataclass(frozen=True, slots=True)
class RoleVoice:
    """How a role speaks one language."""

    voice: Voice
    pauses: Pauses
    chain: tuple[tuple[str, Any], ...] = ()  # how its mastering differs, by fields of sound/dsp/chain.py's Chain
    pan: float = 0.0  # -1 (left) – 1 (right)
    is_at_home: bool = True  # False: no voice here speaks the language, so the role's own one tries


def likely_engine(settings: Settings, language: str = "") -> str:
    """Who will probably speak: an engine takes a while to start, and this asks nobody. Empty where one can't tell.

    `language`: the essay's, where it is known.
    """
    if settings.voice.driver:
        return settings.voice.driver
    if name := _narrator_name(settings):
        if name in engines():
            return name
        return profiles()[name].driver if name in profiles() else _engine_of_voice(name)
    primary = (language or settings.show.language).partition("-")[0].lower()
    for profile in (profiles()[one] for one in DEFAULT_PROFILES):
        told = engine(profile.driver)
        if not told.missing() and (not told.languages or primary in told.languages):
            return profile.driver
    return ""


def has_chosen(settings: Settings) -> bool:
    """Whether somebody said who narrates."""
    return bool(settings.voice.driver or _narrator_name(settings))


def choose_cast(rosters: Rosters, settings: Settings, language: str, characters: Collection[Character]) -> Company:
    """All `characters` and the narrator's. `language` is the essay's.

    Raises PodcastError for a voice that there isn't.
    """
    try:
        _check_stated(settings, rosters)
        roles = _profiles(rosters, settings, language, {role for role, _ in characters})
        wanted = sorted({*characters, (NARRATOR, "")})
        return {one: _speaker(roles[one[0]], settings, rosters, language, one) for one in wanted}
    except UnknownVoiceError as error:
        hint = f"Like it: {', '.join(error.nearest)}. " if error.nearest else ""
        what = str(error)[0].upper() + str(error)[1:]
        raise PodcastError(what, remedy=f"{hint}`podcast voices` lists all of them.") from None


def _engine_of_voice(name: str) -> str:
    prefix, colon, _ = name.partition(":")
    if colon:
        return prefix if prefix in engines() else ""
    base = name.partition("+")[0].lower()
    told = [one for one in engines().values() if one.roster and not one.missing()]
    found = (one.name for one in told for voice in one.roster().voices if voice.id.lower() == base)  # type: ignore[misc]
    return next(found, profiles()[DEFAULT_PROFILES[-1]].driver)


def _check_stated(settings: Settings, rosters: Rosters) -> None:
    """Also of roles that this essay hasn't: a mistake should not wait for the essay that has them."""
    for role, wish in settings.cast.items():
        try:
            _stated(wish.voice, rosters)
        except UnknownVoiceError as error:
            raise UnknownVoiceError(f"{error} (cast.{role}.voice)", error.nearest) from None


def _profiles(rosters: Rosters, settings: Settings, language: str, roles: Collection[str]) -> dict[str, Profile]:
    """Stated ones first, and then those with voices of their own, so that none of these is given to another role."""
    narrator = _stated(_narrator_name(settings), rosters) or _narrator(rosters, language)
    preferred = _PREFERRED.get(narrator.driver, {})

    def rank(role: str) -> tuple[bool, bool, str]:
        return _casting(settings, role).voice == "", role.lower() not in preferred, role

    others = sorted({*roles} - {NARRATOR}, key=rank)
    found = {NARRATOR: narrator}
    taken = {_voice_id(narrator, rosters, language)}
    for role in others:
        stated = _stated(_casting(settings, role).voice, rosters)
        found[role] = stated or _distinct(role, taken, narrator, rosters, language)
        taken.add(_voice_id(found[role], rosters, language))
    return found


def _narrator(rosters: Rosters, language: str) -> Profile:
    """The default profile, or where its engine doesn't speak the language, a neural voice or the last default."""
    profile = default_profile(rosters)
    if profile.driver not in engines():
        return profile
    found, _ = casting(profile, rosters, language)
    last = profiles()[DEFAULT_PROFILES[-1]]
    return found if found == profile or engine(found.driver).is_neural or last.driver not in rosters.names else last


def _casting(settings: Settings, role: str) -> CastSettings:
    """[cast.NAME] of a role, whose name may be written in any case."""
    return next((cast for name, cast in settings.cast.items() if name.lower() == role.lower()), CastSettings())


def _narrator_name(settings: Settings) -> str:
    return _casting(settings, NARRATOR).voice or settings.voice.name


def _stated(name: str, rosters: Rosters) -> Profile | None:
    return find(name, rosters) if name else None


def _distinct(role: str, taken: Collection[str], narrator: Profile, rosters: Rosters, language: str) -> Profile:
    """A profile whose voice nobody has yet; the narrator's where there is none left."""
    candidates = _candidates(role, narrator, rosters, language)
    return next((profile for profile in candidates if _voice_id(profile, rosters, language) not in taken), narrator)


def _candidates(role: str, narrator: Profile, rosters: Rosters, language: str) -> Iterator[Profile]:
    """Of the narrator's own engine: a robot beside a person, or a person beside a robot, is nobody's wish."""
    driver = narrator.driver
    yield from (profiles()[name] for name in _PREFERRED.get(driver, {}).get(role.lower(), ()))
    others = _OTHERS.get(driver, ())
    first = hashlib.sha256(role.lower().encode()).digest()[0] % max(1, len(others))
    roster = rosters.of(driver)
    for name in (*others[first:], *others[:first]):
        if name in profiles():
            yield profiles()[name]
        elif name in roster.variants:
            base = next(one.voice for one in profiles().values() if one.driver == driver)
            yield find(f"{driver}:{base}+{name}", rosters)
    yield from (profile for profile in profiles().values() if profile.driver == driver and others)
    at_home = (voice for voice in roster.voices if speaks(voice, language))
    yield from (find(f"{driver}:{voice.id}", rosters) for voice in at_home)


def _voice_id(profile: Profile, rosters: Rosters, language: str) -> str:
    try:
        voice = _voice(profile, rosters, language)[1]
    except UnknownVoiceError:
        voice = cast(profile, rosters)
    return f"{voice.driver}:{voice.id}"


def _voice(profile: Profile, rosters: Rosters, language: str, *, is_stated: bool = False) -> tuple[Profile, Voice]:
    """An engine without variants has nothing but its voices to tell roles apart, so each is kept, accent and all."""
    keep_accent = is_stated or not rosters.of(profile.driver).variants
    return casting(profile, rosters, language, keep_accent=keep_accent)


def _speaker(profile: Profile, settings: Settings, rosters: Rosters, home: str, character: Character) -> RoleVoice:
    """`home` is the essay's language."""
    role, language = character
    wish = _casting(settings, role)
    stated = _narrator_name(settings) if role == NARRATOR else wish.voice
    try:
        speaking, voice = _voice(profile, rosters, language or home, is_stated=bool(stated))
    except UnknownVoiceError:
        if not language:
            raise
        return replace(_speaker(profile, settings, rosters, home, (role, "")), is_at_home=False)
    # A profile takes its manner into other languages; a voice that was named for itself can't follow.
    is_a_voice = stated and stated not in profiles()
    if is_a_voice and not language and (voice.driver, voice.id.partition("+")[0]) != (profile.driver, profile.voice):
        raise UnknownVoiceError(f"the voice {stated} does not speak the essay's language ({home})")
    if not language:
        _refuse_what_has_no_effect(voice, settings, role)
    return RoleVoice(
        _manner(voice, settings, role), _pauses(profile, settings), tuple(speaking.chain.items()), wish.pan
    )


def _refuse_what_has_no_effect(voice: Voice, settings: Settings, role: str) -> None:
    if engine(voice.driver).has_pitch:
        return
    for wish, table in _wishes(settings, role):
        for key in ("pitch", "pitch_range"):
            if getattr(wish, key) >= 0:
                what = f"The voices of {voice.driver} have one pitch, and {table}.{key} changes nothing"
                raise PodcastError(what, which=voice.id, remedy="Leave it out, or choose another voice.")


def _manner(voice: Voice, settings: Settings, role: str) -> Voice:
    """With what [cast.NAME] says of it, and for the narrator also [voice]."""
    wishes = [wish for wish, _ in _wishes(settings, role)]
    return replace(
        voice,
        rate_wpm=next((wish.rate_wpm for wish in wishes if wish.rate_wpm), voice.rate_wpm),
        pitch=next((wish.pitch for wish in wishes if wish.pitch >= 0), voice.pitch),
        pitch_range=next((wish.pitch_range for wish in wishes if wish.pitch_range >= 0), voice.pitch_range),
    )


def _wishes(settings: Settings, role: str) -> list[tuple[CastSettings | VoiceSettings, str]]:
    """What is said of how a role speaks, the nearer first, and where."""
    own: list[tuple[CastSettings | VoiceSettings, str]] = [(_casting(settings, role), f"cast.{role}")]
    return [*own, *[(settings.voice, "voice")] * (role == NARRATOR)]


def _pauses(profile: Profile, settings: Settings) -> Pauses:
    pauses = {name: ms for name, ms in asdict(settings.pauses_ms).items() if ms >= 0}
    return replace(profile.pauses_ms, **pauses)
