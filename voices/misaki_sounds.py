"""IPA in the letters of misaki, the alphabet that hibari and Kokoro were taught: tables, and nothing else.

The letters were counted in hibari's own lexicons (381,000 words). One that has a number in its vocabulary and stands in
no word, such as ø or x, was never heard by a voice of English: that sound is said as the nearest that was.

A symbol may stand in a context: `x+` before a vowel, `ɪɹ-` before none, `ʔ=` before a weak vowel, `e_` at the end of
a word, `+ɾ` after a vowel or /ɹ/, `ɾ*` before a plain /a e o/, which no American dictionary writes. The longest symbol
wins, then the one with the most context. Three marks wait for what follows: `R` is /ɹ/ unless one follows (in British
voices: only before a vowel), `N` the nasal of what follows, and nothing before another one, `J` a /j/ before a vowel
other than /i/. `0` is silence.
"""

import unicodedata
from collections.abc import Mapping


def _table(pairs: str) -> dict[str, str]:
    words = unicodedata.normalize("NFD", pairs).split()
    return {symbol: said.replace("0", "") for symbol, said in zip(words[::2], words[1::2], strict=True)}


#: All that may be handed to the net: hibari drops the rest without a word.
LETTERS = frozenset(
    ';:,.!?—…"()“” \u0303ʣʥʦʨᵝꭧAIOQSTWYᵊabcdefhijklmnopqrstuvwxyzɑɐɒæβɔɕçɖðʤəɚɛɜɟɡɥɨɪʝɯɰŋɳɲɴøɸθœɹɾɻʁɽʂʃʈʧʊʋʌɣɤχʎʒʔ'
    "ˈˌːʰʲ↓→↗↘ᵻ"
) - {"g"}

VOWEL_LETTERS = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻᵊ"

#: Other ways to write a sound, and sounds that differ from it in no word of English.
VARIANTS = _table(
    """
    g ɡ  r̝ ɹʒ  r ɹ  ɻ ɹ  ʀ ɹ  ʁ ɹ  ɽ ɹ  ɺ ɹ  ɫ l  ɭ l  ʟ l  ɬ l  ɮ l  ʧ tʃ  ʤ dʒ  ʨ tʃ  ʥ dʒ  ʦ ts  ʣ dz  ꭧ tʃ
    tɕ tʃ  dʑ dʒ  tʂ tʃ  dʐ dʒ  ʈʂ tʃ  ɖʐ dʒ  cç tʃ  ɟʝ j  ɝ ɜ˞  ɚ ə˞  e̯ ɪ  o̯ ʊ  ̍ ̩
    """
)

#: Ties, length by halves, and details that no voice of English tells apart: aspiration and release, voice that comes
#: and goes, tongue and lips by a shade, breath, creak, velar and pharyngeal colour.
PASSED_OVER = frozenset(
    "|‖‿ˑʰʱˡⁿˠˤᵝ\u0361\u035c\u0306\u0308\u030a\u0318\u0319\u031a\u031c\u031d\u031e\u031f\u0320\u0324\u0325\u032a\u032c"
    "\u0330\u0334\u0339\u033a\u033b\u033c\u033d"
)

VOWELS = "aeiouyæøœɐɑɒɔəɘɛɜɞɤɨɪɯɵɶʉʊʌʏᵻᵿᵊ"
WEAK_VOWELS = "əɪᵊ"

