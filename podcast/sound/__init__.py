"""Takes to sound: mastering, music, loudness, and MP3 frames. Knows nothing of essays or episodes.

recipes.py, questions.py    what is wanted: plain data; crew.py has it made, kept.py finds what was made before
hands.py, hand.py           who makes it: processes of this machine; cluster.py, worker.py: of others
speaker.py, takes.py        an engine, and what it said
record.py                   one passage: master.py (chain.py, dynamics.py, filters.py), encoder.py, meter.py
mix.py, bed.py              music with it (music.py, curves.py, frame.py); stream.py: one long encoding
clip.py, mp3.py, loudness.py    what comes out, without numpy
hearing.py                  a published file, as a listener has it

PCM here is signed 16 bit in numpy arrays, of shape (samples,) in mono and (samples, 2) in stereo, and at
`SAMPLE_RATE_HZ` once it is mastered. Functions take either, and give back what they were given.
"""

import re

SAMPLE_RATE_HZ = 44_100
BITRATES_KBPS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # MPEG-1, layer III
SILENCE_LEVEL = 10 ** (-55 / 20) * 32768  # of a take: what is softer is no sound of speech
SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\Z")  # of a text, behind which an engine pauses
