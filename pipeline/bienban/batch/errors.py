"""What can go wrong with the workers of a run as a whole."""

from __future__ import annotations


class ClusterError(Exception):
    """A cluster that cannot be reached, or cannot do the work; the message is one line that names it."""
