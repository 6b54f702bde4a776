"""What a child may be like, by its argument. Children find this file by PYTHONPATH."""

import os
import signal
import sys
import time
from pathlib import Path

from podcast.processes.messages import claimed


def main():
    what, *more = sys.argv[1:]
    messages = claimed()
    if what == "dies":
        os._exit(3)
    if what == "stays":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        messages.send("ready")
        time.sleep(600)
    if what == "forks" and os.fork() == 0:
        Path(more[0]).write_text(str(os.getpid()))
        time.sleep(600)
    while True:
        question = messages.receive()
        if question == "wait":
            time.sleep(600)
        if question == "take turns":
            Path(more[0], "asked").touch()
            while not Path(more[0], "told").exists():
                time.sleep(0.01)
        if question == "print":
            print("this is no message")  # noqa: T201
            os.write(1, b"nor is this\n")
        messages.send((question, os.getpid(), more))
