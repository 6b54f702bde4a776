"""What espeak-ng calls IPA, made IPA: without its marks of language, digits of tones and leaked mnemonics.

    tidied("(en)tˈaɪ(th)tˈai2", "th")        # " tˈaɪ tˈai"

Found by having each of its 141 voices say the letters of 20 scripts.
"""

import re

_LANGUAGE_MARK = re.compile(r"\([a-z-]+\)")

# Its own names for sounds, where it has no IPA for them; what is none of these and no letter stands for no sound.
_LEAKED = {"s.": "ʂ", "z.": "ʐ", "t.": "ʈ", "d.": "ɖ", "n.": "ɳ", "l.": "ɭ", "r.": "ɽ", "n^": "ɲ", "l^": "ʎ"}
_LEAKED |= {
    "A": "ɑ",
    "E": "ɛ",
    "I": "ɪ",
    "F": "f",
    "K": "k",
    "N": "ŋ",
    "S": "ʃ",
    "X": "x",
    "Z": "ʒ",
    "ε": "ɛ",
    "Φ": "ɸ",
}
_LEAKS = re.compile("|".join(sorted(map(re.escape, _LEAKED), key=len, reverse=True)))

# Tone 3 is written as what 3 is to espeak-ng elsewhere, a vowel; in these languages it is never one by itself.
_TONAL = frozenset("cmn hak yue vi th my shn".split())
_TONE = re.compile("(?<![ˈˌ])ɜ(?!ː)")

# Breath after a stop is a letter of its own in these.
_BREATHES = frozenset("cmn hak yue th my shn ko".split())
_BREATH = re.compile("(?<=[ptkcʃɕʂ])_?h")

# The vowels of "si" and "shi" are no /i/, and a Mandarin b is a p without breath.
_MANDARIN_I = re.compile("i̪|([ʂʐ]h?[ˈˌ]?)i")
_MANDARIN_STOP = re.compile("(tɕ|tʂ|ts|[ptk])(h?)")
_WITHOUT_BREATH = {"tɕ": "dʒ", "tʂ": "dʒ", "ts": "dz", "p": "b", "t": "d", "k": "ɡ"}

# Italian, Finnish, Japanese or Arabic length, which English has in no word.
_DOUBLED = re.compile("([bcdfɡhjklmnŋɲpqrstvwxzʃʒɕʂħ])(?=\\1)")

# c and ɟ are the sounds of "church" and "judge" from Georgia to Vietnam; a Russian y is ы.
_ASIAN = "ka as bn bpy gu hi kn kok ml mr ne or pa sd si ta te ur vi"
_OWN = {language: str.maketrans({"c": "tʃ", "ɟ": "dʒ"}) for language in _ASIAN.split()}
_OWN |= {"ru": str.maketrans({"y": "ɨ"})}


def tidied(ipa: str, language: str) -> str:
    """`language` is the voice's, as espeak-ng names it. Without it, digits show that a language has tones."""
    primary = language.partition("-")[0]
    text = _LEAKS.sub(lambda match: _LEAKED[match[0]], _LANGUAGE_MARK.sub(" ", ipa)).translate(_OWN.get(primary, {}))
    if primary in _TONAL or (not primary and re.search("[2-7]", text)):
        text = _TONE.sub("", text).replace("nɡ", "ŋ")
    if primary == "cmn":
        text = _MANDARIN_I.sub(lambda match: f"{match[1] or ''}ɨ", text)
        text = _MANDARIN_STOP.sub(lambda match: match[1] if match[2] else _WITHOUT_BREATH[match[1]], text)
    elif primary in _BREATHES:
        text = _BREATH.sub("", text)
    text = _DOUBLED.sub("", text)
    # A reader of English takes a tap for an r, and hears no glottal stop.
    return re.sub("[ʔʕ]", "", text.replace("ɾ", "ɹ"))
