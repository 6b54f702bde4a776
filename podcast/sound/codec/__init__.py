"""Samples to bytes that can be published or kept, and back.

    frames = encode(pcm, bitrate_kbps)      # encoder.py: LAME, and what a listener's decoder makes of it
    Clip(frames, words, …)                  # clip.py: encoded, measured, ready to be joined

mp3.py knows frames by their headers, stream.py is one long encoding, flac.py keeps takes, opus.py is a second format.
"""
