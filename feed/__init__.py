"""Facts to what listeners get: RSS, captions, pages, a server. Knows nothing of essays, and voices nothing.

show.py, passages.py        the facts: a show and its episodes; what is said in one, and when
fit.py, categories.py, …    what makes texts fit for a feed
ownwords/                   our own words, in the language of the show
rss/                        feed.xml
captions/, chapterfile.py   WebVTT, SubRip, chapters as JSON
pages/                      the show's page and the episodes', with the player
server/                     what `podcast serve` runs
check/                      the rules that all of it must keep; rules.py says what a rule is
"""
