"""Who is called to an audition: all that could read an essay in a language, or those that were named.

    at_hand(rosters, "en-us")                   # profiles, other neural voices, and for other languages espeak-ng's
    named(["heart", "en-us+Annie"], rosters)

Of the hundred variants of espeak-ng only those are heard that a profile has, or that are named.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from podcast.errors import PodcastError
from voices.casting import DEFAULT_PROFILES, Profile, UnknownVoiceError, find, profiles, speaks
from voices.engine import engine
from voices.rosters import Rosters
from voices.speech import InstalledVoice


@dataclass(frozen=True, slots=True)
class Candidate:
    name: str  # as `podcast build --voice` takes it
    title: str  # as the voice calls itself
    description: str
    own: tuple[str, str]  # engine and id of the voice that it has, unless another has to stand in

    def described(self, driver: str, speaking: InstalledVoice) -> str:
        """Who speaks: in a language that is not its own, a profile is read by another voice."""
        if (driver, speaking.id) == self.own:
            return self.description
        return f"{_description(speaking)}: speaks for {self.name}, whose language is another"


def at_hand(rosters: Rosters, language: str) -> tuple[Candidate, ...]:
    """Raises PodcastError where there is none."""
    fit = [one for one in profiles().values() if one.driver in rosters.names and _speaks(one, rosters, language)]
    found = [_of_profile(one) for one in fit]
    found += [_of_voice(*one) for one in _others(rosters, language)]
    if not found or language.partition("-")[0] != "en":
        found += _standing_in(rosters, language)
    if not found:
        remedy = "`podcast voices` lists all, `podcast voices --all` what can be added."
        raise PodcastError("No voice here speaks this language", which=language, remedy=remedy)
    return tuple(found)


def named(names: Iterable[str], rosters: Rosters) -> tuple[Candidate, ...]:
    """Each once. Raises PodcastError for a voice that there isn't."""
    return tuple(_named(name, rosters) for name in dict.fromkeys(names))


def installed(driver: str, voice_id: str, rosters: Rosters) -> InstalledVoice:
    """What the engine tells of a voice, with or without a variant."""
    base = voice_id.partition("+")[0]
    found = (voice for voice in rosters.of(driver).voices if voice.id == base)
    return next(found, InstalledVoice(voice_id, voice_id, ()))


def _named(name: str, rosters: Rosters) -> Candidate:
    try:
        profile = find(name, rosters)
    except UnknownVoiceError as error:
        hint = f"Like it: {', '.join(error.nearest)}. " if error.nearest else ""
        what = str(error)[0].upper() + str(error)[1:]
        raise PodcastError(what, remedy=f"{hint}`podcast voices` lists all of them.") from None
    if name in profiles():
        return _of_profile(profile)
    voice = installed(profile.driver, profile.voice, rosters)
    title = f"{_title(profile.driver, voice)}, {profile.variant}" if profile.variant else _title(profile.driver, voice)
    return Candidate(name, title, _description(voice), (profile.driver, voice.id))


def _speaks(profile: Profile, rosters: Rosters, language: str) -> bool:
    """In its own voice: others can stand in for any."""
    own = installed(profile.driver, profile.voice, rosters)
    return speaks(own, language)


def _others(rosters: Rosters, language: str) -> Iterator[tuple[str, InstalledVoice]]:
    """Those of neural engines, and of a system's, that no profile stands for."""
    known = {(one.driver, one.voice) for one in profiles().values()}
    for driver in rosters.names:
        told = engine(driver)
        if told.is_neural or not told.is_declared:
            own = (voice for voice in rosters.of(driver).voices if speaks(voice, language))
            yield from ((driver, voice) for voice in own if (driver, voice.id) not in known)


def _standing_in(rosters: Rosters, language: str) -> list[Candidate]:
    """The last of the default narrators, as it reads a language that is not its own."""
    last = profiles()[DEFAULT_PROFILES[-1]]
    if last.driver not in rosters.names:
        return []
    return [_of_profile(last)] * any(speaks(voice, language) for voice in rosters.of(last.driver).voices)


def _of_profile(profile: Profile) -> Candidate:
    return Candidate(profile.name, profile.name, profile.description, (profile.driver, profile.voice))


def _of_voice(driver: str, voice: InstalledVoice) -> Candidate:
    return Candidate(f"{driver}:{voice.id}", _title(driver, voice), _description(voice), (driver, voice.id))


def _title(driver: str, voice: InstalledVoice) -> str:
    """With its engine's name: there may be a Heart in each."""
    return f"{voice.name}, {driver.replace('_', ' ')}"


def _description(voice: InstalledVoice) -> str:
    return ", ".join(filter(None, (voice.name, voice.gender, *voice.languages[:1])))
