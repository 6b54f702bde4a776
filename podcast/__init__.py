"""From a written essay to a podcast episode that people subscribe to.

    produce.py      the whole way, readable as a table of contents: from a Manuscript to what was produced
    cli/            the command line
    config/         podcast.toml: what can be set, read and judged
    web/            essays from the web: fetched once, and saved beside the show
    text/           essay -> script; spoken forms, lexicon
    voicing/        script -> who says what, and how each text is read aloud
    recording/      what is recorded, in which order and with which music; recording/jobs/: who makes it, and where
    sound/          takes -> mastered sound -> MP3: dsp, codec, music
    episode/        clips -> timeline, chapters, tags, the files of one episode
    show/           one commit: feed, pages, and every rule that they are held against
    cache/          what was made once; whether an episode is still what a build would make
    batch/          several essays at a time
    audition/       all voices on one passage
    galley/         the source of an essay, with what is not said struck through
    listening/      what a recogniser hears in an episode
    comparison.py   what a build would change
    userfiles.py    how a file of a user's is opened: only a file, and only so much of it

docs/glossary.md has the words, docs/design.md the reasons.
"""
