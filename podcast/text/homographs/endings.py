"""How an English s sounds behind a word: that of many, of a verb, and of an owner.

with_s("ˈjuːs", "ɪ"), with_s("ˈɹɛkɚd", "ɪ"), with_s("ˈɒbdʒɛkt", "ɪ")        # "ˈjuːsɪz", "ˈɹɛkɚdz", "ˈɒbdʒɛkts"
"""

_HISSES, _VOICELESS = tuple("szʃʒʧʤ"), tuple("ptkfθ")
_NO_SOUNDS = "ː.ˈˌ "


def with_s(ipa: str, vowel: str) -> str:
    """`vowel`: what is said between two sounds that hiss."""
    last = ipa.rstrip(_NO_SOUNDS)
    return ipa + (f"{vowel}z" if last.endswith(_HISSES) else "s" if last.endswith(_VOICELESS) else "z")
