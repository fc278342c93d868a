"""Forbidden renderings in a translation."""

from __future__ import annotations

import pytest

from rnk_gloss.match.forbidden import forbidden_uses
from rnk_gloss.model.entry import Entry, Target, Usage
from rnk_gloss.model.match import ForbiddenUse


def entry(key: int, source: str, *targets: str) -> Entry:
    """An entry whose targets are preferred; those with a ! before them are forbidden."""
    return Entry(
        key,
        source,
        targets=tuple(
            Target(text.removeprefix("!"), Usage.FORBIDDEN if text.startswith("!") else Usage.PREFERRED)
            for text in targets
        ),
    )


PANEL = entry(1, "専門家パネル", "Panel of Experts", "!expert panel", "!panel")
TREATY = entry(2, "条約", "treaty", "!pact")


@pytest.mark.parametrize(
    ("target", "used"),
    [
        pytest.param("The expert panel met.", ["expert panel"], id="the forbidden words"),
        pytest.param("EXPERT PANELS met.", ["expert panel"], id="capitals and plural"),
        pytest.param("The expert's panel met.", ["expert panel"], id="possessive"),
        pytest.param("The Panel of Experts met.", [], id="part of the preferred words"),
        pytest.param("The panel met the Panel of Experts.", ["panel"], id="both"),
        pytest.param("Jurors were empanelled.", [], id="another word"),
        pytest.param("The impact is small.", [], id="inside a word"),
        pytest.param("Pacts and panels were discussed; the pact stands.", ["pact", "panel"], id="two terms, each once"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_forbidden_words_are_found_in_any_inflection(target: str, used: list[str]) -> None:
    assert [use.target for use in forbidden_uses(target, [PANEL, TREATY])] == used


def test_a_use_names_the_term_and_what_to_write() -> None:
    assert forbidden_uses("A pact.", [TREATY]) == (ForbiddenUse("条約", "pact", "treaty"),)
    assert forbidden_uses("A pact.", [entry(3, "盟約", "!pact")]) == (ForbiddenUse("盟約", "pact", None),)


def test_words_that_render_another_term_of_the_source_are_allowed() -> None:
    assert forbidden_uses("A pact.", [TREATY, entry(3, "盟約", "pact")]) == ()


def test_without_forbidden_words_nothing_is_looked_for() -> None:
    assert forbidden_uses("A pact.", [entry(2, "条約", "treaty")]) == ()
