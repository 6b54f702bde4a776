"""What is done to samples.

    audio = master(pcm, rate_hz, chain)      # master.py: one fixed chain, whose numbers are chain.py's
    loudness_lufs(pcm)                      # meter.py; loudness.py does the rest once blocks are measured

filters.py runs ffmpeg's filters over arrays, dynamics.py is compressor and limiter, curves.py levels that move,
pacing.py the pauses within a take.
"""
