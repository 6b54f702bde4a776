"""Whether a voice can be told how a word sounds, before anything is voiced.

    unsayable("ˈwʊstɚ", voice)          # "": it can
    unsayable("ˈvyn", english)          # "there is no sound y in en (/ˈvyn/): near it: uː, iː"

An engine that takes no phonemes says the text as it stands, and is never asked.
"""

from voices.engine import engine
from voices.speech import SpeechError, Voice


def unsayable(ipa: str, voice: Voice) -> str:
    """Why the voice can't say it; empty when it can, or when its engine takes no phonemes."""
    notation = engine(voice.driver).notation
    try:
        if notation is not None:
            notation(ipa, voice.language)
    except SpeechError as error:
        return str(error)
    return ""
