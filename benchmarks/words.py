"""How many words are said right, by suites that others wrote.

    make words SUITES=~/suites
    python benchmarks/words.py ~/suites --wrong         # and each case that is not

A suite is a file in that folder, of either form:

    NAME.tsv    written <tab> said, or said in another way | … <tab> kind <tab> language (en-us where none is said)
    NAME.txt    written~said, as NeMo's test_cases_*.txt have it; the kind is the file's name, the language its folder's

A case is right where what we say has one of its forms in it. Letters and digits are compared, without capitals, hyphens
and punctuation; letters that are said one by one may stand together ("h t m l" is "HTML").
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from podcast.text.spoken import spoken

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z]{2})?", re.IGNORECASE)
_NOT_SAID = re.compile(r"[^\w\s]|_")
_SINGLE = re.compile(r"\b(\w) (?=\w\b)")


@dataclass(frozen=True, slots=True)
class Case:
    written: str
    said: tuple[str, ...]
    kind: str
    language: str

    @property
    def ours(self) -> str:
        return spoken(self.written, self.language).text

    @property
    def is_right(self) -> bool:
        ours = _compared(self.ours)
        return any(_compared(one) in ours for one in self.said)


def _compared(text: str) -> str:
    words = _NOT_SAID.sub(" ", text.replace("'", "").replace("’", "").lower()).split()
    together = _SINGLE.sub(r"\1", " ".join(words))
    return f" {together} "


def cases(folder: Path) -> Iterator[Case]:
    for file in sorted(folder.rglob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) >= 2 and fields[0].strip():
                kind, language = [*fields[2:4], "", ""][:2]
                yield Case(fields[0], tuple(fields[1].split("|")), kind or file.stem, language or "en-us")
    for file in sorted(folder.rglob("*.txt")):
        language = next((part for part in reversed(file.parts[:-1]) if _LANGUAGE.fullmatch(part)), "en-us")
        for line in file.read_text("utf-8").splitlines():
            written, tilde, said = line.partition("~")
            if tilde and written.strip():
                kind = file.stem.removeprefix("test_cases_")
                yield Case(written, (said,), kind, "en-us" if language == "en" else language.replace("_", "-").lower())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print each case that is said otherwise")
    stated = parser.parse_args()
    right, all_ = Counter[str](), Counter[str]()
    for case in cases(stated.folder):
        name = f"{case.language} {case.kind}"
        all_[name] += 1
        right[name] += case.is_right
        if stated.wrong and not case.is_right:
            print(f"{name}: {case.written}\n  wanted {' | '.join(case.said)}\n  said   {case.ours}")
    if not all_:
        sys.exit(f"There is no suite in {stated.folder}: put .tsv or NeMo's .txt files there.")
    print("| kind | cases | right |\n| --- | --- | --- |")
    for name in sorted(all_):
        print(f"| {name} | {all_[name]} | {right[name] / all_[name]:.1%} |")
    print(f"| all | {all_.total()} | {right.total() / all_.total():.1%} |")


if __name__ == "__main__":
    main()
