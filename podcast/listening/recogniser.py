"""The recogniser: Whisper, by faster-whisper. Nothing else here knows of it, and it is loaded when it is asked for.

recogniser = load_recogniser("base")                # fetched once from huggingface.co, then found on this machine
recogniser = load_recogniser("~/models/whisper")    # a folder: nothing is fetched, ever
text, words = recogniser.words(samples, "en")       # words as in words.json: offsets in the text, milliseconds
"""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from feed.passages import TimedWord
from podcast.errors import PodcastError
from podcast.userfiles import path_of

if TYPE_CHECKING:
    from podcast.listening.audio import _Sound

DEFAULT_MODEL = "base"

_FILES = ("config.json", "model.bin", "tokenizer.json")  # without the last, faster-whisper would fetch one
_OTHER_NAMES = {"nb": "no", "fil": "tl", "cmn": "zh", "in": "id", "iw": "he"}


class Recogniser:
    """The same samples give the same words."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._languages = frozenset(model.supported_languages)

    def knows(self, language: str) -> bool:
        """`language` without a region."""
        return _OTHER_NAMES.get(language, language) in self._languages

    def words(self, samples: "_Sound", language: str) -> tuple[str, Sequence[TimedWord]]:
        """What is said in a clip of at most half a minute, and when, from the clip's beginning."""
        segments, _ = self._model.transcribe(
            samples,
            language=_OTHER_NAMES.get(language, language),
            word_timestamps=True,
            condition_on_previous_text=False,
            temperature=0.0,  # it would roll dice where it is unsure
        )
        text, words = "", list[TimedWord]()
        for word in (word for segment in segments for word in segment.words):
            start = len(text) + len(word.word) - len(word.word.lstrip())
            text += word.word
            words.append(TimedWord(start, len(text), round(1000 * word.start), round(1000 * word.end)))
        return text, words


def load_recogniser(model: str = DEFAULT_MODEL) -> Recogniser:
    """`model`: the folder of a converted Whisper, or a name. PodcastError: it isn't there, or the package isn't."""
    folder = _folder(model)
    cores = os.cpu_count() or 1
    try:
        loaded = _package().WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=cores)
    except (RuntimeError, ValueError) as error:
        remedy = "Give another folder, or a name, such as base."
        raise PodcastError(f"The recogniser can't be loaded ({error})", which=str(folder), remedy=remedy) from None
    return Recogniser(loaded)


def _package() -> Any:
    try:
        import faster_whisper
    except ImportError as error:
        remedy = "Install it: pip install 'podcast-producer[listen]'."
        raise PodcastError(f"Nobody here can listen: faster-whisper is missing ({error})", remedy=remedy) from None
    return faster_whisper


def _folder(model: str) -> Path:
    path = path_of(model, Path())
    if path.is_dir():
        missing = [name for name in _FILES if not (path / name).is_file()]
        if missing:
            what = f"This folder is no model for faster-whisper: it has no {' and no '.join(missing)}"
            remedy = "Give a Whisper that was converted for CTranslate2, or a name, such as base or small."
            raise PodcastError(what, which=str(path), remedy=remedy)
        return path
    if len(Path(model).parts) > 2 or model.startswith((".", "~", os.sep)):  # "owner/name" is no path
        raise PodcastError("There is no such folder", which=model, remedy="Give a folder, or a name, such as base.")
    return _fetched(model)


def _fetched(name: str) -> Path:
    """The folder of a model that is kept on this machine, or else comes from huggingface.co."""
    hub = _package()
    if "/" not in name and name not in (known := hub.available_models()):
        near = get_close_matches(name, known, n=3) or ["base", "small", "large-v3"]
        raise PodcastError("There is no such recogniser", which=name, remedy=f"Try {', '.join(near)}, or a folder.")
    try:
        try:
            return Path(hub.download_model(name, local_files_only=True))
        except OSError:  # it is not here yet
            return Path(hub.download_model(name))
    except Exception as error:  # noqa: BLE001 - of whichever HTTP client the hub's library stands on
        told = str(error).strip().partition("\n")[0]
        remedy = "Try again with a network, or give the folder of a model with --listen-model."
        raise PodcastError(f"The recogniser can't be fetched ({told})", which=name, remedy=remedy) from None
