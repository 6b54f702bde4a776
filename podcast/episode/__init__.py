"""Clips to a published episode: the timeline, chapters, tags, and the files of a show."""
