"""Who says what: a voice for each role of a script, in each language that the role speaks.

    cast = choose_cast(crew.roster(), settings, "en-us", {("quote", ""), ("GUEST", "fr")})
    cast["GUEST", "fr"].voice

The narrator speaks as [voice] says. Any other role speaks as [cast.NAME] says, and where that names no voice, in one
that no other role has. Which one depends on the names of the roles alone, so it is the same at the next build.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from podcast.errors import PodcastError
from podcast.settings import CastSettings, Settings, VoiceSettings
from podcast.text.essay import NARRATOR
from voices.casting import DEFAULT_PROFILE, Profile, UnknownVoiceError, cast, find, profiles
from voices.engine import is_embedded
from voices.speech import Pauses, Roster, Voice

Character = tuple[str, str]  # a role, and the language that it speaks (BCP 47; empty: the essay's)
Company = Mapping[Character, "Speaker"]

#: What roles without a voice get: first the two that every essay may have, then all others; docs/voices.md has what
#: was measured of them. The first of each that is not taken.
_PREFERRED = {"announcer": ("clara", DEFAULT_PROFILE, "fireside"), "quote": ("fireside", DEFAULT_PROFILE, "clara")}
_OTHERS = ("m1", "f5", "Diogo", "Henrique", "f3", "m3", "f4", "m7", "m4", "f1")  # variants


@dataclass(frozen=True, slots=True)
class Speaker:
    """How a role speaks one language."""

    voice: Voice
    pauses: Pauses
    chain: tuple[tuple[str, Any], ...] = ()  # how its mastering differs, by fields of podcast/sound/master.py's Chain
    pan: float = 0.0  # -1 (left) – 1 (right)
    is_at_home: bool = True  # False: no voice here speaks the language, so the role's own one tries


def has_fixed_voices(settings: Settings) -> bool:
    """Whether all voices come with podcast. A system's own may change, and nobody is told."""
    return is_embedded(settings.voice.driver)


def choose_cast(roster: Roster, settings: Settings, language: str, characters: Collection[Character]) -> Company:
    """All `characters` and the narrator's. `language` is the essay's.

    Raises PodcastError for a voice that there isn't.
    """
    try:
        _check_stated(settings, roster)
        roles = _profiles(roster, settings, language, {role for role, _ in characters})
        wanted = sorted({*characters, (NARRATOR, "")})
        return {one: _speaker(roles[one[0]], settings, roster, language, one) for one in wanted}
    except UnknownVoiceError as error:
        hint = f"Near are {', '.join(error.nearest)}. " if error.nearest else ""
        what = str(error)[0].upper() + str(error)[1:]
        raise PodcastError(what, remedy=f"{hint}`podcast voices` lists all of them.") from None


def _check_stated(settings: Settings, roster: Roster) -> None:
    """Also of roles that this essay hasn't: a mistake should not wait for the essay that has them."""
    for role, casting in settings.cast.items():
        try:
            _stated(casting.voice, settings, roster)
        except UnknownVoiceError as error:
            raise UnknownVoiceError(f"{error} (cast.{role}.voice)", error.nearest) from None


def _profiles(roster: Roster, settings: Settings, language: str, roles: Collection[str]) -> dict[str, Profile]:
    """Stated ones first, so that none of them is given to another role."""
    others = sorted({*roles} - {NARRATOR}, key=lambda role: (_casting(settings, role).voice == "", role))
    narrator = _stated(_narrator_name(settings), settings, roster) or _default_profile(roster, settings.voice.driver)
    found = {NARRATOR: narrator}
    taken = {_voice_id(narrator, roster, language)}
    for role in others:
        stated = _stated(_casting(settings, role).voice, settings, roster)
        found[role] = stated or _distinct(role, taken, narrator, roster, language)
        taken.add(_voice_id(found[role], roster, language))
    return found


def _casting(settings: Settings, role: str) -> CastSettings:
    """[cast.NAME] of a role, whose name may be written in any case."""
    return next((cast for name, cast in settings.cast.items() if name.lower() == role.lower()), CastSettings())


def _narrator_name(settings: Settings) -> str:
    return _casting(settings, NARRATOR).voice or settings.voice.name


