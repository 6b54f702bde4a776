"""Music, and words in it.

    piece = Piece.of("jingle.mp3", level_lufs=-16, channels=1)      # piece.py: a file, known by its content
    with_music(audio, piece.made(), shape, true_peak_dbtp)           # mix.py: before, under and after words

load.py brings any file to one loudness; bed.py goes on under an episode; shapes.py has the numbers of both. pieces/ is
our own music, which tools/music composed.
"""
