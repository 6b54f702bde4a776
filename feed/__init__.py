"""Facts to XML: a podcast's feed as directories and apps want it. Knows nothing of essays, sound or files.

from feed.rss import rss
from feed.show import Enclosure, Item, Show, podcast_guid
"""
