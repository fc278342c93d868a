from __future__ import annotations

import pytest

from rnk_gloss.text.japanese_quotations import RUN_ON_SENTENCES, quotation_ends
from rnk_gloss.text.sentences import sentence_spans


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        pytest.param("「条約は守る。脅威ではない。」", ["「条約は守る。", "脅威ではない。」"], id="nothing but speech"),
        pytest.param(
            "「まず休む！次は働く」と彼は言った。",
            ["「まず休む！", "次は働く」と彼は言った。"],
            id="who speaks comes last",
        ),
        pytest.param(
            "彼は言った、「まず休む。次は働く。」",
            ["彼は言った、「まず休む。", "次は働く。」"],
            id="who speaks comes first",
        ),
        pytest.param("彼は「まず休む。次は働く」と述べた。", None, id="speech within the sentence that reports it"),
        pytest.param("「条約は守る。」", None, id="one sentence"),
        pytest.param("条約は守る。", None, id="no speech"),
        pytest.param(
            "「『行け。』と言われた。だから来た」", ["「『行け。』と言われた。", "だから来た」"], id="speech in speech"
        ),
        pytest.param("", None, id="empty"),
    ],
)
def test_where_speech_of_several_sentences_can_be_cut(sentence: str, parts: list[str] | None) -> None:
    ends = quotation_ends(sentence)
    found = [sentence[start:end] for start, end in zip([0, *ends], [*ends, len(sentence)], strict=True)]
    assert found == (parts or [sentence])


@pytest.mark.parametrize(
    ("sentences_before", "for_alignment", "cut"),
    [
        pytest.param(RUN_ON_SENTENCES, True, True, id="run-on line"),
        pytest.param(2, True, False, id="a paragraph keeps its speech whole"),
        pytest.param(RUN_ON_SENTENCES, False, False, id="not for an aligner"),
    ],
)
def test_speech_is_cut_for_an_aligner_in_run_on_lines_only(
    sentences_before: int, for_alignment: bool, cut: bool
) -> None:
    text = "会談が続いた。" * sentences_before + "「条約は守る。脅威ではない。」"
    spans = sentence_spans(text, for_alignment=for_alignment)
    assert "".join(text[start:end] for start, end in spans) == text
    assert len(spans) == sentences_before + (2 if cut else 1)


@pytest.mark.parametrize(
    ("text", "for_reading", "for_alignment"),
    [
        pytest.param("「もう帰る。」彼は笑った。", 2, 1, id="who speaks stays with the speech"),
        pytest.param("「もう帰る。」「そうか。」", 2, 2, id="two speakers"),
        pytest.param("「もう帰る。」　彼は笑った。", 2, 2, id="a space between"),
        pytest.param("彼は笑った。「もう帰る。」", 2, 2, id="speech after a sentence"),
        pytest.param(f"「{'もう帰る。' * 40}」と彼は言った。", 40, 1, id="long speech in a paragraph of its own"),
        pytest.param("雨だ。（本当である。）彼は笑った。", 3, 2, id="a parenthesis"),
    ],
)
def test_speech_in_a_paragraph_is_one_piece_for_an_aligner(text: str, for_reading: int, for_alignment: int) -> None:
    assert len(sentence_spans(text)) == for_reading
    assert len(sentence_spans(text, for_alignment=True)) == for_alignment
