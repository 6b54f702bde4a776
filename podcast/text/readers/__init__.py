"""Files to blocks: one reader a format, which keeps for each piece of text its place in the source.

    read_markdown(source)       # markdown/reader.py
    read_html(source)           # html/reader.py
    read_plain(source)          # plain/reader.py

The rooms: `markdown`, `hidden` (what stands in Markdown and is none), `html`, `plain`, and `facts` (title, author, date
as they stand above a text). What all of them use lies here:

    decoding        bytes to text; mhtml
    formats         which reader a file's name asks for; foreign_formats refuses or hands on what is none of ours
    draft           what a reader finds, told piece by piece, becomes blocks; stretch, notemarks, markless, verse
    tags            tokens of HTML, where each stands
    alttext         whether a picture's words tell something
"""
