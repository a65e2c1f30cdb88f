"""Work that goes wrong in every way that work can. Processes import it from here: it must cost them little."""

from __future__ import annotations

import os
import signal
import time

import psutil


def misbehave(item: str) -> str:
    if item == "hangs":
        time.sleep(600)
    if item == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "raises":
        raise ValueError("no such thing")
    if item == "ends its worker":
        worker = psutil.Process().parent().parent()  # between them: the server from which the processes fork
        worker.kill()
        worker.wait()
    return item.upper()
