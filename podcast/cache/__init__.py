"""What was made once, and when it is still true.

    store = Store(folder)                               # store.py: bytes by key; inventory.py: what there is of them
    BuildRecords(show).passed_over(request)                   # uptodate.py: an episode that a build would not change

uptodate.py compares fingerprints of all that an episode depends on (fingerprint.py, materials.py) and of what was
published (public_state.py); both are kept as checked_json.py keeps facts that may be lost.
"""