def _stated(name: str, settings: Settings, roster: Roster) -> Profile | None:
    return find(name, roster, settings.voice.driver) if name else None


def _default_profile(roster: Roster, driver: str) -> Profile:
    """The default profile, or, for an engine that it isn't made for, its manner in the engine's first voice."""
    profile = profiles()[DEFAULT_PROFILE]
    if profile.driver == driver:
        return profile
    if not roster.voices:
        raise UnknownVoiceError(f"the engine {driver} has no voices here")
    return find(roster.voices[0].id, roster, driver)


def _distinct(role: str, taken: Collection[str], narrator: Profile, roster: Roster, language: str) -> Profile:
    """A profile whose voice nobody has yet; the narrator's where there is none left."""
    candidates = _candidates(role, narrator, roster, language)
    return next((profile for profile in candidates if _voice_id(profile, roster, language) not in taken), narrator)


def _candidates(role: str, narrator: Profile, roster: Roster, language: str) -> Iterator[Profile]:
    if not roster.variants:  # another engine: its voices of the language, then all of them
        primary = language.partition("-")[0]
        at_home = [voice for voice in roster.voices if any(tag.partition("-")[0] == primary for tag in voice.languages)]
        yield from (find(voice.id, roster, narrator.driver) for voice in at_home)
        return
    shipped = profiles()
    yield from (shipped[name] for name in _PREFERRED.get(role, ()) if shipped[name].driver == narrator.driver)
    base = shipped[DEFAULT_PROFILE].voice
    first = hashlib.sha256(role.lower().encode()).digest()[0] % len(_OTHERS)
    for variant in (*_OTHERS[first:], *_OTHERS[:first]):
        if variant in roster.variants:
            yield find(f"{base}+{variant}", roster, narrator.driver)


def _voice_id(profile: Profile, roster: Roster, language: str) -> str:
    try:
        return _voice(profile, roster, language).id
    except UnknownVoiceError:
        return cast(profile, roster).id


def _voice(profile: Profile, roster: Roster, language: str, *, is_stated: bool = False) -> Voice:
    """An engine without variants has nothing but its voices to tell roles apart, so each is kept, accent and all."""
    return cast(profile, roster, language, keep_accent=is_stated or not roster.variants)


def _speaker(profile: Profile, settings: Settings, roster: Roster, home: str, character: Character) -> Speaker:
    """`home` is the essay's language."""
    role, language = character
    casting = _casting(settings, role)
    stated = _narrator_name(settings) if role == NARRATOR else casting.voice
    try:
        voice = _voice(profile, roster, language or home, is_stated=bool(stated))
    except UnknownVoiceError:
        if not language:
            raise
        return replace(_speaker(profile, settings, roster, home, (role, "")), is_at_home=False)
    # A profile takes its manner into other languages; a voice that was named for itself can't follow.
    is_a_voice = stated and stated not in profiles()
    if is_a_voice and not language and voice.id.partition("+")[0] != profile.voice:
        raise UnknownVoiceError(f"the voice {stated} does not speak the essay's language ({home})")
    return Speaker(
        _manner(voice, settings, role), _pauses(profile, settings), tuple(profile.chain.items()), casting.pan
    )


def _manner(voice: Voice, settings: Settings, role: str) -> Voice:
    """With what [cast.NAME] says of it, and for the narrator also [voice]."""
    wishes: list[CastSettings | VoiceSettings] = [_casting(settings, role)]
    wishes += [settings.voice] * (role == NARRATOR)
    return replace(
        voice,
        rate_wpm=next((wish.rate_wpm for wish in wishes if wish.rate_wpm), voice.rate_wpm),
        pitch=next((wish.pitch for wish in wishes if wish.pitch >= 0), voice.pitch),
        pitch_range=next((wish.pitch_range for wish in wishes if wish.pitch_range >= 0), voice.pitch_range),
    )


def _pauses(profile: Profile, settings: Settings) -> Pauses:
    pauses = {name: ms for name, ms in asdict(settings.pauses_ms).items() if ms >= 0}
    return replace(profile.pauses_ms, **pauses)
