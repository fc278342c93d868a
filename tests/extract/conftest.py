from __future__ import annotations

from collections.abc import Iterator

import pytest

from rnk_gloss.extract.knowledge import Knowledge
from rnk_gloss.lexicon.dictionary import Lexicon
from tests.small_lexicon import common_names, common_words, name, small_lexicon, word

WORDS = (
    word("裁判所", "さいばんしょ", "court", band=2),
    word("国際司法裁判所", "こくさいしほうさいばんしょ", "International Court of Justice;ICJ"),
    word("自動", "じどう", "automatic;automatic operation", band=4),
    word("参戦", "さんせん", "participation in war", parts="S"),
    word("条項", "じょうこう", "clause;article", band=6),
    word("憲章", "けんしょう", "charter", band=9),
    word("国連憲章", "こくれんけんしょう", "UN Charter"),
    word("人民", "じんみん", "people", band=8),
    word("相互", "そうご", "mutual;reciprocal", band=5),
    word("協議", "きょうぎ", "talks;conference", band=2, parts="S"),
    word("半導体", "はんどうたい", "semiconductor", band=7),
    word("装置", "そうち", "equipment;device", band=3),
    word("製造", "せいぞう", "manufacture;production", band=4, parts="S"),
    word("気候", "きこう", "climate", band=6),
    word("変動", "へんどう", "change;fluctuation", band=3, parts="S"),
    word("気候変動", "きこうへんどう", "climate change"),
    word("なき", "なき", "lacking;without"),
    word("ソウル", "そうる", "soul;soul music"),
    word("沿岸", "えんがん", "coast line;coastal;shore", band=7),
    word("白血球", "はっけっきゅう", "white blood cell;leukocyte"),
    word("枠組み", "わくぐみ", "framework", band=5),
)
NAMES = (
    name("山田太郎", "やまだたろう", "Yamada Tarou", types="person"),
    name("林", "はやし", "Hayashi", types="surname"),
    name("真央", "まお", "Mao", types="fem"),
    name("エマニュエル", "エマニュエル", "Emmanuel", types="masc"),
    name("マクロン", "マクロン", "Macron", types="surname"),
    name("京都", "きょうと", "Kyoto", types="place"),
    name("ソウル", "ソウル", "Seoul", types="place"),
)


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lexicon]:
    """The small dictionary with the words and names that these tests speak of."""
    path = tmp_path_factory.mktemp("extract") / "lexicon"
    with small_lexicon(path, [*common_words(), *WORDS], [*common_names(), *NAMES]) as opened:
        yield opened


@pytest.fixture(scope="session")
def knowledge(lexicon: Lexicon) -> Knowledge:
    return Knowledge(lexicon)
