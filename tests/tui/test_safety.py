from __future__ import annotations

import ast
from pathlib import Path

import pytest
from textual.notifications import Notification
from textual.widgets._toast import Toast

import rnk_gloss.tui
from tests.tui.running import review, toasts

SOURCES = sorted(Path(rnk_gloss.tui.__path__[0]).glob("*.py"))
# What reads Textual's markup in a string unless it is told not to.
READS_MARKUP = {"Label", "Static", "notify"}
# What would read it whatever it is told.
FRAMES = {"border_title", "border_subtitle"}
FORBIDDEN = {"from_markup", "escape"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_string_is_read_as_markup_and_no_private_attribute_of_textual_is_used(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and _is_self(node.value)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            settings = {keyword.arg: keyword.value for keyword in node.keywords}
            if name in READS_MARKUP:
                assert ast.unparse(settings.get("markup", ast.Constant(None))) == "False", ast.unparse(node)
            assert name not in FORBIDDEN, ast.unparse(node)
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "attr", "") in FRAMES:
            # A plain string in a frame would be read as markup.
            assert ast.unparse(node.value).startswith(("Content(", "''")), ast.unparse(node)
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            assert node.attr in own, ast.unparse(node)


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


async def test_a_toast_that_is_over_when_it_is_shown_does_not_stop_the_program(store: Path) -> None:
    async with review(store) as pilot:
        await pilot.app.screen.mount(Toast(Notification("済み", timeout=-1)))
        await pilot.pause(0.05)
        assert "済み" not in toasts(pilot)