_CONSONANTS = """
    p p  b b  t t  d d  k k  ɡ ɡ  f f  v v  θ θ  ð ð  s s  z z  ʃ ʃ  ʒ ʒ  h h  m m  n n  ŋ ŋ  l l  ɹ ɹ  j j  w w
    tʃ ʧ  dʒ ʤ    ʈ t  ɖ d  c kJ  ɟ ɡJ  q k  ɢ ɡ  ɓ b  ɗ d  ʄ ɡJ  ɠ ɡ  ʛ ɡ  ʙ b  ⱱ v  ɱ m  ɳ n  ɲ nJ  ɴ n
    ɸ f  β v  ʂ ʃ  ʐ ʒ  ɕ ʃ  ʑ ʒ  ɧ ʃ  ç+ hJ  ç k  x+ h  x k  χ+ h  χ k  ɣ ɡ  ʝ j  ʋ v  ɰ w  ɥ w  ʍ w  ʎ lJ  ɾ ɹ  +ɾ* ɹ
    ħ h  ʜ h  ɦ h  ʕ 0  ʢ 0  ʡ 0  ʔ 0  ʔ- t  +ʔ= t    i̯+ j  ɪ̯+ j  y+ w  y̯+ w  u̯+ w  ʊ̯+ w
    kʷ kw  ɡʷ ɡw  qʷ kw  xʷ hw  hʷ hw  ʷ 0  ʲ J  ː 0  . 0  ˞ R  ̃ 0  +̃ N  ̯ 0
"""
_SYLLABIC = "l̩ ᵊl  n̩ ᵊn  m̩ ᵊm  ɹ̩ əR  ᵊl ᵊl  ᵊn ᵊn  ᵊm ᵊm  ᵊ ə"

_VOWELS_OF_BOTH = """
    i i  ɪ ɪ  ʏ ʊ  ɵ ʊ  ʊ ʊ  ᵿ ʊ  e ɛ  e+ A  e_ A  eː A  ɛ ɛ  ə ə  ɘ ə  ɐ ə  ɤ ə  ə˞ əR  ʌ ʌ
    eɪ A  ei A  eːɪ A  ej- A  ɛɪ A  ɛi A  ɛj- A  æɪ A  æi A
    ɔɪ Y  ɔi Y  ɔj- Y  oɪ Y  oi Y  oj- Y  ɔʏ Y  ɔy Y  ɔø Y  ɒɪ Y
    aɪ I  ai I  aj- I  ɑɪ I  ɑi I  ɑj- I  ʌɪ I  ɐɪ I  əɪ I  əi I  aʊ W  au W  aw- W  ɑʊ W  ɑu W  ɑw- W  æʊ W  æɔ W  ɐʊ W
    ɐ̃ʊ̃ WN  ɐ̃w̃ WN  ɐ̃j̃ IN  ɐ̃ɪ̃ IN  ẽj̃ AN  ẽɪ̃ AN  õj̃ YN  õɪ̃ YN
"""

_AMERICAN = """
    ɪː i  ʊː u  ɨ ᵻ  ɨː i  ᵻ ᵻ  y u  ʉ u  ɯ u  u u  ʏː u  a ɑ  ɑ ɑ  ɒ ɑ  ɒː ɔ  ɒɹ ɔɹ  ɶ ɑ  ɐː ɑ  æ æ  ɔ ɔ  o O
    əɹ- əɹ  əː ɜR  ɜ ɜR  ɞ ɜR  ø ɜR  œ ɜR    ɛ̃ æN  œ̃ ʌN
    oʊ O  əʊ O  ou O  əu O  ow- O  ɔʊ O  ɔu O  ʌʊ O  ɒʊ O
    ɪə iə  ɪə˞ ɪR  ɪəɹ ɪɹ  ɛə ɛR  eə ɛR  ʊə ʊR  ɔə ɔR  oə ɔR  ɑə˞ ɑR  o˞ ɔR  i˞ ɪR  u˞ ʊR
    iɹ- ɪɹ  iːɹ- ɪɹ  uɹ- ʊɹ  uːɹ- ʊɹ  eɪɹ- ɛɹ  eːɹ- ɛɹ  oɹ ɔɹ  oːɹ ɔɹ  oʊɹ ɔɹ  aɪɹ- Iəɹ  aʊɹ- Wəɹ
    +ɾ+ T  nɾ+ nT  lɾ+ lT
"""

