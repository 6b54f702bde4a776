"""Takes to sound: mastering, music, loudness, and MP3 frames. Knows nothing of essays or episodes.

All PCM here is mono at `SAMPLE_RATE_HZ`, signed 16 bit, in numpy arrays of shape (samples,).
"""

SAMPLE_RATE_HZ = 44_100
BITRATES_KBPS = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)  # MPEG-1, layer III
