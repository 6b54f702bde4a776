"""What stands in a text and is not for the ear: out of blocks, into skips with their reasons.

    without_furniture(essay)        # furniture.py: "Share this:"; linejudge, amid, encyclopaedias; pagelines gives it
                                    # lines, phrasebook and phrases/ know them in a dozen languages
    without_byline(essay)           # byline.py
    without_asides(essay)           # asides.py: addresses (addresses.py) and footnote marks
    without_stage_notes(essay)      # transcripts.py; actionlinks.py, bareheadings.py likewise

Of plain text gutenberg.py, pagebreaks.py and hyphens.py know what print leaves in it. omission.py joins neighbours that
go for one reason.
"""
