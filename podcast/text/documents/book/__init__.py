"""Books (.epub): `reader` makes a page of all chapters or of some.

file                    the package: its files in the order of the spine
contents, outline       the table of contents, and which of its entries are chapters
parts, uses, page       a file's parts, what each is for, and how it is written
chapterlist             what `--chapters` understands
"""
