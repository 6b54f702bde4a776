"""An engine in a process of its own, where it can crash, hang or print without harm.

    with EngineProcess("espeak_ng") as engine_process:
        take = engine_process.speak(Utterance("Rivers bend.", voice))

Engines abort on odd texts, keep global state and are not made for threads. The process is started at once and waited
for at the first call. It has `timeout_s` for each answer (by default what its engine declares), more for a long text
where the engine is known to be slow, and less once it has shown how quick it is; after a crash a new one is started.
Not for several threads at once: give each its own.
"""

import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from podcast.errors import PodcastError, disk_full, is_full
from podcast.processes.child import Child, HungError, LostError
from voices.engine import engine
from voices.pcm import read_pcm
from voices.speech import InstalledVoice, Roster, SpeechError, Take, Utterance, Voice
from voices.words import WordEvent, time_words

_Answer = dict[str, Any]

_HOST = "podcast.recording.jobs.engine_host"
_SLOW_S_A_LETTER = 0.05  # ten times what Piper takes
_MANY_LETTERS = 100  # what a shorter text takes, says little of its letters
_PATIENCE = 20  # times what its slowest text so far took, a letter: others may want the machine, too
_LEAST_S = 10.0
_BYTES_A_LETTER = 20_000  # of the sound of the slowest speaker, at 48 kHz


class EngineProcess:
    """`speak` and `roster` raise SpeechError when the engine can't be had, crashes, hangs or says nothing.

    Without room for what is temporary, it is a PodcastError.
    """

    def __init__(self, driver: str, *, timeout_s: float | None = None) -> None:
        self.driver = driver
        self._timeout_s = engine(driver).timeout_s if timeout_s is None else timeout_s
        self._folder = _new_folder()
        # An engine that would fork for each utterance, and can't (Windows): each has a process of its own all the same.
        self._lives_once = engine(driver).forks and not hasattr(os, "fork")
        self._s_a_letter = 0.0  # of the slowest text so far
        self._is_closed = False
        self._is_greeted = False
        self._host: Child | None = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """May be called while another thread is inside `speak`, which then raises."""
        self._is_closed = True
        self._stop()
        self._folder.cleanup()

    def speak(self, utterance: Utterance, meanwhile: Callable[[], object] = lambda: None) -> Take:
        """A take of at least one sample; after a crash or no sound the engine gets one more try, but not if it hung.

        `meanwhile` is done while it speaks.
        """
        try:
            return self._say(utterance, meanwhile)
        except _MishapError:
            return self._say(utterance)

    def restart(self) -> None:
        """Have the next utterance said by an engine that has said nothing before."""
        self._stop()

    def roster(self) -> Roster:
        answer = self._ask({"do": "list"})
        voices = [InstalledVoice(id_, name, tuple(tags), sex) for id_, name, tags, sex in answer["voices"]]
        return Roster(tuple(voices), tuple(answer["variants"]))

    def sounds(self, texts: Sequence[str], voice: Voice) -> list[str]:
        """How the voice would say each text, in IPA; empty where its engine can't tell."""
        found: list[str] = self._ask({"do": "sounds", "texts": list(texts), "voice": voice.id})["ipa"]
        return found

    def check_room(self, text: str) -> None:
        """Raises PodcastError where the disk had no room for the sound of this text: then it is no engine's fault."""
        with suppress(OSError):
            if shutil.disk_usage(self._folder.name).free < len(text) * _BYTES_A_LETTER:
                raise disk_full(self._folder.name)

    def _say(self, utterance: Utterance, meanwhile: Callable[[], object] = lambda: None) -> Take:
        request = _request(utterance, Path(self._folder.name) / "take")
        try:
            return _take(utterance, request["file"], self._ask(request, meanwhile))
        except SpeechError:
            self.check_room(utterance.text)
            raise

    def _ask(self, request: Mapping[str, Any], meanwhile: Callable[[], object] = lambda: None) -> _Answer:
        host = self._greeted_host()
        text, begun_s = request.get("text", ""), time.monotonic()
        try:
            answer: _Answer = host.ask(request, timeout_s=self._patience_s(text), meanwhile=meanwhile)
        except LostError as error:
            raise self._mishap(error) from error
        if not isinstance(answer, dict):
            self._stop()
            raise _MishapError(f"{self.driver} gave an answer that can't be read")
        if self._lives_once:
            self._stop()
            self._host = self._start()  # it gets ready while others have work to do
        if "crash" in answer:
            raise _MishapError(f"{self.driver} crashed ({answer['crash']})")
        if "error" in answer:
            raise SpeechError(f"{self.driver}: {answer['error']}")
        if text:
            took_s = (time.monotonic() - begun_s) / max(len(text), _MANY_LETTERS)
            self._s_a_letter = max(self._s_a_letter, took_s)
        return answer

    def _patience_s(self, text: str) -> float:
        """A slow engine may take minutes for a long paragraph, on a machine that has others to do."""
        most_s = self._timeout_s + (len(text) * _SLOW_S_A_LETTER if engine(self.driver).is_slow else 0)
        if not self._s_a_letter or not text:
            return most_s
        return min(most_s, _LEAST_S + _PATIENCE * self._s_a_letter * max(len(text), _MANY_LETTERS))

    def _start(self) -> Child:
        self._is_greeted = False
        return Child(_HOST, self.driver, self._folder.name)

    def _greeted_host(self) -> Child:
        """The host once it has said that its engine is ready."""
        if self._is_closed:
            raise SpeechError("the engine process is closed")
        if self._host is None:
            self._host = self._start()
        host = self._host
        if not self._is_greeted:
            try:
                answer = host.receive(self._timeout_s)
            except LostError as error:
                raise self._mishap(error) from error
            answer = answer if isinstance(answer, dict) else {"error": "it gave an answer that can't be read"}
            if "error" in answer:
                self._stop()
                raise SpeechError(f"the engine {self.driver} can't run here ({answer['error']})")
            self._is_greeted = True
        return host

    def _mishap(self, error: LostError) -> SpeechError:
        self._stop()
        kind = SpeechError if isinstance(error, HungError) else _MishapError
        return kind(f"{self.driver} {error}")

    def _stop(self) -> None:
        host, self._host = self._host, None
        if host is not None:
            host.kill()
            host.close()


