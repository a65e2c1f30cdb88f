"""Runs of the command that are there to be killed, each forked in no time from a process that has everything loaded."""

from __future__ import annotations

import multiprocessing
import os
import sys
from multiprocessing.connection import Connection

import bienban.batch.progress
import bienban.batch.warm
import bienban.store.folder
import bienban.store.postgres  # noqa: F401
from bienban.batch import pool, writer
from bienban.cli import main

#: Rows in a transaction: few, so that a short run has many.
BATCH = 40


def serve(orders: Connection) -> None:
    """For each list of arguments that comes, sends the id of a process that extracts, and how it ended."""
    while arguments := orders.recv():
        child = os.fork()
        if child == 0:
            _extract(arguments)
        orders.send(child)
        orders.send(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _extract(arguments: list[str]) -> None:
    code = 1
    try:
        os.setsid()  # its workers, which fork from it, are killed with it
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
        pool._context = lambda _preload: multiprocessing.get_context("fork")
        writer.BATCH = BATCH
        code = main(["extract", *arguments])
    finally:
        os._exit(code)
