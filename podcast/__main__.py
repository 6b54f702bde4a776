"""The command `podcast`, and `python -m podcast`.

This comes before all that takes time to import, so that a signal ends the process quietly from here on: nothing has to
be put in order yet. podcast/processes/ending.py has what is done later.
"""

import _signal  # type: ignore[import-not-found]  # `signal` takes a millisecond, in which Ctrl-C would print a trace
import os

for _name in ("SIGINT", "SIGTERM", "SIGHUP"):
    _number = getattr(_signal, _name, None)
    if _number is not None and _signal.getsignal(_number) != _signal.SIG_IGN:  # nohup has it ignored
        _signal.signal(_number, lambda number, _frame: os._exit(128 + number))

from podcast.cli import main  # noqa: E402 — see above


def run() -> None:
    main(prog_name="podcast")


if __name__ == "__main__":
    run()
