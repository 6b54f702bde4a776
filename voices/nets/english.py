"""An English text in misaki's letters, which hibari and Kokoro read.

    english = English(british=False)
    english.pieces("She read it.")              # LetterPiece(0, 3, "ʃi", …), LetterPiece(4, 8, "ɹˈɛd", …), …

Tokens, their parts of speech, a lexicon, and a small net for words that are in none: all of it is hibari's own, and
learns here where each word stands in the text. What goes in is a text in words: hibari's normaliser, which would guess
again at numbers and signs, is passed over, and so is its notation for links. Nothing is dropped: signs without a sound
are said by their Unicode names, and words in letters that nobody here can read raise SpeechError.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from voices import misaki
from voices.nets.portions import LetterPiece
from voices.nets.tables import read_lazily
from voices.speech import Phonemes, SpeechError

_LONGEST_NUMBER = 15  # digits: what is longer is said digit by digit
_LONGEST_UNKNOWN = 20  # letters of a word that the net for unknown words reads at once
_CHUNK = re.compile(r"\S+")
_LATIN = re.compile(r"LATIN (?:SMALL |CAPITAL |MODIFIER )*(?:LETTER|LIGATURE) (\w+)")
_SILENT = ("Lm", "Mc", "Me", "Mn")  # marks on letters
_KNOWN_SIGNS = "$£€+=<>~|°^`´¨¯"


class English:
    """`british`: misaki's lexicon and rules for British English."""

    def __init__(self, *, british: bool = False) -> None:
        from hibari.g2p import G2P

        self._british = british
        with read_lazily():
            self._g2p = G2P(oov=self._guessed, british=british)
        self._net: Any = None
        self._unreadable: list[str] = []

    def pieces(self, text: str, phonemes: Sequence[Phonemes] = ()) -> tuple[LetterPiece, ...]:
        """Each word and mark of the text, in order. Raises SpeechError for what can't be read."""
        self._unreadable.clear()
        tokens = [*self._tokens(text, phonemes)]
        for token, tag in zip(tokens, self._g2p.tagger([token.text for token in tokens]), strict=True):
            token.tag = tag
        found = tuple(_placed(text, self._g2p.phonemize_tokens(tokens))) if tokens else ()
        read = tuple(self._read(text, piece) for piece in found)
        if self._unreadable:
            listed = ", ".join(dict.fromkeys(self._unreadable))
            raise SpeechError(f"it can't read {listed[:100]}: another engine has to say how that sounds")
        return read

    def letters(self, text: str) -> str:
        """A text alone: "həlˈO ðˈɛɹ"."""
        return "".join(piece.letters + " " * piece.has_space for piece in self.pieces(text)).strip()

    def _tokens(self, text: str, phonemes: Sequence[Phonemes]) -> Iterator[Any]:
        """As the tagger wants them; a stretch whose sounds are given is one, whatever is in it."""
        reached = 0
        for one in phonemes:
            yield from self._split(text, reached, one.start)
            if text[one.start : one.end].strip():
                yield _token(text, one.start, one.end, misaki.letters(one.ipa, british=self._british))
            reached = one.end
        yield from self._split(text, reached, len(text))

    def _split(self, text: str, start: int, end: int) -> Iterator[Any]:
        for chunk in _CHUNK.finditer(text, start, end):
            at = chunk.start()
            for part in self._g2p.tokenizer.split(chunk[0]):
                words = _long_number(part) or _named(part) or _plain(part)
                yield _token(text, at, at + len(part), self._g2p_letters(words) if words else None)
                at += len(part)

    def _g2p_letters(self, words: str) -> str:
        """Of words that stand for something else, in letters: "two zero", "black star"."""
        tokens = [_token(words, found.start(), found.end()) for found in _CHUNK.finditer(words)]
        for token in tokens:
            token.tag = "NN"
        return " ".join(token.phonemes or "" for token in self._g2p.phonemize_tokens(tokens)).strip()

    def _guessed(self, word: str) -> str:
        """The letters of a word that is in no lexicon."""
        if self._net is None:
            from hibari.g2p.oov import ASSETS, OOV

            self._net = OOV(f"{ASSETS}/{'oov_gb' if self._british else 'oov'}.onnx")
        known = "".join(_known(sign, self._net.cin) for sign in word)
        if "\0" in known or (not known and _has_sound(word)):
            self._unreadable.append(word)
            return ""
        parts = [known[at : at + _LONGEST_UNKNOWN] for at in range(0, len(known), _LONGEST_UNKNOWN)]
        return "".join(self._net(part) or "" for part in parts)

    def _read(self, text: str, piece: LetterPiece) -> LetterPiece:
        """With letters that the net has; what ought to have a sound, and has none, is unreadable."""
        letters, written = misaki.cleaned(piece.letters), text[piece.start : piece.end]
        if not letters and _has_sound(written):
            apart = " ".join(sign for sign in unicodedata.normalize("NFKC", written) if sign.isalnum())
            letters = misaki.cleaned(self._g2p_letters(apart))  # digits among odd signs: one by one
            self._unreadable += [written] * (not letters)
        return LetterPiece(piece.start, piece.end, letters, piece.has_space)


def _token(text: str, start: int, end: int, letters: str | None = None) -> Any:
    from hibari.g2p.token import Tok

    space = " " if text[end : end + 1].isspace() else ""
    written = text[start:end].replace("İ", "I")  # the one letter that is two in lower case: hibari counts on one
    return Tok(written, "", space, phonemes=letters, rating=None if letters is None else 5)


def _placed(text: str, tokens: Sequence[Any]) -> Iterator[LetterPiece]:
    """Where each token stands: hibari joins and splits them, but it keeps their order and their characters."""
    at = 0
    for token in tokens:
        begin = at
        for index, sign in enumerate(token.text):
            found = text.find(sign, at)
            if found >= 0:
                begin = found if index == 0 else begin
                at = found + 1
        yield LetterPiece(begin, at, token.phonemes or "", bool(token.whitespace))


def _has_sound(text: str) -> bool:
    """Whether there is a letter or a digit in it; marks on letters, and letters that modify others, are none."""
    return any(sign.isalnum() and unicodedata.category(sign) not in _SILENT for sign in text)


def _long_number(part: str) -> str:
    return " ".join(part) if part.isdigit() and len(part) > _LONGEST_NUMBER else ""


def _plain(part: str) -> str:
    """Raised and lowered digits and those in circles, beside letters too: hibari takes them for numbers, and fails."""
    if not any(sign.isnumeric() and not sign.isdecimal() for sign in part):
        return ""
    plain = unicodedata.normalize("NFKC", part)
    return re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)", " ", plain)


def _named(part: str) -> str:
    """A sign of no sound, by its Unicode name: "black star" for ★. hibari knows the commoner ones."""
    signs = [sign for sign in part if unicodedata.category(sign)[0] == "S" and sign not in _KNOWN_SIGNS]
    if not signs or any(sign.isalnum() for sign in part):
        return ""
    return " ".join(unicodedata.name(sign, "").lower().replace("-", " ") for sign in signs)


def _known(sign: str, alphabet: Any) -> str:
    """The sign, or its plain letter; NUL stands for one that can't be read."""
    if sign in alphabet:
        return sign
    plain = "".join(one for one in unicodedata.normalize("NFKD", sign) if one in alphabet)
    if plain or unicodedata.category(sign) in _SILENT or sign in "'’":
        return plain
    base = _LATIN.match(unicodedata.name(sign, ""))  # "l" for ȴ, which Unicode doesn't take apart
    return base[1].lower() if base else "\0"
