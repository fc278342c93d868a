"""Telling translations from texts that have nothing to do with each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from rnk_gloss.align.alignment import align_sentences
from rnk_gloss.align.plausibility import Plausibility, check_translation, plausibility
from rnk_gloss.lexicon.dictionary import Lexicon
from rnk_gloss.model.entry import Evidence
from rnk_gloss.model.segment import Bead
from tests.small_lexicon import common_words, small_lexicon

JAPANESE = [
    "首相は議会に安全保障の政策を報告した。",
    "政府は同盟の条約を支援した。",
    "大統領は核兵器の拡散を平和の問題と宣言した。",
    "専門家の委員会は停戦の交渉を研究した。",
    "米国とロシアの外相は領土の主権を共同で宣言した。",
    "国連の決議は経済の制裁を支援した。",
    "市場は輸出と投資の協定を報告した。",
    "研究所は国防の戦略と兵器の貿易を研究した。",
    "日本と韓国の首脳会談は外交の関係を議会に報告した。",
    "政府は選挙の法律と開発の援助を議会に宣言した。",
    "国連の安全保障理事会は戦争と侵攻の報告書を支援した。",
]
ENGLISH = [
    "The prime minister reported her security policy to parliament.",
    "The government supported the treaty of the alliance.",
    "The president declared that the diffusion of nuclear weapons was a problem for peace.",
    "A committee of experts studied the negotiations about a ceasefire.",
    "The foreign ministers of the United States and of Russia made a joint declaration on territory and sovereignty.",
    "A resolution of the United Nations supported sanctions on the economy.",
    "The market reported an agreement on export and investment.",
    "The research institute studied the strategy of the national defence and the trade in arms.",
    "The summit of Japan and South Korea reported to parliament on diplomatic relations.",
    "The government declared its election law and its development aid to parliament.",
    "The Security Council of the United Nations supported the report on the war and the invasion.",
]
GARDEN = [
    "My grandmother watered the roses every morning before breakfast.",
    "She kept the old watering can behind the kitchen door.",
    "In the spring the apple trees were full of blossom, and the bees came from the hill.",
    "We children picked strawberries and ate them with cream.",
    "On rainy days she sat at the window with her knitting, and the cat slept on her lap and purred.",
    "The gate was painted green and squeaked whenever the postman came.",
    "Sparrows quarrelled in the hedge until the evening.",
    "Nobody has lived there since she died, and the nettles stand taller than I do.",
    "Once a fox came to the well and drank from the bucket.",
    "We were told to be quiet, and held our breath until it had gone.",
    "My brother says that it was only a dog with a bushy tail.",
]
GERMAN = [
    "Die Großmutter goss jeden Morgen vor dem Frühstück die Rosen.",
    "Sie bewahrte die alte Gießkanne hinter der Küchentür auf.",
    "Im Frühling standen die Apfelbäume voller Blüten, und die Bienen kamen vom Hügel herüber.",
    "Wir Kinder pflückten Erdbeeren und aßen sie mit Sahne.",
    "An Regentagen saß sie am Fenster und strickte, während die Katze auf ihrem Schoß schlief.",
    "Das Gartentor war grün gestrichen und quietschte, sobald der Briefträger kam.",
    "Spatzen zankten sich bis zum Abend in der Hecke.",
    "Seit ihrem Tod wohnt dort niemand mehr, und die Brennnesseln stehen mannshoch.",
    "Einmal kam ein Fuchs zum Brunnen und trank aus dem Eimer.",
    "Man hieß uns still sein, und wir hielten den Atem an, bis er fort war.",
    "Mein Bruder sagt, es sei nur ein Hund mit buschigem Schwanz gewesen.",
]


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    with small_lexicon(tmp_path_factory.mktemp("lexicon") / "lexicon.sqlite") as opened:
        yield opened


def verdict(source: Sequence[str], target: Sequence[str], lexicon: Lexicon) -> str | None:
    return check_translation(align_sentences(source, target, lexicon=lexicon), lexicon)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(JAPANESE, ENGLISH, id="sentence by sentence"),
        pytest.param(JAPANESE, ENGLISH[:5], id="the second half is missing"),
        pytest.param(JAPANESE, ENGLISH[5:], id="the first half is missing"),
        pytest.param(JAPANESE[:5], ENGLISH, id="the original of some is missing"),
        pytest.param(JAPANESE, [*ENGLISH[:5], *GARDEN], id="something else follows"),
        pytest.param(
            JAPANESE, [f"{one} {other}" for one, other in zip(ENGLISH, GARDEN, strict=True)], id="half is free"
        ),
        pytest.param(JAPANESE, [" ".join(ENGLISH)], id="the translation in one sentence"),
        pytest.param(["".join(JAPANESE)], [" ".join(ENGLISH)], id="one sentence each"),
        pytest.param(JAPANESE * 20, ENGLISH * 20, id="220 sentences"),
    ],
)
def test_a_translation_is_never_refused(source: list[str], target: list[str], lexicon: Lexicon) -> None:
    assert verdict(source, target, lexicon) is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(JAPANESE, GARDEN, id="as many sentences"),
        pytest.param(JAPANESE * 3, GARDEN, id="far fewer"),
        pytest.param(JAPANESE, GARDEN * 3, id="far more"),
        pytest.param(JAPANESE * 20, GARDEN * 20, id="220 sentences"),
    ],
)
def test_a_text_about_something_else_is_refused(source: list[str], target: list[str], lexicon: Lexicon) -> None:
    reason = verdict(source, target, lexicon)
    assert reason is not None
    assert "no translations of each other" in reason


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param(JAPANESE[:1], GARDEN[:1], id="one sentence"),
        pytest.param(JAPANESE[:3], GARDEN[:3], id="three sentences"),
        pytest.param(["".join(JAPANESE)] * 3, [" ".join(GARDEN)] * 3, id="three long ones"),
        pytest.param(JAPANESE, ["This was in the garden."] * 11, id="hardly a word"),
        pytest.param([], GARDEN, id="nothing in Japanese"),
        pytest.param(JAPANESE, [], id="nothing in English"),
        pytest.param([], [], id="nothing at all"),
    ],
)
def test_too_little_text_is_never_refused(source: list[str], target: list[str], lexicon: Lexicon) -> None:
    assert verdict(source, target, lexicon) is None


def test_a_target_that_is_not_english_cannot_be_judged(lexicon: Lexicon) -> None:
    assert plausibility(align_sentences(JAPANESE, GERMAN, lexicon=lexicon)).strangers
    assert verdict(JAPANESE, GERMAN, lexicon) is None


def test_without_a_dictionary_nothing_is_refused() -> None:
    assert verdict(JAPANESE, GARDEN, Lexicon.none()) is None


def test_a_dictionary_that_knows_few_of_the_words_refuses_nothing(tmp_path: Path) -> None:
    with small_lexicon(tmp_path / "lexicon.sqlite", words=common_words()[::3]) as poor:
        assert plausibility(align_sentences(JAPANESE, GARDEN, lexicon=poor)).strangers
        assert verdict(JAPANESE, GARDEN, poor) is None


@pytest.mark.parametrize(
    ("evidence", "words", "sentences", "strangers"),
    [
        pytest.param(-0.55, 40, 4, True, id="short, next to nothing"),
        pytest.param(-0.45, 40, 4, False, id="short, little"),
        pytest.param(-0.45, 1000, 80, True, id="long, little"),
        pytest.param(-0.32, 1000, 80, False, id="long, a tenth of it in common"),
        pytest.param(-0.9, 39, 20, False, id="too few words"),
        pytest.param(-0.9, 900, 3, False, id="too few sentences"),
    ],
)
def test_more_is_asked_of_long_texts_and_nothing_of_very_short_ones(
    evidence: float, words: int, sentences: int, strangers: bool
) -> None:
    assert Plausibility(evidence, words, sentences).strangers == strangers


def bead(number: int, target: str, *weights: float, joined: bool = True) -> Bead:
    reasons = (*(Evidence("dictionary", "条約 = treaty", weight) for weight in weights), Evidence("length", "", 9.0))
    indices = (number,) if joined else ()
    return Bead("条" * 60, target, (number,), indices, 90.0, evidence=reasons if joined else ())


def test_the_evidence_is_that_of_joined_sentences_for_each_word() -> None:
    words = "treaty market parliament weapon garden"
    found = plausibility([bead(place, words, 2.0, 1.0) for place in range(10)])
    assert (found.words, found.sentences) == (50, 10)
    assert found.evidence == pytest.approx((3 - 3 * 0.9163) / 5, abs=1e-3)
    alone = [bead(place, words, joined=False) for place in range(10, 30)]
    assert plausibility([bead(place, words, 2.0, 1.0) for place in range(10)] + alone).evidence == found.evidence


def test_a_bead_that_names_as_many_reasons_as_it_may_counts_with_those_only() -> None:
    several = [1.0] * 8
    long = " ".join(f"word{'abcdefghijklmnopqrstuvwxyz'[place % 26] * (place // 26 + 1)}" for place in range(200))
    assert plausibility([bead(place, long, *several) for place in range(5)]).evidence == pytest.approx(1.0)


def test_long_texts_of_which_hardly_anything_was_joined_are_strangers() -> None:
    words = "treaty market parliament weapon garden"
    alone = [bead(place, words, joined=False) for place in range(1, 30)]
    source_only = [Bead("", words, (), (place,), 90.0) for place in range(30, 60)]
    assert plausibility([bead(0, "treaty", 2.0), *alone, *source_only]).evidence < -0.8
