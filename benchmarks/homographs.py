"""How many homographs are read right: by our decision, and by engines left to themselves.

    python benchmarks/homographs.py FOLDER [--engines]

FOLDER has .tsv files as the Wikipedia Homograph Data has them (homograph, wordid, sentence, start, end), and beside
them its wordids.tsv (homograph, wordid, label, IPA, …); they are placed there by hand. A sense is ours whose sounds are
nearest to those of a word's id. `--engines` also asks hibari, whose reader is at hand; it takes minutes.
"""

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from podcast.text.homographs import HOMOGRAPHS, senses

_UNTELLING = str.maketrans(
    {"ː": None, "ˌ": None, "1": None, "0": None, "'": "ˈ", "ɪ": "ə", "ᵻ": "ə", "ɝ": "ɚ", "ɡ": "g"}
)
_STRESSED = re.compile(r"ˈ([^aeiouæɑɒɔəɛɜʊʌɚ]*)")


class Sample(NamedTuple):
    word: str
    word_id: str
    sentence: str
    start: int
    end: int


def main(folder: Path, *, asks_engines: bool) -> None:
    sounds = _sounds(folder)
    ways: dict[str, Callable[[Sample], str]] = {"ours": _ours}
    if asks_engines:
        ways["hibari alone"] = _hibari()
    right: dict[str, dict[str, list[bool]]] = {way: defaultdict(list) for way in ways}
    for sample in _samples(folder):
        if sample.word in HOMOGRAPHS:
            for way, told in ways.items():
                right[way][sample.word].append(_nearest(told(sample), sounds[sample.word]) == sample.word_id)
    for word in sorted(right["ours"]):
        print(f"{word:14}", *(_share(way[word]) for way in right.values()), sep="\t")
    for way, words in right.items():
        print(f"{way}: {_share([one for found in words.values() for one in found])}")


def _sounds(folder: Path) -> dict[str, dict[str, str]]:
    """IPA by id, by word."""
    sounds: dict[str, dict[str, str]] = defaultdict(dict)
    for word, word_id, _label, ipa, *_rest in _rows(folder / "wordids.tsv"):
        sounds[word][word_id] = ipa
    return sounds


def _samples(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.rglob("*.tsv")):
        for row in _rows(path):
            if len(row) == len(Sample._fields) and row[3].isdigit():
                start, end = (_characters(row[2], int(count)) for count in row[3:])
                yield Sample(row[0], row[1], row[2], start, end)


def _characters(sentence: str, count: int) -> int:
    """The data's README: offsets are of bytes."""
    return len(sentence.encode()[:count].decode(errors="ignore"))


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t")


def _ours(sample: Sample) -> str:
    return next((one.ipa for one in senses(sample.sentence, "en-us") if one.start == sample.start), "")


def _hibari() -> Callable[[Sample], str]:
    from voices import misaki
    from voices.nets.english import English

    english = English()

    def told(sample: Sample) -> str:
        pieces = english.pieces(sample.sentence)
        return misaki.ipa("".join(one.letters for one in pieces if sample.start <= one.start < sample.end))

    return told


def _nearest(ipa: str, sounds: dict[str, str]) -> str:
    return max(sounds, key=lambda word_id: _likeness(ipa, sounds[word_id]), default="")


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, _comparable(one), _comparable(other), autojunk=False).ratio()


def _comparable(ipa: str) -> str:
    """Stress right before its vowel: whether "ɪˈskɔːɹt" or "ɪsˈkɔːɹt", is a matter of taste."""
    return _STRESSED.sub(r"\1ˈ", ipa.translate(_UNTELLING))


def _share(found: list[bool]) -> str:
    return f"{100 * sum(found) / len(found):5.1f} % of {len(found)}" if found else "none"


if __name__ == "__main__":
    main(Path(sys.argv[1]), asks_engines="--engines" in sys.argv[2:])
