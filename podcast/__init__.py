"""From a written essay to a podcast episode that people subscribe to.

produce.py      the whole way, readable as a table of contents
cli/            the command line
text/           essay -> script
sound/          takes -> MP3 frames
episode/        clips -> timeline, chapters, tags, files
studio.py       who narrates, and what surrounds it
publish.py      one commit: MP3, episode.json, feed
syndicate.py    settings and episodes -> what the feed wants to know
"""
