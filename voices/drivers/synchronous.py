"""What pyttsx3 wants of a driver, for an engine that makes a whole utterance in one call.

    class Driver(Synchronous):
        def __init__(self, proxy):
            super().__init__(proxy, roster, {"rate": 155, "voice": "heart"})

        def synthesised(self, text): …                   # samples, and their rate in Hz

An utterance ends before the call that asked for it, so there is nothing to stop and no loop to run.
"""

import wave
from collections.abc import Iterator, Mapping
from typing import Any

from pyttsx3.voice import Voice

from voices.speech import Roster


class Synchronous:
    """`settings`: the properties that are numbers, with what they begin as, and "voice"."""

    def __init__(self, proxy: Any, roster: Roster | None = None, settings: Mapping[str, Any] | None = None) -> None:
        self._proxy = proxy
        self.roster = roster or Roster(())
        self.settings = dict(settings or {})

    def has_voice(self, name: str) -> bool:
        """Whether it can be asked for."""
        base, plus, variant = name.partition("+")
        return any(one.id == base for one in self.roster.voices) and (not plus or variant in self.roster.variants)

    def synthesised(self, text: str) -> tuple[bytes, int]:
        """Signed 16 bit little-endian mono samples, and their rate in Hz. Tells its words by `notify_word`."""
        raise NotImplementedError

    def notify_word(self, location: int, length: int, sample: int) -> None:
        """The word at `location` of the text, in characters, begins at `sample`."""
        self._proxy.notify("started-word", location=location, length=length, sample=sample)

    def save_to_file(self, text: str, filename: str) -> None:
        """Write `text`, said, to a WAV file; each word is notified as it is synthesised."""
        self._proxy.notify("started-utterance")
        pcm, rate_hz = self.synthesised(text)
        with wave.open(filename, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(rate_hz)
            file.writeframes(pcm)
        self._proxy.notify("finished-utterance", completed=True)

    def getProperty(self, name: str) -> Any:  # noqa: N802 — pyttsx3's name
        if name == "voices":
            return [Voice(one.id, one.name, [*one.languages], one.gender) for one in self.roster.voices]
        return list(self.roster.variants) if name == "variants" else self.settings[name]

    def setProperty(self, name: str, value: Any) -> None:  # noqa: N802 — pyttsx3's name
        if name == "voice":
            if not self.has_voice(str(value)):
                raise ValueError(f"there is no voice named {value!r}")
            self.settings["voice"] = str(value)
        elif name in self.settings:
            self.settings[name] = float(value)
        else:
            raise KeyError(f"unknown property {name}")

    def say(self, text: str) -> None:
        raise NotImplementedError("this driver writes files: use save_to_file")

    def destroy(self) -> None:
        """Nothing to give back: the process ends."""

    def stop(self) -> None:
        """Nothing to stop: an utterance ends before the call that asked for it."""

    def startLoop(self) -> None:  # noqa: N802 — pyttsx3's name
        # The proxy runs the whole queue as soon as the driver is not busy, down to the end of the loop.
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802 — pyttsx3's name
        """Nothing to end, for the same reason."""

    def iterate(self) -> Iterator[None]:
        self._proxy.setBusy(False)
        yield
