"""Essays from the web: fetched once, saved beside the show, and read from there ever after.

    address.py      how an address is written, and what of it is no part of the page's name
    hosts.py        where a name leads, and what nobody may be led to: the user's own network
    fetch.py        the page: a time-out, a limit, redirects
    body.py         what comes of it: unpacked within bounds, and in UTF-8
    formats.py      which kind of essay an answer is, and what is none
    sources.py      the show's folder `sources`, and which file in it is of which address

No build asks the net for what is saved.
"""
