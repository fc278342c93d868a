"""What the screens say, collected from their source; run it to bring the catalogues up to date:

python -m tests.tui.catalogue
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import polib

import rnk_gloss.tui
from rnk_gloss.extract.glosses import GlossKind
from rnk_gloss.extract.nesting import Reason
from rnk_gloss.model.evidence_details import TargetReason, TermReason, WordSource
from rnk_gloss.model.finding import MESSAGES
from rnk_gloss.model.operation_names import OperationName
from rnk_gloss.model.refusals import Refusal
from rnk_gloss.tui.actions import ACTIONS, Scope

FOLDER = Path(rnk_gloss.tui.__path__[0])
CATALOGUES = sorted((FOLDER / "locale").glob("*.po"))
# A message by its one form or its two.
Message = tuple[str, str]


def messages() -> set[Message]:
    """All messages: what is handed to `say` or `say_count`, marked by `noted`, or stands in the table of actions."""
    found = {(text, "") for action in ACTIONS for text in (action.label, action.help)}
    found |= {(scope.value, "") for scope in Scope}
    found |= {(text, "") for text in MESSAGES}
    for texts in (OperationName, Refusal, TermReason, TargetReason, WordSource, Reason, GlossKind):
        found |= {(text.value, "") for text in texts}
    for path in FOLDER.rglob("*.py"):
        found |= set(_in_source(path))
    return found


def _in_source(path: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in {"say", "noted"}:
            for argument in ast.walk(node.args[0]):
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value, ""
        elif node.func.id == "say_count":
            one, many = (ast.literal_eval(argument) for argument in node.args[:2])
            yield one, many


def bring_up_to_date(path: Path) -> None:
    """Give the catalogue every message and no other, in order; what is new has no translation yet."""
    catalogue = polib.pofile(str(path), wrapwidth=110)
    known = {(entry.msgid, entry.msgid_plural): entry for entry in catalogue}
    catalogue.clear()
    for one, many in sorted(messages()):
        fresh = polib.POEntry(msgid=one, msgid_plural=many, msgstr_plural={0: ""} if many else {})
        catalogue.append(known.get((one, many), fresh))
    catalogue.save()


if __name__ == "__main__":
    for catalogue_path in CATALOGUES:
        bring_up_to_date(catalogue_path)
