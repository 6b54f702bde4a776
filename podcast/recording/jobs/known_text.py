"""A text that each voice is known by: its loudness is calibrated on it, and its tempo compared.

take = speaker.speak(known_utterance(voice))
"""

from dataclasses import replace

from voices.pace import as_usual
from voices.speech import Utterance, Voice

# Some 20 s that have all the sounds of English in them; another language has the same loudness in the same voice.
KNOWN_TEXT = (
    "A river that could choose would still not run straight. Wherever the bank is weak, the water digs; what it "
    "takes there it lays down on the other side, a little further on. Each curve makes the next one sharper, until "
    "the loop is so tight that a single flood can cut it off, and leave a quiet lake behind. Though nobody planned "
    "the pattern, we recognise its shape from the air: thousands of years, drawn with one long stroke."
)


def known_utterance(voice: Voice) -> Utterance:
    """At the tempo of usual prose: the text's own words are short, and a slower voice has another loudness."""
    return Utterance(KNOWN_TEXT, replace(voice, rate_wpm=round(as_usual(voice.rate_wpm, KNOWN_TEXT))))
