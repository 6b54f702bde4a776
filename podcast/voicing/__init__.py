"""From a script to voices that can read it.

    reader = load_reader(settings, folder, essay_folder, language)          # lexicons.py: how words are said
    cast = prepare_cast(runner, settings, reader, characters_of(script))    # ready_voices.py: who speaks, calibrated
    cast.of(segment).reading(segment.text)                                  # reading_aloud.py: what an engine is given

casting.py gives each role a voice, strange_words.py has words in other scripts said, greetings.py words the welcome,
wordbyword.py tells how each word is said and why, vocabulary.py lists what a voice may say wrong, advice.py tells which
voice a language could have.
"""
