"""The International Phonetic Alphabet: which characters belong to it, and how dictionaries vary them.

    normalised("/'wʊstɚ/")          # "ˈwʊstɚ"
    not_ipa("w3:st@")               # ["3", "@"]

Which of its sounds a voice can make is the voice's business.
"""

import re
import unicodedata

_LETTERS = (
    "abcdefhijklmnopqrstuvwxyzɐɑɒæɓʙβɔɕçɗɖðʤəɘɚɛɜɝɞɟʄɡɠɢʛɦɧħɥʜɨɪʝɭɬɫɮʟɱɯɰŋɳɲɴøɵɸθœɶʘɹɺɾɻʀʁɽʂʃʈʧʉʊʋⱱʌɣɤʍχʎʏʑʐʒʔʡʕʢ"
    "ǀǁǂǃᵻᵿʣʥʦʨ"
)
_MARKS = "ˈˌːˑ˞.|‖‿ʰʱʲʷˠˤⁿˡʼ˥˦˧˨˩ꜛꜜ↗↘ \u0300-\u036f"
_FOREIGN = re.compile(f"[^{_LETTERS}{_MARKS}]")
_VARIANTS = str.maketrans({"'": "ˈ", "’": "ˈ", ":": "ː", "g": "ɡ"})


def normalised(ipa: str) -> str:
    """As the alphabet itself writes it: a keyboard's signs replaced, without the slashes of a dictionary."""
    text = ipa.strip()
    if len(text) > 1 and text[0] + text[-1] in ("//", "[]"):
        text = text[1:-1]
    return unicodedata.normalize("NFC", " ".join(text.translate(_VARIANTS).split()))


def not_ipa(ipa: str) -> list[str]:
    """The characters that the alphabet doesn't have, each once."""
    return list(dict.fromkeys(_FOREIGN.findall(unicodedata.normalize("NFD", normalised(ipa)))))
