from __future__ import annotations

from rnk_gloss.lexicon.compound_phrases import CompoundPhrases
from rnk_gloss.lexicon.compounds import CompoundCorpus
from rnk_gloss.lexicon.writer import Word
from tests.small_lexicon import word

COMPOUNDS = [
    word("高校生活", "こうこうせいかつ", "high school life"),
    word("日常生活", "にちじょうせいかつ", "daily life;everyday life"),
    word("私生活", "しせいかつ", "private life"),
    word("高校教育", "こうこうきょういく", "high school education"),
    word("高校教師", "こうこうきょうし", "high school teacher"),
    word("高校改革", "こうこうかいかく", "reform of high school"),
    word("社会教育", "しゃかいきょういく", "social education"),
    word("英語教師", "えいごきょうし", "teacher of English"),
]


def phrases(words: list[Word]) -> dict[tuple[str, bool], CompoundPhrases]:
    corpus = CompoundCorpus()
    for each in words:
        corpus.add_word(each)
    return {(part.unit, part.head): part for part in corpus.learn(lambda _: None).phrases}


def test_words_that_stand_together_are_one_wording() -> None:
    part = phrases(COMPOUNDS)["高校", False]
    assert part.seen == 4
    assert part.phrases[0] == ("high school", 4)


def test_what_translates_another_part_does_not_belong_to_it() -> None:
    assert phrases(COMPOUNDS)["教師", True].phrases == (("teacher", 2),)


def test_a_part_can_be_silent() -> None:
    languages = [
        word("フランス語", "フランスご", "French"),
        word("ドイツ語", "ドイツご", "German"),
        word("フランス製", "フランスせい", "French"),
        word("ドイツ製", "ドイツせい", "German"),
    ]
    assert ("", 2) in phrases(languages)["語", True].phrases
