"""What the benchmarks read aloud: the essays in examples/ as one plain text, or a made-up essay of any length.

    paragraphs = from_examples()                # 1,388 words
    paragraphs = invented(110_000)              # twelve hours: no two sentences in it are alike
    paragraphs = edited(paragraphs, turn=3)     # one word is another one

Paragraphs are plain text, one a line when they are written down, so that every contestant reads the same.
"""

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"

Paragraphs = tuple[str, ...]

# Subjects, verbs, objects, places, times and turns: their product is 200 times what twelve hours need.
_WHO = """the ferryman|a young surveyor|the old mill|her neighbour|the harbour master|a patient gardener|the last
    lamplighter|every second traveller|the schoolteacher|a quiet river|the night train|his grandmother|the map|a
    careful reader|the whole village|an unhurried cloud|the clockmaker|a stray dog|the librarian|the winter""".split(
    "|"
)
_DID = """remembers|carries|has lost|measures|forgives|outlives|borrows|mends|describes|follows|hides|weighs|paints|
    mistakes|promises|gathers|abandons|rebuilds|questions|returns""".split("|")
_WHAT = """the missing bridge|a letter without an address|twelve wooden chairs|the sound of the weir|an unfinished
    wall|the longest road|three pounds of salt|a borrowed umbrella|the first frost|the price of bread|a broken
    compass|the neighbour's orchard|an empty theatre|the language of bells|half of the harvest|a promise of rain|the
    taste of iron|seven small boats|the shadow of the tower|a change of wind""".split("|")
_WHERE = """beside the canal|at the edge of town|behind the market|under the viaduct|on the northern shore|in the
    upper valley|across the square|near the old quarry|between two hills|above the tree line|in a rented room|along
    the railway""".split("|")
_WHEN = """before breakfast|after the flood|in late October|on most evenings|when nobody is looking|since the war|as
    long as the light holds|once in ten years|during the dry months|by candlelight|without being asked|at low
    tide""".split("|")
_TURN = """, and that is how it began|, though few would admit it|; the rest is arithmetic|, which surprises no one|, or
    so the story goes|, and nobody wonders why| – a habit, not a virtue|, unless the weather turns|; the older people
    know it well|, as their parents did||""".split("|")
_SENTENCES_A_PARAGRAPH = (3, 7)


def from_file(file: Path) -> Paragraphs:
    return plain(file.read_text(encoding="utf-8"))


def from_examples() -> Paragraphs:
    return tuple(paragraph for file in sorted(EXAMPLES.glob("*.md")) for paragraph in from_file(file))


def plain(text: str) -> Paragraphs:
    """The words of Markdown or plain text, each block in one line."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^\[\^.*|^!\[.*|\[\^\w+\]", "", text, flags=re.MULTILINE)  # footnotes, images
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", text)  # links
    text = re.sub(r"^(#+|>|-) ?|(?<!\w)\*|\*(?!\w)", "", text, flags=re.MULTILINE)
    blocks = re.split(r"\n\s*\n", text) if "\n\n" in text else text.splitlines()
    return tuple(" ".join(block.split()) for block in blocks if block.strip())


def invented(words: int, seed: int = 1) -> Paragraphs:
    """Of at least so many words. Other seeds make other essays of the same kind."""
    chance = random.Random(seed)
    sentences = _sentences(chance)
    paragraphs: list[str] = []
    while words > 0:
        count = chance.randint(*_SENTENCES_A_PARAGRAPH)
        paragraphs.append(" ".join(next(sentences) for _ in range(count)))
        words -= len(paragraphs[-1].split())
    return tuple(paragraphs)


def edited(paragraphs: Paragraphs, turn: int) -> Paragraphs:
    """With another word in place of the middle paragraph's second one; each turn has its own."""
    middle = len(paragraphs) // 2
    words = paragraphs[middle].split()
    words[1:2] = [str(turn + 2)]
    return (*paragraphs[:middle], " ".join(words), *paragraphs[middle + 1 :])


def written(paragraphs: Iterable[str], file: Path) -> Path:
    file.write_text("".join(f"{paragraph}\n" for paragraph in paragraphs), encoding="utf-8")
    return file


def _sentences(chance: random.Random) -> Iterator[str]:
    told: set[str] = set()
    while True:
        who, did, what, where, when, turn = map(chance.choice, (_WHO, _DID, _WHAT, _WHERE, _WHEN, _TURN))
        opening = f"{where}, {who}" if chance.random() < 0.5 else f"{who}, {where},"
        sentence = " ".join(f"{opening} {did} {what} {when}{turn}.".split())
        if sentence not in told:
            told.add(sentence)
            yield sentence[0].upper() + sentence[1:]
