"""Ears that are not ours: what a recogniser hears in a finished episode, held against what was written.

    recogniser = load_recogniser("base")                                    # or a folder: nothing is fetched then
    heard = listen_to(Path("."), "on-paper", recogniser, settings)          # show.py
    heard.verdict.error_rate, heard.verdict.runs[0].heard                   # verdict.py: the two sides, compared
    problems(heard)                                                         # rules.py: what the gate makes of it

`words.py` is the one normaliser: it makes both sides comparable. `alignment.py` lays them side by side, `sounds.py`
knows what only looks different, `cuts.py` where an episode may be cut. All of that is pure. `audio.py` decodes, and
`recogniser.py` is the only module that knows faster-whisper (extra `listen`).
"""
