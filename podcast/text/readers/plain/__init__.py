"""Plain text to blocks, by its lines alone.

reader          `read_plain(source)`
textlines       lines, and the parts that they make; headings judges which part is one
pen             writes what was judged
"""