_BRITISH = """
    iː iː  ɪː iː  ʊː uː  ɨ ɪ  ɨː iː  ᵻ ɪ  y uː  ʉ uː  ɯ uː  u uː  ʏː uː  a a  aː ɑː  ɑ ɑː  ɒ ɒ  ɒː ɔː  ɶ a  ɐː ɑː  æ a
    ɔ ɔː  o Q  ɛː ɛː  əː əː  ɜ ɜː  ɞ ɜː  ø ɜː  œ ɜː    ɛ̃ aN  œ̃ ɜːN  ɑ̃ ɒN  ɔ̃ ɒN
    oʊ Q  əʊ Q  ou Q  əu Q  ow- Q  ɔʊ Q  ɔu Q  ʌʊ Q  ɒʊ Q
    ɪə ɪə  iə ɪə  ɛə ɛː  eə ɛː  ʊə ʊə  ɔə ɔː  oə ɔː  ɑə˞ ɑːR  ɪ˞ ɪəR  i˞ ɪəR  ʊ˞ ʊəR  u˞ ʊəR  ɛ˞ ɛːR  e˞ ɛːR  o˞ ɔːR
    +ɹ- 0  əɹ- əR  ɪɹ- ɪə  iɹ- ɪə  iːɹ- ɪə  ʊɹ- ʊə  uɹ- ʊə  uːɹ- ʊə  ɛɹ- ɛː  eɹ- ɛː  eɪɹ- ɛː  eːɹ- ɛː
    aɹ- ɑː  ɒɹ- ɔː  ʌɹ- ɜː  oɹ ɔːɹ  oɹ- ɔː  oːɹ ɔːɹ  oːɹ- ɔː  oʊɹ ɔːɹ  oʊɹ- ɔː  aɪɹ- Iə  aʊɹ- Wə
    +ɾ+ t
"""


def _accent(vowels: str) -> dict[str, str]:
    consonants = _table(_CONSONANTS)
    beside = {f"{one}\u0329": f"ə{said}" for one, said in consonants.items() if one.isalpha() and said.isalpha()}
    return beside | consonants | _table(_SYLLABIC) | _table(_VOWELS_OF_BOTH) | _table(vowels)


AMERICAN: Mapping[str, str] = _accent(_AMERICAN)
BRITISH: Mapping[str, str] = _accent(_BRITISH)

#: What an English dictionary writes.
ENGLISH = "iː ɪ eɪ ɛ æ ɑː ɒ ɔː oʊ ʊ uː ʌ ə ɜː aɪ aʊ ɔɪ ɹ p b t d k ɡ f v θ ð s z ʃ ʒ tʃ dʒ h m n ŋ l j w"

#: What becomes of a weak vowel under stress: the beginning of what it is said as.
STRESSED = (("əR", "ɜR"), ("əɹ", "ɜɹ"), ("ə", "ʌ"), ("ᵊ", "ʌ"), ("ᵻ", "ɪ"))

#: What sounds most like a click.
NEAREST: Mapping[str, str] = {"ʘ": "p", "ǀ": "t", "ǃ": "t", "ǂ": "tʃ", "ǁ": "l"}

EJECTIVE = "ʼ"
TONES = frozenset("˥˦˧˨˩ꜛꜜ↗↘\u0300\u0301\u0302\u0304\u030b\u030c\u030f\u1dc4\u1dc5\u1dc8")

#: The letters that stand for more than one sign of IPA, or for another.
IN_IPA: Mapping[str, str] = _table(
    "A eɪ  I aɪ  O oʊ  Q əʊ  W aʊ  Y ɔɪ  ʤ dʒ  ʧ tʃ  T ɾ  ᵊl l̩  ᵊn n̩  ᵊm m̩  ᵊ ə  ɐ ə  ʣ dz  ʦ ts  ʥ dʑ  ʨ tɕ  ꭧ tʂ"
)

#: What hibari's own reader of unknown words writes and its net doesn't know. 1 and - are what espeak-ng, its teacher,
#: leaves of tones and of the ends of syllables: no sound.
WITHOUT_ID: Mapping[str, str] = _table(
    "g ɡ  ɝ ɜɹ  ɫ l  ɬ l  ɮ l  ʟ l  ɭ l  ɦ h  ħ h  ʍ w  ʉ u  ʏ ʊ  ɱ m  ɵ ʊ  ʀ ɹ  ʷ 0  ˑ 0  1 0  - 0  ˞ ɹ"
)
