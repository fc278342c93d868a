"""How the lengths of two sentences that translate each other compare.

Gale and Church (1993), with the ratio of the document instead of a constant: English takes 1.7 times the characters of
Japanese in texts about software, 2.2 in fiction, 3.4 in history, and a ratio fitted on one kind ruins another.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Lengths = NDArray[np.float64]

USUAL_LOG_RATIO = 0.785
_PSEUDO_SENTENCES = 15
# The standard deviation of the log ratio at 20 characters; it falls with the root of the length within these limits.
_SPREAD, _SPREAD_LENGTH = 0.3, 20.0
_SPREAD_OF_STRANGERS = 1.2
_SHORT, _LONG = 5, 60
_LOWEST = -12.0


def character_counts(sentences: Sequence[str]) -> Lengths:
    """The length of each sentence in characters, 1 for an empty one."""
    return np.array([max(1, len(sentence)) for sentence in sentences], np.float64)


def document_log_ratio(source: Lengths, target: Lengths) -> float:
    """The log of target length over source length for a document, drawn to the usual value where it is short."""
    if not len(source) or not len(target):
        return USUAL_LOG_RATIO
    seen = float(np.log(target.sum() / source.sum()))
    return (seen * len(source) + USUAL_LOG_RATIO * _PSEUDO_SENTENCES) / (len(source) + _PSEUDO_SENTENCES)


def log_likelihood(source: Lengths, target: Lengths, log_ratio: float) -> NDArray[np.float32]:
    """Log-likelihood ratio of each source length (rows) against each target length (columns) being translations."""
    deviation = _SPREAD * np.sqrt(_SPREAD_LENGTH / np.minimum(np.maximum(source, _SHORT), _LONG))
    constant = (np.log(_SPREAD_OF_STRANGERS / deviation) - 0.5).astype(np.float32)[:, None]
    expected = (np.log(source) + log_ratio).astype(np.float32)[:, None]
    # In place: the matrix is the largest thing here, and there is one for each shape.
    ratios = np.log(target).astype(np.float32)[None, :] - expected
    ratios *= (math.sqrt(0.5) / deviation).astype(np.float32)[:, None]
    np.square(ratios, out=ratios)
    np.subtract(constant, ratios, out=ratios)
    np.maximum(ratios, np.float32(_LOWEST), out=ratios)
    return np.asarray(ratios, np.float32)


def compare(source: float, target: float, log_ratio: float) -> tuple[float, float]:
    """The log-likelihood ratio of one pair of lengths, and how many standard deviations it is off."""
    deviation = _SPREAD * math.sqrt(_SPREAD_LENGTH / min(max(source, _SHORT), _LONG))
    distance = (math.log(target / source) - log_ratio) / deviation
    likelihood = math.log(_SPREAD_OF_STRANGERS / deviation) - 0.5 - 0.5 * distance * distance
    return max(likelihood, _LOWEST), abs(distance)
