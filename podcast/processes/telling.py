"""What is done, told on stderr by this process and by all that it starts from then on: `podcast -v`.

tell_all()
is_told()           # also of what is printed by libraries in child processes, which else nobody sees
"""

import logging
import sys

_OURS = ("podcast", "voices", "feed")
_FORMAT = "%(relativeCreated)8d ms  %(process)d  %(name)s: %(message)s"


def tell_all() -> None:
    logging.basicConfig(format=_FORMAT, stream=sys.stderr)
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)


def is_told() -> bool:
    return logging.getLogger(_OURS[0]).isEnabledFor(logging.INFO)
