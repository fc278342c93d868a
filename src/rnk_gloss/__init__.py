"""A bilingual glossary and translation memory for people who translate from Japanese.

    from rnk_gloss import Glossary

The public names are imported when they are first used (PEP 562): a script that only compares two strings does not wait
for a database, and `import rnk_gloss` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rnk_gloss.errors import GlossError
    from rnk_gloss.match.compare import compare
    from rnk_gloss.match.scoring import scoring_of
    from rnk_gloss.model.entry import Status
    from rnk_gloss.service.alignment import align_sentences, align_texts
    from rnk_gloss.service.glossary import Glossary
    from rnk_gloss.text.match_key import match_key
    from rnk_gloss.text.sentences import split_sentences

__all__ = [
    "GlossError",
    "Glossary",
    "Status",
    "align_sentences",
    "align_texts",
    "compare",
    "match_key",
    "scoring_of",
    "split_sentences",
]

_HOMES = {
    "GlossError": "rnk_gloss.errors",
    "Glossary": "rnk_gloss.service.glossary",
    "Status": "rnk_gloss.model.entry",
    "align_sentences": "rnk_gloss.service.alignment",
    "align_texts": "rnk_gloss.service.alignment",
    "compare": "rnk_gloss.match.compare",
    "match_key": "rnk_gloss.text.match_key",
    "scoring_of": "rnk_gloss.match.scoring",
    "split_sentences": "rnk_gloss.text.sentences",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
