"""A recogniser listens to an episode of a show.

    heard = listen_to(Path("."), "on-paper", load_recogniser(), settings)
    heard.title, heard.verdict.error_rate, heard.unheard

What was written is in words.json, as it stands in the essay; the lexicon of the show and of the essay says how
it is said. A recogniser has lapses: it drops a clause, or runs a word into the next. So a passage that it did not
understand is played to it once more, alone, as a person would hear it again, and the better hearing counts: what is
said wrong stays wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import TextIOWrapper
from itertools import compress
from pathlib import Path

from feed.passages import Passage, from_file
from podcast.config.settings import Settings
from podcast.episode.archive import Archive
from podcast.episode.facts import Episode
from podcast.errors import PodcastError
from podcast.listening.audio import sounds_of
from podcast.listening.cuts import Excerpt, clips, clips_of_one, primary
from podcast.listening.recogniser import Recogniser
from podcast.listening.verdict import Verdict, Written, WrongRun, judged, put_in_place
from podcast.listening.words import ComparedWord, Form, plain, words_of
from podcast.text.dictionary import dictionary
from podcast.text.unusual import Risk, unusual_words
from podcast.userfiles import RECORD_BYTES, open_file
from podcast.voicing.lexicons import load_lexicon
from podcast.voicing.reading_aloud import TextReader

#: What nobody can know how to spell by ear. Rare words that a dictionary has, a recogniser knows as well.
_BY_SOUND = frozenset({Risk.KNOWN_NAME, Risk.UNKNOWN_NAME, Risk.UNKNOWN_WORD, Risk.FOREIGN_LETTERS, Risk.MIXED_FORM})

_LEAST_LETTERS = 3  # of a respelling that is compared by sound


@dataclass(frozen=True, slots=True)
class HeardEpisode:
    slug: str
    title: str
    passages: tuple[Passage, ...]
    verdict: Verdict  # over the passages, by their index
    unheard: tuple[str, ...] = ()  # languages that the recogniser doesn't know

    def written(self, run: WrongRun) -> str:
        """The words of a run as they stand in the essay."""
        return self.passages[run.passage].text[run.start : run.end]


def listen_to(show: Path, slug: str, recogniser: Recogniser, settings: Settings) -> HeardEpisode:
    """Raises PodcastError when its files can't be read."""
    archive = Archive(show / "public")
    episode = archive.episode(slug)
    return listen(archive.public / "episodes" / slug, episode, recogniser, _reader(show, episode, settings))


def listen(folder: Path, episode: Episode, recogniser: Recogniser, reader: TextReader) -> HeardEpisode:
    """To one episode, whose files lie in `folder`."""
    passages = _passages(folder / episode.companions.words)
    known = [recogniser.knows(_language(passage, reader)) for passage in passages]
    judgeable = list(compress(passages, known))
    written = [
        _written(passage, reader) if is_known else Written(())
        for passage, is_known in zip(passages, known, strict=True)
    ]
    audio, unusual = folder / episode.audio.file, _unusual(judgeable, reader)
    heard = tuple(_heard(audio, clips(judgeable, reader.language), recogniser, reader))
    unheard = {_language(passage, reader) for passage in passages} - {_language(one, reader) for one in judgeable}
    verdict = judged(written, heard, unusual)
    for number in verdict.doubtful:
        alone = tuple(_heard(audio, clips_of_one(passages[number], reader.language), recogniser, reader))
        if judged([written[number]], alone, unusual).wrong < verdict.passages[number].wrong:
            heard = put_in_place(heard, alone, written[number])
    verdict = judged(written, heard, unusual)
    return HeardEpisode(episode.slug, episode.title, passages, verdict, tuple(sorted(unheard)))


def _language(passage: Passage, reader: TextReader) -> str:
    return primary(passage.language or reader.language)


def _form(reader: TextReader, language: str) -> Form:
    """How texts are said in a language without its region; the essay's has its own."""
    return partial(reader.form, language="" if language == primary(reader.language) else language)


def _written(passage: Passage, reader: TextReader) -> Written:
    form = partial(reader.form, language=passage.language)
    return Written(words_of(passage.text, passage.words, form), _language(passage, reader))


def _heard(audio: Path, cut: Sequence[Excerpt], recogniser: Recogniser, reader: TextReader) -> Iterator[ComparedWord]:
    """All words of the clips."""
    for clip, samples in zip(cut, sounds_of(audio, cut), strict=True):
        text, words = recogniser.words(samples, clip.language)
        for word in words_of(text, words, _form(reader, clip.language)):
            yield word._replace(start_ms=clip.start_ms + word.start_ms, end_ms=clip.start_ms + word.end_ms)


def _unusual(passages: Sequence[Passage], reader: TextReader) -> frozenset[str]:
    """The words that are compared by sound, as `plain` has them: as they are written, and as a lexicon has them."""
    texts: dict[str, list[str]] = {}
    for passage in passages:
        texts.setdefault(_language(passage, reader), []).append(passage.text)
    found: set[str] = set()
    for language, said in texts.items():
        form = _form(reader, language)
        for one in unusual_words(said, dictionary(language), frozenset()):
            if one.risk in _BY_SOUND:
                respelled = (word.text for word in words_of(one.text, (), form))
                found.update((plain(one.text), *(text for text in respelled if len(text) >= _LEAST_LETTERS)))
    return frozenset(found)


def _reader(show: Path, episode: Episode, settings: Settings) -> TextReader:
    """As the episode was read, with numbers in words whatever the settings say: so a recogniser's can be compared."""
    folder = (show / episode.source).parent
    lexicon = load_lexicon(settings, show, folder if folder.is_dir() else None)
    return TextReader(lexicon, episode.language or settings.show.language)


def _passages(path: Path) -> tuple[Passage, ...]:
    try:
        with TextIOWrapper(open_file(path, RECORD_BYTES), "utf-8") as file:
            return from_file(file)[0]
    except (OSError, ValueError) as error:
        remedy = "Build the episode again: words.json tells what is said in it, and when."
        raise PodcastError(f"What an episode says can't be read ({error})", which=str(path), remedy=remedy) from None
