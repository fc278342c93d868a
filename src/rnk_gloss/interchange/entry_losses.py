"""What of an entry no file but our own can say: counted here for all formats that other people read."""

from __future__ import annotations

from rnk_gloss.interchange.report import LossTally
from rnk_gloss.model.entry import Entry, Origin


def count_inner_fields(entry: Entry, losses: LossTally) -> None:
    """Count how the entry was found and what people did: its documents, evidence, origins and scores of targets, why it
    was rejected, which fields and targets a person set."""
    losses.add("documents", count=bool(entry.documents))
    losses.add("reason", count=bool(entry.reason))
    losses.add("decided by a person", count=bool(entry.edited) + sum(target.edited for target in entry.targets))
    losses.add("reading origin", count=entry.reading_origin is not Origin.NONE)
    losses.add("evidence", count=len(entry.evidence) + sum(len(target.evidence) for target in entry.targets))
    losses.add("score of a target", count=sum(1 for target in entry.targets if target.score))
    losses.add("origin of a target", count=sum(1 for target in entry.targets if target.origin is not Origin.NONE))


def count_fields(entry: Entry, names: tuple[str, ...], losses: LossTally) -> None:
    """Count those of the named fields that say something."""
    for name in names:
        losses.add(name.replace("_", " "), count=bool(getattr(entry, name)))