def _new_folder() -> TemporaryDirectory[str]:
    try:
        return TemporaryDirectory(prefix="podcast-engine-")
    except OSError as error:
        if is_full(error):
            raise disk_full(error.filename) from None
        remedy = "Set TMPDIR to a folder with room that you can write to."
        raise PodcastError(f"No temporary folder can be made ({error.strerror})", remedy=remedy) from None


class _MishapError(SpeechError):
    """A crash or a take without a sample: worth one more try."""


def _request(utterance: Utterance, file: Path) -> dict[str, Any]:
    voice = utterance.voice
    return {
        "do": "speak",
        "text": utterance.text,
        "voice": voice.id,
        "rate": voice.rate_wpm,
        "pitch": voice.pitch,
        "pitch_range": voice.pitch_range,
        "phonemes": [[one.start, one.end, one.ipa] for one in utterance.phonemes],
        "file": str(file),
    }


def _remove(path: Path) -> None:
    """Whatever the engine has put there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _take(utterance: Utterance, file: str, answer: _Answer) -> Take:
    # An engine's word that it is done proves nothing (pyttsx3 #149): the samples do.
    try:
        pcm, rate_hz = read_pcm(Path(file))
    except (OSError, ValueError) as error:
        raise _MishapError(f"{utterance.voice.driver} wrote no sound ({error})") from error
    finally:
        _remove(Path(file))
    if not pcm:
        raise _MishapError(f"{utterance.voice.driver} said nothing")
    try:
        events = [WordEvent(int(location), int(sample)) for location, sample in answer["events"]]
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _MishapError(f"{utterance.voice.driver} told its words in no form that is known ({error})") from error
    return Take(pcm, rate_hz, time_words(utterance.text, events, len(pcm) // 2), is_timed=bool(events))
