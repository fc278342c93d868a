"""Translations checked against the glossary and the memory."""

from __future__ import annotations

import pytest

from rnk_gloss.model.entry import Status, Usage
from rnk_gloss.model.finding import FindingKind, Severity
from rnk_gloss.model.span import Span
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.service.review import EntryEdit


@pytest.fixture
def glossary(glossary: Glossary) -> Glossary:
    """A glossary with a panel that must not be an expert panel, and a treaty."""
    panel = glossary.create_entry(EntryEdit(source="専門家パネル", targets=("Panel of Experts",)))
    glossary.choose_target(panel, "expert panel", Usage.FORBIDDEN)
    glossary.create_entry(EntryEdit(source="条約", targets=("treaty", "convention")))
    return glossary


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        pytest.param(
            "専門家パネルは廃止された。", "The Panel of Experts was abolished.", [], id="the preferred target"
        ),
        pytest.param("条約を結ぶ。", "They conclude treaties.", [], id="inflected"),
        pytest.param("条約を結ぶ。", "They sign a convention.", [], id="another target that is allowed"),
        pytest.param("条約を結ぶ。", "They sign a pact.", ["条約 should be treaty or convention"], id="missing"),
        pytest.param(
            "条約と条約と条約。", "A treaty, a pact, and a deal.", [], id="said once for several times is enough"
        ),
        pytest.param("条約と条約。", "A pact and a deal.", ["条約 should be treaty or convention"], id="told once"),
        pytest.param(
            "専門家パネルの条約。",
            "A treaty of the expert panels.",
            ["専門家パネル must not be expert panel; use Panel of Experts"],
            id="forbidden",
        ),
        pytest.param("会議を開く。", "The expert panel met.", [], id="the term does not stand in the source"),
    ],
)
def test_terms_are_checked(glossary: Glossary, source: str, target: str, told: list[str]) -> None:
    assert [one.message for one in glossary.check_pair(source, target)] == told


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        pytest.param("制裁委員会は24人だ。", "The 1718 Committee has 24 members.", [], id="訳語だけにある数"),
        pytest.param("火星19を発射した。", "They launched a Mars Nineteen B.", [], id="用語だけにある数"),
        pytest.param(
            "制裁委員会は24人だ。", "The 1718 Committee has 23 members.",
            ["the source has 24, the translation 23"], id="ほかの数は比べる",
        ),
        pytest.param(
            "制裁委員会は会った。", "The 1718 Committee met in 1718.",
            ["the number 1718 does not stand in the source"], id="訳語の外の同じ数",
        ),
    ],
)  # fmt: skip
def test_numbers_in_a_term_that_is_rendered_as_the_glossary_has_it_are_no_faults(
    glossary: Glossary, source: str, target: str, told: list[str]
) -> None:
    glossary.create_entry(EntryEdit(source="制裁委員会", targets=("1718 Committee",)))
    glossary.create_entry(EntryEdit(source="火星19", targets=("Mars Nineteen B",)))
    assert [one.message for one in glossary.check_pair(source, target)] == told


def test_a_forbidden_rendering_is_an_error_with_its_place(glossary: Glossary) -> None:
    source, target = "新しい専門家パネルだ。", "A new expert panel."
    (finding,) = glossary.check_pair(source, target)
    assert (finding.kind, finding.severity) == (FindingKind.TERM_FORBIDDEN, Severity.ERROR)
    assert finding.source_span == Span(3, 9)
    assert finding.target_span == Span(6, 18)
    assert target[6:18] == "expert panel"


def test_a_candidate_entry_is_shown_but_makes_no_alarm(glossary: Glossary) -> None:
    key = glossary.create_entry(EntryEdit(source="議定書", targets=("protocol",)))
    glossary.decide([key], Status.CANDIDATE)
    with glossary.workspace.writing("score") as writer:
        writer.update("entry", key, {"score": 90.0})
    assert glossary.check_pair("議定書を結ぶ。", "They sign it.") == ()
    (term,) = glossary.checked_terms("議定書を結ぶ。", "They sign it.")
    assert (term.is_satisfied, term.wanted) == (False, ("protocol",))


def test_terms_take_their_renderings_in_order(glossary: Glossary) -> None:
    target = "The treaty of the expert panel; that convention."
    terms = glossary.checked_terms("専門家パネルの条約、あの条約。", target)
    rendered = [(one.term.text, one.span and target[slice(*one.span)], one.is_forbidden) for one in terms]
    assert rendered == [
        ("専門家パネル", "expert panel", True),
        ("条約", "treaty", False),
        ("条約", "convention", False),
    ]


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("The Russian side signed.", True),
        ("Two Russians signed.", True),
        ("Moscow signed.", False),
        ("A Prussian signed.", False),
    ],
)
def test_the_adjective_of_a_name_renders_the_name(glossary: Glossary, target: str, right: bool) -> None:
    glossary.create_entry(EntryEdit(source="ロシア", targets=("Russia",)))
    assert [one.message for one in glossary.check_pair("ロシアが署名した。", target)] == (
        [] if right else ["ロシア should be Russia"]
    )


def test_a_message_names_three_targets_at_most(glossary: Glossary) -> None:
    glossary.create_entry(EntryEdit(source="議長", targets=("chair", "chairman", "president", "speaker")))
    (finding,) = glossary.check_pair("議長が来た。", "She came.")
    assert finding.message == "議長 should be chair or chairman or president or …"
    assert len(finding.wanted) == 4


def test_entries_of_another_language_say_nothing(glossary: Glossary) -> None:
    assert [one.kind for one in glossary.check_pair("条約", "un pacte", target_language="fr")] == []


def test_a_translation_into_japanese_is_checked_with_the_same_glossary(glossary: Glossary) -> None:
    told = glossary.check_pair("They signed the treaty.", "彼らは協定に署名した。", language="en", target_language="ja")
    assert [one.message for one in told] == ["treaty should be 条約"]
    told = glossary.check_pair("They signed the treaty.", "彼らは条約に署名した。", language="en", target_language="ja")
    assert told == ()


def test_the_memory_translates_the_same_source_otherwise(glossary: Glossary) -> None:
    glossary.add_units([("会議を開いた。", "They held a meeting."), ("会議を閉じた。", "It was closed.")])
    (finding,) = glossary.check_pair("会議を開いた。", "They met.")
    assert (finding.kind, finding.wanted) == (FindingKind.INCONSISTENT, ("They held a meeting.",))
    assert glossary.check_pair("会議を開いた。", "They held a meeting.") == ()


def test_what_nobody_approved_is_no_other_translation(glossary: Glossary) -> None:
    glossary.add_units([("会議を開いた。", "They held a meeting.")], status=Status.CANDIDATE)
    assert glossary.check_pair("会議を開いた。", "They met.") == ()
