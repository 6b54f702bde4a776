"""Whether the time for a character grows with their number.

    assert not is_growing(lambda text: read(text), lambda length: "a" * length)

CPU time is compared with itself, so that a busy machine is no reason.
"""

import time

LENGTHS = (4000, 8000, 16_000)
LONGEST = 1_000_000
_SMALL_S = 0.02  # what takes less at the longest isn't compared
_MOST_RATIO = 2.9  # of twice the length; a square has 4
_MOST_RATIO_OF_A_CHARACTER = 4  # of the longest against 16,000: caches of the processor are smaller than a million


def repeated(piece, length):
    return piece * (length // len(piece))


def cpu_s(work, text):
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


def is_growing(work, made):
    """Whether twice the length takes much more than twice the time, twice in a row. `made`: the text of a length."""
    before_s = cpu_s(work, made(LENGTHS[0]))
    for length in LENGTHS[1:]:
        now_s = cpu_s(work, made(length))
        if now_s < _SMALL_S or now_s < _MOST_RATIO * before_s:
            return False
        before_s = now_s
    return True


def is_flat(work, made):
    """Whether a character of a million takes what one of 16,000 takes."""
    text, longest = made(LENGTHS[-1]), made(LONGEST)
    small_s = max(cpu_s(work, text), cpu_s(work, text), _SMALL_S * LENGTHS[-1] / LONGEST)
    return cpu_s(work, longest) / len(longest) < _MOST_RATIO_OF_A_CHARACTER * small_s / len(text)
