"""How espeak-ng 1.52 names the sounds of IPA, language by language: tables, and nothing else.

Each table is pairs of IPA and the mnemonic that espeak-ng's own dictionary of that language uses for the sound. They
were read off its phoneme tables (`phontab`) and its transcriptions of common words; tests/voices holds both against
the library. English mnemonics name sets of words ("0" is the vowel of LOT), so that one transcription is right in
every accent: /ɒ/ is said as a Briton or as an American says it, after the voice.
"""

from collections.abc import Mapping


def _table(pairs: str) -> dict[str, str]:
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_CONSONANTS = _table(
    """
    p p  b b  t t  d d  k k  ɡ g  g g  ʔ ?  c c  ɟ J  q q   m m  n n  ŋ N  ɲ n^  ɳ n.
    f f  v v  θ T  ð D  s s  z z  ʃ S  ʒ Z  ç C  x x  ɣ Q  χ X  ʁ Q"  h h  ɦ h  β B  ɬ l#  ɕ S;  ʑ Z;  ʂ s.  ʐ z.
    tʃ tS  dʒ dZ  ʧ tS  ʤ dZ  tɕ tS;  dʑ dZ;   l l  ɫ l  ʎ l^  ɭ l.  j j  w w  ː :
    """
)

_ENGLISH = _CONSONANTS | _table(
    """
    ɹ r  r r  ɻ r  ʀ r"  ɾ t#  ʍ w#   n̩ n-  m̩ m-  l̩ @L  əl @L
    iː i:  i i  ɪ I  ᵻ I#  ɨ I#  eɪ eI  eː e:  e E  ɛ E  æ a  a a  aː A:  ɑː A:  ɑ A:  ɒ 0  ɔː O:  ɔ O
    oʊ oU  əʊ oU  o oU  oː o:  ʊ U  u u:  uː u:  ʉː u:  ʉ u:  ʌ V  ɐ a#  ə @  ɜː 3:  ɜ 3:  ɝ 3:  ɝː 3:  ɚ 3  ə˞ 3
    aɪ aI  ai aI  aʊ aU  au aU  ɔɪ OI  oɪ OI  ɔi OI  ei eI  ou oU   ɑ̃ A~  ɔ̃ O~
    ɪə i@3  ɪɚ i@3  iɚ i@3  iə i@  eə e@  ɛə e@  ɛɚ e@  eɚ e@  ʊə U@  ʊɚ U@  aɪə aI@  aɪɚ aI3  aʊə aU@  aʊɚ aU|3
    """
)

#: Before a consonant or at the end of a word; before a vowel the /ɹ/ is a sound of its own.
ENGLISH_BEFORE_R = _table(
    """
    ɑː A@  ɑ A@  ɔː O@  ɔ O@  oː o@  o o@  ɜː 3:  ɜ 3:  ɝ 3:  ɝː 3:  ə 3  ɚ 3  ɪə i@3  ɪ i@3  iː i@3  i i@3
    eə e@  ɛə e@  ɛː e@  ɛ e@  e e@  ʊə U@  ʊ U@  uː U@  aɪə aI3  aɪ aI3  aʊə aU@  aʊ aU@
    """
)

_GERMAN = _CONSONANTS | _table(
    """
    r r  ʁ r  ʀ r  ɹ r  ɾ r  ɐ̯ r  ts ts  pf pF  ɱ m   n̩ n-  m̩ m-  l̩ l-  ŋ̩ N-
    a a  aː A:  ɑ A  ɑː A:  ɐ 3  ɜ 3  ə @  ɛ E  ɛː E:  e e  eː e:  ɪ I  ɪː I:  i i2  iː i:  ɔ O  o o  oː o:
    ʊ U  u u  uː u:  œ W  ø Y:  øː Y:  ʏ y  y y  yː y:   aɪ aI  ai aI  ae aI  aʊ aU  au aU  ao aU  ɔʏ OY  ɔɪ OY
    ɔø OY  ɔy OY  ɛɪ EI  eɪ EI  oʊ oU  ʊɐ UR  iɐ iR  ɑ̃ A~  ɔ̃ O~  œ̃ W~
    """
)

_FRENCH = _CONSONANTS | _table(
    """
    ʁ r  r r  ʀ r  ɹ r  ɥ y
    a a  ɑ a  e e  ɛ E  ə @  i i  ɪ I  o o  ɔ O  u u  y y  ø Y  œ W  ʌ V  ɑ̃ A~  ɛ̃ E~  œ̃ W~  ɔ̃ O~  õ O~  ã A~
    """
)

_IBERIAN_AND_ITALIAN = _CONSONANTS | _table(
    """
    ts ts  ʝ J^  a a  e e  ɛ E  i i  o o  ɔ O  u u  ʊ U  y y  ø Y  aɪ aI  ai̯ aI  aj aI  eɪ eI  ei̯ eI  ej eI
    ɛɪ EI  oɪ oI  oi̯ oI  oj oI  uɪ uI  aʊ aU  au̯ aU  aw aU  eʊ eU  eu̯ eU  ew eU
    """
)
_SPANISH = _IBERIAN_AND_ITALIAN | _table("r R2  rː R2  ɾ **  ɟʝ J^  dʒ J^  i̯ j  u̯ w  ʋ v#")
_ITALIAN = _IBERIAN_AND_ITALIAN | _table("r R  ɾ *  ɹ R  dz dz  ɪ I  i̯ j  u̯ w  ɱ m")

#: By the first part of a language's tag.
SOUNDS: Mapping[str, Mapping[str, str]] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "it": _ITALIAN,
}

#: Which vowel of a word bears the stress where a transcription marks none.
STRESSED_VOWEL = {"fr": -1, "es": -2, "it": -2}

_NEAREST_SOUNDS = """
    y: uː iː;  ʏ: ʊ ɪ;  ø: ɜː e;  œ: ɜː ɛ;  ɯ: uː u;  ɤ: ʌ o;  ɨ: ɪ i;  ʉ: uː u;  ɪ: i;  ʊ: u;  æ: ɛ a;  ɒ: ɔ;
    ʌ: a ɐ;  ɐ: a;  ə: ə e a;  ɜ: œ ɛ;  ɚ: ɐ ə;  ɝ: œ ɛ;  ɛ̃: ɑ̃ ɛ;  œ̃: ɑ̃ ɜː;  ɑ̃: ɑ a;  ɔ̃: ɔ o;  ɑ: a;
    ɘ: ə;  ɵ: ə ø;  ɞ: ɜː œ;  ɶ: œ a;  ᵻ: ɪ i;  ɔ: o;  ɛ: e;  ʈ: t;  ɖ: d;  ɢ: ɡ;  ɓ: b;  ɗ: d;  ɠ: ɡ;  ɱ: m;
    ɴ: ŋ;  ɽ: ɾ r;  ʙ: b;  ɸ: f;  ħ: h χ;  ʕ: ʔ;  ʜ: h;  ʢ: ʔ;  ʝ: j ʎ;  ʋ: v w;  ɰ: ɣ w;  ɥ: w j;  ʟ: l;
    ɮ: l ʒ;  ɺ: l r;  ɧ: ʃ x;  ʍ: w;  ɹ: r;  ɻ: r;  ɾ: r;  r: ɹ;  ʀ: ʁ r
"""

#: What sounds most like a sound that a language may lack.
NEAREST = {
    symbol: tuple(near.split()) for symbol, near in (line.strip().split(": ") for line in _NEAREST_SOUNDS.split(";"))
}
