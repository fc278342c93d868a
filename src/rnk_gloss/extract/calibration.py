"""Confidence of targets, 0–100: the share of first targets of an origin that translators accept.

Measured on annotated articles on international politics: house list .96 of 100, in-text gloss 1.0 of 8, dictionary .93
of 84; and on 3,900 compounds that were held out of the dictionary and of what is learned from it, composition by its
confidence: 10–19 .16, 20–29 .28, 30–39 .34, 40–49 .48, 50–59 .61, 60–69 .74, 70–79 .80, 80 and more .89. Names by
sound and parallel text are set by judgement: no annotated text was at hand.
"""

from __future__ import annotations

GLOSSARY, HOUSE_LIST, GLOSS, AS_WRITTEN = 99.0, 97.0, 96.0, 95.0
LATER = 1.0  # less for each target after the first of one source
COUNTRY, COUNTRY_ROW, TITLE, PART = 95.0, 96.0, 95.0, 88.0
DICTIONARY_FLOOR, DICTIONARY_RANGE = 70.0, 24.0
LISTED_NAME_FLOOR, LISTED_NAME_RANGE = 60.0, 35.0
NAME_FLOOR, NAME_RANGE = 15.0, 60.0
SHARED_SURNAME = 90.0
# What compounds use for a dictionary word goes before what they do not, if its own place is not too far behind.
USED_IN_COMPOUNDS = 0.5
# A word learned from compounds, by its probability as their head.
LEAST_LEARNED, LEARNED_RANGE, LEARNED_WHOLE = 0.35, 85.0, 94.5
SOUND_PRINTED, SOUND_RANGE, SOUND_ALONE, LATER_SOUND = 70.0, 20.0, 30.0, 8.0
INITIALS = 90.0
COMPOSITION_TOP = 92.0
# Parallel text: what agrees with another source is raised towards CONFIRMED, what the text alone gives is between
# FOUND_FLOOR and FOUND_FLOOR + FOUND_RANGE; what the text does not have is lowered.
CONFIRMED, FOUND_FLOOR, FOUND_RANGE = 97.0, 15.0, 70.0
WITHOUT_AGREEMENT = 0.6
NOT_SEEN = 0.8
SEEN_ONCE, SEEN_OFTEN = 0.55, 0.85


def composed(quality: float) -> float:
    """The confidence of a composed phrase by its quality (0 to 1)."""
    return COMPOSITION_TOP * quality


def confirmed(score: float, share: float, segments: int) -> float:
    """The confidence of a target that stands in a share of its term's segments."""
    weight = (SEEN_ONCE if segments == 1 else SEEN_OFTEN) * share
    return max(score, score + (CONFIRMED - score) * weight)


def found_in_parallel_text(share: float, exclusive: float, segments: int, agreement: float) -> float:
    """The confidence of what only the parallel text gives: by its share of the term's segments, by the share of its own
    segments that have the term, by how many there are, and by its agreement with other sources (all but the number 0 to
    1)."""
    evidence = (1 - 1 / segments) * (WITHOUT_AGREEMENT + (1 - WITHOUT_AGREEMENT) * agreement)
    return FOUND_FLOOR + FOUND_RANGE * evidence * share * exclusive
