"""Reads the model files of CRFsuite, the format in which underthesea ships its models."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import NamedTuple


class Crf(NamedTuple):
    """A linear-chain CRF with two labels.

    Only the difference between the two matters for the best path: `weights` holds, by feature ("T[-1]") and value
    ("đảng"), the weight of the second label minus that of the first. `transitions[a][b]` is that of b after a.
    """

    labels: list[str]
    weights: dict[str, dict[str, float]]
    transitions: tuple[tuple[float, float], tuple[float, float]]


def read_crf(path: Path) -> Crf:
    """Reads a model file ("lCRF", version 100). Raises OSError, or ValueError where it is of another form."""
    data = path.read_bytes()
    try:
        magic, _size, _kind, version, _, n_labels, n_attributes, features, labels, attributes = struct.unpack_from(
            "<4sI4sIIIIIII", data
        )
        if magic != b"lCRF" or version != 100 or n_labels != 2:
            raise ValueError("not a CRFsuite model of version 100 with two labels")
        (count,) = struct.unpack_from("<I", data, features + 8)
        begin = features + 12
        differences = [0.0] * n_attributes
        transitions = [[0.0, 0.0], [0.0, 0.0]]
        for kind, source, label, weight in struct.iter_unpack("<IIId", data[begin : begin + 20 * count]):
            if kind == 0:
                differences[source] += weight if label else -weight
            else:
                transitions[source][label] = weight
        (a_to_a, a_to_b), (b_to_a, b_to_b) = transitions
        weights: dict[str, dict[str, float]] = {}
        for attribute, difference in zip(_strings(data, attributes), differences, strict=True):
            feature, _, value = attribute.partition("=")
            weights.setdefault(feature, {})[value] = difference
        return Crf(_strings(data, labels), weights, ((a_to_a, a_to_b), (b_to_a, b_to_b)))
    except (struct.error, IndexError) as error:
        raise ValueError(f"no CRFsuite model: {error}") from None


def _strings(data: bytes, chunk: int) -> list[str]:
    """The strings of a CQDB chunk, by their numbers."""
    count, offsets = struct.unpack_from("<II", data, chunk + 16)
    found = []
    for offset in struct.unpack_from(f"<{count}I", data, chunk + offsets):
        (length,) = struct.unpack_from("<I", data, chunk + offset + 4)
        at = chunk + offset + 8
        found.append(data[at : at + length - 1].decode())
    return found
