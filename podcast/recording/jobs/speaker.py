"""Somebody who can say things: engines in processes of their own, and the takes kept of what they said before.

    with Speaker(Takes(store)) as speaker:
        take = speaker.speak(utterance)         # by the engine of its voice, unless it was said before
        speaker.has_spoken                      # whether an engine spoke for this

For one thread.
"""

import logging
from collections.abc import Sequence
from importlib import import_module
from types import TracebackType
from typing import Self

from podcast.recording.jobs.engine_process import EngineProcess
from podcast.recording.jobs.known_text import known_utterance
from podcast.recording.jobs.takes import Takes
from voices.speech import Roster, SpeechError, Take, Utterance, Voice

log = logging.getLogger(__name__)

#: What a take is looked at, mastered and encoded with: 0.15 s that an engine which gets ready would have to share.
_FOLLOWING = ("plausible", "record", "dsp.pacing")


class Speaker:
    """All raise SpeechError when an engine can't be had or does not do what it is asked."""

    def __init__(self, takes: Takes | None = None) -> None:
        self.has_spoken = False  # since somebody set it to False
        self._takes = takes or Takes(None)
        self._engine_processes: dict[str, EngineProcess] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """May be called while another thread speaks, which then raises."""
        for engine_process in [*self._engine_processes.values()]:
            engine_process.close()

    def get_ready(self, driver: str) -> EngineProcess:
        """Start the engine, if that was not done; it gets ready while others have work to do."""
        if driver not in self._engine_processes:
            self._engine_processes[driver] = EngineProcess(driver)
        return self._engine_processes[driver]

    @property
    def damaged(self) -> int:
        """How many takes were kept and were not what they should be."""
        return self._takes.damaged

    def speak(self, utterance: Utterance) -> Take:
        """The take that was kept, or a new one that can be believed."""
        take = self._takes.get(utterance)
        if take is None:
            take = self._believable(utterance)
            self.has_spoken = True
            self._takes.put(utterance, take)
        return take

    def sounds(self, texts: Sequence[str], voice: Voice) -> list[str]:
        """How the voice would say each text, in IPA; empty where its engine can't tell."""
        return self.get_ready(voice.driver).sounds(texts, voice)

    def roster(self, driver: str) -> Roster:
        return self.get_ready(driver).roster()

    def _believable(self, utterance: Utterance) -> Take:
        """What the engine says at its first try, or else at its second, as another process."""
        engine_process = self.get_ready(utterance.voice.driver)
        take = engine_process.speak(utterance, meanwhile=_load_what_follows)
        from podcast.sound.plausible import fault_of

        if fault := fault_of(utterance, take) or self._fault_of_tempo(utterance, take):
            log.info("voiced once more, since %s: %s", fault, utterance.text[:60])
            engine_process.restart()
            take = engine_process.speak(utterance)
            if fault := fault_of(utterance, take) or self._fault_of_tempo(utterance, take):
                engine_process.check_room(utterance.text)
                raise SpeechError(f"{utterance.voice.driver}: {fault}")
        return take

    def _fault_of_tempo(self, utterance: Utterance, take: Take) -> str:
        """Of an engine that tells no times: half of a text sounds like a whole one, said twice as fast as others."""
        from podcast.sound.plausible import is_hurried

        known = known_utterance(utterance.voice)
        if take.is_timed or utterance.text == known.text or not utterance.voice.language.startswith("en"):
            return ""
        if is_hurried(utterance, take, known, lambda: self.speak(known)):
            return "its sound is too short for its text, beside others: did the engine stop in the middle?"
        return ""


def _load_what_follows() -> None:
    for name in _FOLLOWING:
        import_module(f"podcast.sound.{name}")
