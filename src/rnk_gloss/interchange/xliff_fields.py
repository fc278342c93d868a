"""Names in XLIFF files: namespaces, states, and where what XLIFF has no element for stands."""

from __future__ import annotations

from rnk_gloss.model.entry import Status

VERSION_1_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
VERSION_2_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of 2.0 and 2.1 both."""

METADATA_NAMESPACE = "urn:oasis:names:tc:xliff:metadata:2.0"
MATCHES_NAMESPACE = "urn:oasis:names:tc:xliff:matches:2.0"
GLOSSARY_NAMESPACE = "urn:oasis:names:tc:xliff:glossary:2.0"
MEMOQ_NAMESPACE = "MQXliff"
PHRASE_NAMESPACE = "http://www.memsource.com/mxlf/2.0"

OWN_GROUP = "rnk-gloss"
"""The name of a group of metadata (2.x) with a unit's fields; with `:` and a level: properties."""

OWN_CONTEXT, PROPERTY_CONTEXT = "x-rnk-gloss-", "property-"
"""How the types of contexts (1.2) begin that hold a field; and, behind it, those that hold `name=value` of a level."""

FIELDS = {
    "origin": "origin",
    "previous": "previous",
    "following": "following",
    "created-at": "created_at",
    "created-by": "created_by",
    "changed-at": "changed_at",
    "changed-by": "changed_by",
    "used-at": "used_at",
    "usage-count": "usage_count",
    "alignment": "alignment",
}
"""Name in such a group → field of a unit."""

DATES = frozenset({"created_at", "changed_at", "used_at"})

NAME_PROPERTY = "x-name"
"""The name by which the program knows a text: resname in 1.2, name in 2.x."""

NO_DOCUMENT = "rnk-gloss"
"""1.2 wants each file to name its original; this stands for none."""

GENERATED_ID = "rnk-gloss-"
"""How ids begin that were made because a unit had none."""

REJECTED_SUBSTATE = "rnk-gloss:rejected"

_CANDIDATE, _APPROVED, _REJECTED = Status.CANDIDATE, Status.APPROVED, Status.REJECTED

VERSION_1_APPROVED_STATES = frozenset({"final", "signed-off"})
VERSION_1_NEW_STATES = frozenset({"new", "needs-translation"})
VERSION_2_APPROVED_STATES = frozenset({"reviewed", "final"})
VERSION_2_NEW_STATE = "initial"

# Trados: "Translated" is what a translator confirmed, and waits for a reviewer.
SDL_STATUSES = {
    "ApprovedTranslation": _APPROVED,
    "ApprovedSignOff": _APPROVED,
    "RejectedTranslation": _REJECTED,
    "RejectedSignOff": _REJECTED,
}

# memoQ confirms once; the two steps of a review come on top of that.
MEMOQ_STATUSES = {
    "ManuallyConfirmed": _APPROVED,
    "Reviewer1Confirmed": _APPROVED,
    "Proofread": _APPROVED,
    "Rejected": _REJECTED,
}

TYPE_PREFIX = "tmx:"
"""How the subType of a code begins that keeps the type that TMX gave it."""

HIGHLIGHT_1, HIGHLIGHT_2 = "x-tmx-hi", "tmx:hi"
"""The ctype of g (1.2) and the type of mrk (2.x) that stand for hi of TMX."""
