"""From a written essay to a podcast episode that people subscribe to.

produce.py        the whole way, readable as a table of contents
cli/              the command line
batch/            several essays at a time; jobserver.py shares the cores among them
text/             essay -> script; spoken forms, lexicon
sound/            recipes -> clips: what a recording depends on, and who makes it
episode/          clips -> timeline, chapters, tags, files

manuscript.py     an essay on its way; means.py: what it is made with
casting.py        roles -> voices
reading_aloud.py  texts -> what a voice is given
greetings.py      what is said before and after an essay
studio.py         a cast, ready to speak
accompaniment.py  the music, at its levels
recording.py      an episode, taken until it is at the show's loudness
session.py        one take of it: a recipe for each item, and all of them in order
vocabulary.py     unusual words, and how they will be said
publish.py        one commit: MP3, episode.json, feed; site.py: all that is made of a show's facts
syndicate.py      settings and episodes -> what the feed wants to know
gate.py           every rule against what is published; findings.py: what it found, while nothing changes
currency.py       whether an episode is what a build would make of its essay
materials.py      the files that go into it; fingerprint.py and memo.py: what they were, and where that is kept
comparison.py     what a build would change
settings.py       what can be set; configuration.py reads it, plausibility.py judges it
store.py          what was made once, for the next build; inventory.py: what there is of it
"""
