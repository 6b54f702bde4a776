"""What is written to a picture: its alternative text only where no caption says the same, and no credits.

    blocks, skips = with_captions(blocks, skips, page.alts, page.captions, title)

"The old mill. (Ann Example / Agency)" is said as "The old mill."
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from podcast.text.essay import Block, Reason, Run, Skip
from podcast.text.runs import is_spoken, split, text_of, trim

_CREDIT_WORD = (
    r"(?:(?:photo(?:graph(?:y|s)?|s)?|image|picture|illustration|artwork|foto(?:s|grafie)?|bild|crédits?|credits?"
    r"|crédito|créditos|photographie|fotografía|fotografia|imagen|imagem|immagine|abbildung|beeld|quelle|bildquelle"
    r"|bildnachweis|bildrechte|bron|fonte|fuente|źródło|fot\.|zdjęcie|写真|撮影|出典|图|摄影|来源|ph)\s?"
    r"(?:credits?|courtesy|photos?|images?|de l’image)?\s?"
    r"(?:[:：©/]|\.{2,3}|…|\bby\b|\bvon\b|\bpar\b|\bpor\b|\bdi\b|\bde\b(?! (?:la|el|los|las)\b)"
    r"|\bdoor\b|\bvia\b|\bcourtesy\b(?: of\b)?(?: the\b)?|\bcredit\b))"
)
_SITES = (
    r"unsplash|pexels|pixabay|flickr|getty(?: images)?|istock|shutterstock|wikimedia(?: commons)?|wikipedia|alamy"
    r"|adobe stock|reuters|associated press|ap photo|afp|dpa|epa|keystone|picture alliance|imago|nasa|public domain"
    r"|creative commons|cc[ -]by[\w .-]{0,20}|cc0|gemeinfrei|domaine public"
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.’'-]*(?: [\w.’'-]+){0,5}"
_OF_THE_WRITER = (
    r"(?:photo|foto|image|imagen|imagem|immagine|bild|picture|zdjęcie|fotografie|illustration|illustrationen)s?:?\s"
    r"(?:(?:by|of|de|del|della|von|vom|der|des|van|do|da|par|di|av)\s)?(?:(?:the|la|el|den|dem|der|de)\s|dell['’]|l['’])?"
    r"(?:(?:the|la|el|de|der)\s|l['’])?(?:author|autore?|autora|autorin|auteure?|autrice|autorki|autora|författaren)"
)
_CREDIT = re.compile(
    rf"(?i:{_OF_THE_WRITER})|(?i:{_CREDIT_WORD}).{{0,100}}"
    r"|(?:©|\([cC]\)|[cC]opyright\b).{1,100}|(?i:courtesy (?:of )?).{1,80}"
    rf"|(?:{_NAME} ?[/|,–—-] ?|{_NAME} (?:via|on|from|für|pour) )?(?i:{_SITES})(?:[ /,|-].{{0,60}})?"
    rf"|{_NAME} ?/ ?{_NAME}(?: ?/ ?{_NAME})?"
)
#: Beyond doubt, also where no picture stands: names, and no caption.
_LONE_CREDIT = re.compile(
    rf"(?i:{_OF_THE_WRITER})|(?i:{_CREDIT_WORD})\s?(?!(?i:the|an?|my|our|der|die|das|ein|eine|la|le|les|el|los|las|il|lo|gli"
    rf"|un|une|una|uma?|o|os|as|de|het|een)\b)(?:{_NAME}(?: ?[/|–—-] ?{_NAME}){{0,3}}|(?i:{_SITES}))"
    rf"(?: (?:on|via|für|from|bei|auf) (?i:{_SITES}))?"
)
_LAST_PART = re.compile(r"(?<=[.!?…\"”’)])\s|\s[|–—·]\s|\n|\s?[(\[](?=[^()\[\]]{1,120}[)\]]\.?\Z)")
_LONGEST_CREDIT = 140  # characters
_OF_A_SITE = re.compile(rf"(?i:{_CREDIT_WORD}).{{1,80}}\b(?i:{_SITES})\b.{{0,30}}", re.DOTALL)
_LONGEST_CAPTION = 300  # characters
_NO_WORD = re.compile(r"[\W_]+")
_SHORTEST_REPEATED = 4  # signs; shorter texts are in any caption


def with_captions(
    blocks: Sequence[Block], skips: Sequence[Skip], alts: Collection[int], captions: Collection[int], title: str
) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    """`alts` and `captions`: where runs of the one and blocks of the other begin in the source."""
    kept: list[Block] = []
    dropped: list[Skip] = []
    for index, block in enumerate(blocks):
        around = [title, *(near.text for near in blocks[max(index - 1, 0) : index + 3] if near is not block)]
        runs, repeated = _without_repeated(block.runs, alts, around)
        credit = _credit(text_of(runs), is_caption=block.runs[0].start in captions)
        said, named = split(runs, [credit])
        dropped += [*_skips(repeated, Reason.IMAGE), *_skips(named, Reason.FURNITURE)]
        if is_spoken(text_of(said)):
            kept.append(replace(block, runs=trim(said)))
        else:
            dropped += _skips(said, Reason.MARKUP)
    return tuple(kept), tuple(sorted([*skips, *dropped], key=lambda skip: skip.start))


def without_credits(blocks: Sequence[Block], skips: Sequence[Skip]) -> tuple[tuple[Block, ...], tuple[Skip, ...]]:
    """Of a text that only shows where its pictures are: the credits of what stands right below one, and lone ones."""
    pictures = [skip.end for skip in skips if skip.reason is Reason.IMAGE]
    kept: list[Block] = []
    dropped: list[Skip] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        reached = before.runs[-1].end if before else 0
        after = bisect_left(pictures, reached)
        is_below = after < len(pictures) and pictures[after] <= block.runs[0].start
        said, named = split(block.runs, [_lone_credit(block.text, is_caption=is_below)])
        dropped += _skips(named, Reason.FURNITURE)
        if is_spoken(text_of(said)):
            kept.append(replace(block, runs=trim(said)) if named else block)
        else:
            dropped += _skips(said, Reason.MARKUP)
    return tuple(kept), tuple(sorted([*skips, *dropped], key=lambda skip: skip.start))


def _lone_credit(text: str, *, is_caption: bool) -> int:
    if len(text) > _LONGEST_CAPTION:
        return len(text)
    if is_caption:
        return _credit(text, is_caption=True)
    if _LONE_CREDIT.fullmatch(text.strip(" .()[]")):
        return 0
    parts = (match for match in _LAST_PART.finditer(text))
    return next(
        (match.start() for match in parts if _LONE_CREDIT.fullmatch(text[match.end() :].strip(" .()[]\n"))), len(text)
    )


def _without_repeated(
    runs: Sequence[Run], alts: Collection[int], around: Sequence[str]
) -> tuple[Sequence[Run], list[Run]]:
    if not any(run.start in alts for run in runs):
        return runs, []
    own = text_of(run for run in runs if run.start not in alts)
    texts = [_plain(text) for text in (own, *around)]
    repeated = [run for run in runs if run.start in alts and _is_repeated(_plain(run.text), texts)]
    return [run for run in runs if run not in repeated], repeated


def _is_repeated(alt: str, texts: Sequence[str]) -> bool:
    """A caption may say more; what repeats but a word of a paragraph is an alternative text of its own."""
    return bool(alt) and any(alt == text or (len(alt) >= _SHORTEST_REPEATED and text.startswith(alt)) for text in texts)


def _credit(text: str, *, is_caption: bool) -> int:
    """Where the credit of a picture begins, else the text's end."""
    whole = text.strip(" .()[]")
    if len(whole) <= _LONGEST_CREDIT and (_CREDIT if is_caption else _OF_A_SITE).fullmatch(whole):
        return 0
    if not is_caption:
        return len(text)
    near = range(max(len(text) - _LONGEST_CREDIT, 0), len(text))
    parts = (match for match in _LAST_PART.finditer(text, near.start))
    return next(
        (match.start() for match in parts if _CREDIT.fullmatch(text[match.end() :].strip(" .()[]\n"))), len(text)
    )


def _plain(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()


def _skips(runs: Sequence[Run], reason: Reason) -> Iterator[Skip]:
    return (Skip(run.text.strip(), reason, run.start, run.end) for run in runs if run.text.strip())
