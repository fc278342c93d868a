"""Names of operations and evidence in the language of the screen, from the English that stands in the store."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rnk_gloss.model.entry import Entry, Evidence, Origin, Target
from rnk_gloss.model.evidence_details import TermReason
from rnk_gloss.model.selection import EntrySelection
from rnk_gloss.model.span import Span
from rnk_gloss.model.template import understood
from rnk_gloss.service.glossary import Glossary
from rnk_gloss.text.script import is_japanese
from rnk_gloss.tui.evidence_words import evidence_in_words, short_evidence, term_reason
from rnk_gloss.tui.preferences import Preferences
from rnk_gloss.tui.template_words import category_words, operation_words
from rnk_gloss.tui.wording import ENGLISH, speak
from tests.small_lexicon import small_lexicon
from tests.tui.running import review, sheet_text, toasts

pytestmark = pytest.mark.usefixtures("japanese")

SAMPLES = Path(__file__).parents[2] / "samples"
JAPANESE = Preferences(language="ja")


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        pytest.param("approve entry 12", "用語 12 の承認", id="承認"),
        pytest.param("reject 3 segments", "対訳文 3 件の却下", id="まとめて却下"),
        pytest.param("add entry 貯蔵庫", "用語「貯蔵庫」の追加", id="追加"),
        pytest.param("extract a.txt and 4 more", "抽出: a.txt ほか 4 件", id="抽出"),
        pytest.param("import approve entry 3.tsv", "取り込み: approve entry 3.tsv", id="名に似たファイル"),
        pytest.param("zap entry 3", "zap entry 3", id="知らない版の操作"),
    ],
)
def test_the_name_of_an_operation(stored: str, said: str) -> None:
    assert operation_words(stored) == said
    speak(ENGLISH)
    assert operation_words(stored) == stored


ENTRY = Entry(1, "湿度計", reading="しつどけい")


@pytest.mark.parametrize(
    ("kind", "detail", "full", "short"),
    [
        pytest.param(
            "parallel text",
            "in 2 of 3 aligned segments; also: gauge 1×",
            "対訳文 3 件中 2 件、ほかに gauge 1×",
            "対訳 3 件中 2 件, ほかに gauge 1×",
            id="対訳",
        ),
        pytest.param(
            "parallel text",
            "in 1 of 1 aligned segment",
            "対訳文 1 件中 1 件",
            "対訳 1 件中 1 件",
            id="対訳一件",
        ),
        pytest.param(
            "dictionary",
            "JMdict 1320750: 湿度計 [しつどけい]",
            "辞書: JMdict 1320750: 湿度計 [しつどけい]",
            "JMdict",
            id="辞書",
        ),
        pytest.param(
            "dictionary",
            "JMdict 1320750: 湿度計 [しめりばかり]",
            "辞書: JMdict 1320750: 湿度計 [しめりばかり]",
            "JMdict: 湿度計 [しめりばかり]",
            id="辞書の別の読み",
        ),
        pytest.param(
            "house list", "湿度計: press usage", "定訳表: 湿度計: 報道での訳", "定訳表: 報道での訳", id="定訳表"
        ),
        pytest.param(
            "house list", "湿度計: 社内の表", "定訳表: 湿度計: 社内の表", "定訳表: 社内の表", id="自分の定訳表"
        ),
        pytest.param(
            "composition",
            "humidity (湿度: JMdict 1320740) + meter (計: suffix)",
            "部分から: humidity (湿度: JMdict 1320740) + meter (計: 接尾辞)",
            "部分から: 湿度 + 計",
            id="部分から",
        ),
        pytest.param(
            "composition",
            "moist (湿: learned from compounds) + – (計: suffix)",
            "部分から: moist (湿: 複合語から学習) + – (計: 接尾辞)",
            "部分から: 湿 + 計",
            id="訳のない部分",
        ),
        pytest.param("gloss", "English name in the text", "本文の英語名", "本文の英語名", id="併記"),
        pytest.param(
            "sound",
            "ボルドー: by sound, printed as Bordeaux",
            "ボルドー: 音から、本文では Bordeaux",
            "ボルドー: 音から、本文では Bordeaux",
            id="音から",
        ),
        pytest.param(
            "name",
            "金: surname of 18 established names",
            "固有名: 金: 定訳のある 18 人の姓",
            "固有名: 金: 定訳のある 18 人の姓",
            id="姓",
        ),
        pytest.param("dictionary", "country table: 湿度計", "国名表: 湿度計", "国名表", id="国名表"),
        pytest.param(
            "oracle", "seen in a dream", "oracle: seen in a dream", "oracle: seen in a dream", id="知らない版の根拠"
        ),
        pytest.param("composition", "number (12) [x", "部分から: number (12) [x", "number (12) [x", id="壊れた根拠"),
        pytest.param(
            "composition",
            "湿度計: learned from compounds",
            "部分から: 湿度計: 複合語から学習",
            "複合語から学習",
            id="複合語から",
        ),
        pytest.param(
            "dictionary",
            "JMdict 1: 湿度計 [シツドけい]",
            "辞書: JMdict 1: 湿度計 [シツドけい]",
            "JMdict",
            id="片仮名の読み",
        ),
    ],
)
def test_evidence_for_a_target(kind: str, detail: str, full: str, short: str) -> None:
    item = Evidence(kind, detail)
    assert evidence_in_words(item) == full
    assert short_evidence(Target("hygrometer", evidence=(item,)), ENTRY) == [short]


@pytest.mark.parametrize(
    ("kind", "detail", "full", "short"),
    [
        pytest.param(
            "FLR",
            "11 occurrences, 2 left and 6 right neighbours",
            "頻度: 11 回出現、隣り合う語は前に 2、後ろに 6",
            "頻度",
            id="頻度",
        ),
        pytest.param("shape", "a compound of 3 words", "語形: 3 語の複合語", "3 語の複合語", id="複合語"),
        pytest.param(
            "nested",
            "only inside longer terms; stands alone elsewhere",
            "部分: 長い用語の中だけに出現（ほかで単独で出現）",
            "長い用語の中だけに出現（ほかで単独で出現）",
            id="入れ子",
        ),
        pytest.param("dictionary", "JMdict 1320750", "辞書: JMdict 1320750", "辞書にある", id="辞書"),
        pytest.param(
            "loose end",
            "its head 関係者 names nothing",
            "切れ目: 末尾の「関係者」だけでは何も表さない",
            "末尾の「関係者」だけでは何も表さない",
            id="切れ目",
        ),
        pytest.param("oracle", "dreamt", "oracle: dreamt", "oracle", id="知らない版の根拠"),
    ],
)
def test_evidence_for_a_term(kind: str, detail: str, full: str, short: str) -> None:
    item = Evidence(kind, detail, 5)
    assert evidence_in_words(item) == full
    assert term_reason(item) == short


def test_where_in_which_document_is_said_behind_it() -> None:
    item = Evidence("gloss", "abbreviation in the text", 96, "x/ja.txt", Span(12, 15))
    assert evidence_in_words(item) == "本文の略語 (x/ja.txt 12–15)"
    assert short_evidence(Target("HM", evidence=(item,)), ENTRY) == ["本文の略語 (ja.txt 12–15)"]
    assert short_evidence(Target("HM", origin=Origin.IMPORT), ENTRY) == ["取り込み"]


def test_the_same_list_is_no_reason_twice() -> None:
    both = (Evidence("house list", "湿度計: press usage"), Evidence("name", "湿度計: press usage"))
    assert short_evidence(Target("hygrometer", evidence=both), ENTRY) == ["定訳表: 報道での訳"]


def test_a_category_that_a_person_made_up_stays_as_it_is() -> None:
    assert category_words("organisation") == "組織"
    assert category_words("approve") == "approve"
    assert category_words("醸造") == "醸造"


def test_every_reason_that_an_extraction_gives_is_said_in_japanese(tmp_path: Path) -> None:
    with (
        small_lexicon(tmp_path / "lexicon.sqlite") as lexicon,
        Glossary.open(tmp_path / "samples.db", lexicon=lexicon) as glossary,
    ):
        glossary.extract_all([SAMPLES])
        entries = [glossary.entry(key) for key in glossary.entry_ids(EntrySelection())]
    own = {item.detail for entry in entries for item in entry.evidence}
    assert not {detail for detail in own if understood(TermReason, detail) is None}
    of_targets = {item for entry in entries for target in entry.targets for item in target.evidence}
    said = {item: evidence_in_words(item) for item in of_targets}
    assert min(len(own), len(said)) > 50
    assert not {words for words in said.values() if _ENGLISH.search(words)}
    assert not {words for words in said.values() if not any(map(is_japanese, words))}


# A source that nobody knew, as it would be left behind a word: (集: suffix)
_ENGLISH = re.compile(r": [a-z][a-z ]*(?=$|\)| \+)")


async def test_card_history_and_toasts_are_japanese(store: Path) -> None:
    async with review(store, preferences=JAPANESE) as pilot:
        await pilot.press("a", "u")
        assert "の承認" in toasts(pilot)
        await pilot.press("a", "k")
        assert "用語 1 の承認（aki）" in sheet_text(pilot, "card")
