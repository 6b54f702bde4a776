"""Takes to sound: mastering, music, loudness, and MP3 frames. Knows nothing of essays, episodes, engines or processes.

    dsp/            a voice at podcast loudness: filters, dynamics, meters, pauses
    codec/          samples -> MP3 frames, FLAC and Opus; clips, which are known without numpy
    music/          any file as music, with words in it or over it
    record.py       one take, mastered and encoded
    plausible.py    whether a take can be what was asked for
    hearing.py      a published file, as a listener has it

PCM here is signed 16 bit in numpy arrays, of shape (samples,) in mono and (samples, 2) in stereo, and at
`SAMPLE_RATE_HZ` once it is mastered. Functions take either, and give back what they were given.
"""

import re

SAMPLE_RATE_HZ = 44_100
BITRATES_KBPS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # MPEG-1, layer III
SILENCE_LEVEL = 10 ** (-55 / 20) * 32768  # of a take: what is softer is no sound of speech
SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\Z")  # of a text, behind which an engine pauses
