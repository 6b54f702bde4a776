"""From a written essay to a podcast episode that people subscribe to.

produce.py        the whole way, readable as a table of contents
cli/              the command line
text/             essay -> script; spoken forms, lexicon
sound/            takes -> MP3 frames
episode/          clips -> timeline, chapters, tags, files
casting.py        roles -> voices
reading_aloud.py  texts -> what a voice is given
studio.py         a cast, ready to speak
accompaniment.py  the music, at its levels
recording.py      an episode, taken until it is at the show's loudness
session.py        one take of it: voices, then music with them, in order
vocabulary.py     unusual words, and how they will be said
publish.py        one commit: MP3, episode.json, feed
syndicate.py      settings and episodes -> what the feed wants to know
currency.py       whether an episode is what a build would make of its essay
materials.py      the files that go into it; fingerprint.py and memo.py: what they were, and where that is kept
findings.py       what the gate found, while nothing changes
settings.py       what can be set; configuration.py reads it, plausibility.py judges it
store.py          what was made once, for the next build
"""
