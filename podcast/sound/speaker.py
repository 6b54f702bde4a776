"""Somebody who can say things: an engine in its booth, and the takes that were kept of what it said before.

    with Speaker("espeak_ng", Takes(store, engine_version("espeak_ng"))) as speaker:
        take = speaker.speak(utterance)         # no engine is started for what was said before
        speaker.has_spoken                      # whether it was, for this

For one thread.
"""

import logging
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from podcast.sound.takes import Takes
from voices.booth import Booth
from voices.speech import Roster, SpeechError, Take, Utterance, Voice

log = logging.getLogger(__name__)


class Speaker:
    """All raise SpeechError when the engine can't be had or does not do what it is asked."""

    def __init__(self, driver: str, takes: Takes | None = None) -> None:
        self.has_spoken = False  # since somebody set it to False
        self._driver = driver
        self._takes = takes or Takes(None, "")
        self._booth: Booth | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._booth is not None:
            self._booth.close()

    def get_ready(self) -> Booth:
        """Start the engine, if that was not done; it gets ready while others have work to do."""
        if self._booth is None:
            self._booth = Booth(self._driver)
        return self._booth

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
        return self.get_ready().sounds(texts, voice)

    def roster(self) -> Roster:
        return self.get_ready().roster()

    def _believable(self, utterance: Utterance) -> Take:
        """What the engine says at its first try, or else at its second, as another process."""
        booth = self.get_ready()
        from podcast.sound.plausible import fault_of  # with numpy, and the engine starts meanwhile

        take = booth.speak(utterance)
        if fault := fault_of(utterance, take):
            log.info("voiced once more, since %s: %s", fault, utterance.text[:60])
            booth.restart()
            take = booth.speak(utterance)
            if fault := fault_of(utterance, take):
                raise SpeechError(fault)
        return take
