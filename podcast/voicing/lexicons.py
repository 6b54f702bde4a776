"""The lexicon of an essay, from the show's settings and from files.

    lexicon = load_lexicon(settings, show=Path("."), essay_folder=Path("essays/ponds"))
    spoken(segment.text, language, lexicon.rules(language))
    reader = load_reader(settings, show, essay_folder, essay.language)      # with it and the show's settings

`lexicon.toml` beside the essay wins, then `lexicon.pls` there, [lexicon] in podcast.toml, and the files that [speech]
names, in their order.
"""

from collections.abc import Iterator
from pathlib import Path

from podcast.config.settings import Settings
from podcast.errors import PodcastError
from podcast.text.lexicon import Lexicon, LexiconEntry
from podcast.text.lexicon.entry import places, read_table
from podcast.text.lexicon.pls import read_pls
from podcast.text.tomltext import read_toml
from podcast.userfiles import LEXICON_BYTES, path_of, read_file
from podcast.voicing.reading_aloud import TextReader

BESIDE_THE_ESSAY = ("lexicon.toml", "lexicon.pls")

_SHOWN_PROBLEMS = 20

_Read = tuple[list[LexiconEntry], list[str]]


def load_lexicon(settings: Settings, show: Path, essay_folder: Path | None = None) -> Lexicon:
    """`show` is where relative paths start, and where an essay without a folder is taken to lie.

    Raises PodcastError that lists all that is wrong in any of the files.
    """
    sources = list(_sources(settings, show, essay_folder or show))
    problems = [problem for _, found in sources for problem in found]
    if problems:
        listed = [f"  - {problem}" for problem in problems[:_SHOWN_PROBLEMS]]
        if len(problems) > _SHOWN_PROBLEMS:
            listed.append(f"  and {len(problems) - _SHOWN_PROBLEMS} more")
        what = "The lexicon has a mistake" if len(problems) == 1 else f"The lexicon has {len(problems)} mistakes"
        raise PodcastError(what, remedy="\n".join(listed))
    return Lexicon.of(*(entries for entries, _ in sources))


def load_reader(settings: Settings, show: Path, essay_folder: Path | None, language: str) -> TextReader:
    """How an essay in `language` (empty: the show's) is read aloud."""
    lexicon = load_lexicon(settings, show, essay_folder)
    return TextReader(lexicon, language or settings.show.language, settings.speech.expand)


def lexicon_files(settings: Settings, show: Path, essay_folder: Path | None = None) -> tuple[Path, ...]:
    """All that are read, or would be if they were there."""
    return (
        *((essay_folder or show) / name for name in BESIDE_THE_ESSAY),
        *(path_of(name, show) for name in settings.speech.lexicons),
    )


def _sources(settings: Settings, show: Path, essay_folder: Path) -> Iterator[_Read]:
    for name in BESIDE_THE_ESSAY:
        if (essay_folder / name).exists():
            yield _read_file(essay_folder / name, name)
    yield read_table(settings.lexicon, "lexicon")
    for name in settings.speech.lexicons:
        yield _read_file(path_of(name, show), name)


def _read_file(path: Path, name: str) -> _Read:
    try:
        data = read_file(path, LEXICON_BYTES)
    except OSError as error:
        return [], [f"{name} can't be read ({error.strerror})"]
    kinds = {".toml": _read_toml, ".pls": read_pls}
    if path.suffix.lower() not in kinds:
        return [], [f"{name} must be a .toml or a .pls file"]
    entries, problems = kinds[path.suffix.lower()](data)
    return entries, [f"{name}: {problem}" for problem in problems]


def _read_toml(data: bytes) -> _Read:
    """A file of entries; a [lexicon] around them, as in podcast.toml, changes nothing."""
    try:
        text = data.decode("utf-8-sig")
        table = read_toml(text)
    except ValueError as error:
        return [], [f"it is no TOML ({error})"]
    inner = table.pop("lexicon", {}) if isinstance(table.get("lexicon"), dict) else {}
    place = places(text)
    outer_entries, outer_problems = read_table(table, place=place)
    entries, problems = read_table(inner, place=place)
    return outer_entries + entries, outer_problems + problems
