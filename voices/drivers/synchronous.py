"""What pyttsx3 wants of a driver, for an engine that makes a whole utterance in one call.

    class Driver(Synchronous):
        def synthesised(self, text): …                   # samples, and their rate in Hz
        def getProperty(self, name): …
        def setProperty(self, name, value): …

An utterance ends before the call that asked for it, so there is nothing to stop and no loop to run.
"""

import wave
from collections.abc import Iterator
from typing import Any


class Synchronous:
    def __init__(self, proxy: Any) -> None:
        self._proxy = proxy

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
