"""What files call the usage of a term: TBX, termbases, people."""

from __future__ import annotations

import re

from rnk_gloss.model.entry import Usage

_USAGES = {
    **dict.fromkeys(("preferred", "standardized", "legal", "regulated", "推奨", "優先"), Usage.PREFERRED),
    **dict.fromkeys(("admitted", "allowed", "許容", "可"), Usage.ADMITTED),
    **dict.fromkeys(
        ("deprecated", "superseded", "forbidden", "prohibited", "obsolete", "notrecommended", "legacy", "donotuse",
         "禁止", "使用禁止", "使用不可", "非推奨"), Usage.FORBIDDEN,
    ),
}  # fmt: skip


def usage_of(status: str) -> Usage | None:
    """The usage that an administrative status stands for, in TBX's words or in simpler ones; None if it is none."""
    word = re.sub(r"[\s_-]", "", status).casefold().removesuffix("admnsts")
    return _USAGES.get(word.removesuffix("term"))
