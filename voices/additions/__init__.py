"""Voices beyond those that come along: what the public catalogues offer, how it is fetched, and how it is put in place.

catalogue/      what hibari, Piper and Kokoro offer, with addresses, sizes, hashes and licences
fetch.py        a file from an address: resumed, held against its size and hash
given.py        the same from a file or folder of this machine; weights.py: is it what it should be?
shelving.py     into the library (voices/library.py) and out of it, in one step
adding.py       all of it, for one voice

Nothing here decides what a voice sounds like, so none of it is in the keys of kept takes (voices/engine.py).
"""
