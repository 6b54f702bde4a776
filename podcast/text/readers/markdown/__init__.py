"""Markdown to blocks, through markdown-it.

reader          `read_markdown(source)`: blocks
placed          markdown-it's tokens, made to say where they stand; linemap
inline, spans   what is within a block
dialects        rules that CommonMark lacks: attributes, indented, emojicodes
contents        a list that is the table of contents
"""
