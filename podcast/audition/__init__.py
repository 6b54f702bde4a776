"""An audition: every voice at hand says the same passage, to choose one by ear.

    require_ours(folder, show)                                      # before any work
    candidates = named(names, rosters) if names else at_hand(rosters, language)
    audition = hear(candidates, Task(passage, reader, settings), runner, body)
    publish(folder, audition, body, show_title)                     # voices.mp3 and index.html

candidates.py says who is called, passage.py what they say, hearing.py records and measures them, results.py is what
comes of it, page.py shows it, and folder.py is where it all lies.
"""
