"""The settings of a show.

    settings = load_settings(folder / "podcast.toml")       # load.py: every mistake at once
    settings.voice.rate_wpm                                 # settings.py: frozen types, a class a table

scripts.py writes an essay's script by them, greetings.py has the welcome in the show's language. validate.py judges
what has the right type and still can't work.
"""
