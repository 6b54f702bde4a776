"""What stands in a text and is not for the ear: out of blocks, into skips with their reasons.

    without_furniture(blocks)       # furniture.py: "Share this:"; byline.py, gutenberg.py
    without_asides(blocks)          # asides.py: addresses and footnote marks

omission.py joins neighbours that go for one reason.
"""
