"""Whether a stretch of Japanese is a word there, or a piece of a longer one: 京都 in 東京都."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import TYPE_CHECKING

from rnk_gloss.text.conjugation import FIVE_ROWS
from rnk_gloss.text.match_key import match_key
from rnk_gloss.text.script import Script, script_of

if TYPE_CHECKING:
    from sudachipy import Morpheme

INSIDE_LONGER_WORD = "inside a longer word"
INSIDE_LONGER_NUMBER = "inside a longer number"
GRAMMAR = "particles and endings, no word"

# Prefixes and suffixes that leave the term between them what it is: 本契約書, 新条約, 条約案, 契約者側, 金正恩氏.
_PREFIXES = frozenset("本当同各新旧前元現両全総副準再超対親反非未")
_EACH = "各"
_SUFFIXES = frozenset("側等者的化案時後前中内外間別用型式系製産性力率費額量数長員官権法論書類品物件名先元下上氏様殿")
# After two kanji or more these begin a particle, the copula or する; other kana may belong to a verb: 組合せ, 届く.
_AFTER_NOUNS = frozenset("をはがのにでともへやかなだしすさ、")
_NUMERALS, _LARGE_NUMERALS = frozenset("〇一二三四五六七八九十百千万億兆"), frozenset("十百千万億兆")
# C is neither C++ nor C#.
_IN_NAMES = frozenset("+#＋＃")
# Particles, auxiliaries and helping verbs: a few kana of them can spell a noun by chance, にし in 静かにして, いるか in
# しているか.
_GRAMMAR, _HELPING, _NOUN, _SUFFIX = ("助詞", "助動詞"), "非自立可能", "名詞", "接尾辞"
_SHORT_KANA = 3
_VERB = "動詞"
_JOINING_FORM, _ENDS_VERB = "連用形", frozenset("いきぎしちびみりえけげせべめれ")
_INFLECTED = frozenset({_VERB, "形容詞"})
# Verbs that say how another goes on, as the analyser gives them.
_PHASES = frozenset(
    (
        "始める",
        "はじめる",
        "続ける",
        "つづける",
        "終わる",
        "おわる",
        "終える",
        "おえる",
        "過ぎる",
        "すぎる",
        "直す",
        "なおす",
        "する",
    )
)
# Past, denied, polite, passive, wished …, and the particles that verbs are joined to others with.
_PARTICLE = "助詞"
_ENDINGS = frozenset(
    (
        "た",
        "ない",
        "ます",
        "れる",
        "られる",
        "せる",
        "させる",
        "たい",
        "たがる",
        "ぬ",
        "う",
        "よう",
        "まい",
        "て",
        "で",
        "ば",
        "たり",
    )
)
_CAUSATIVE = "せる"
_HONORIFICS = ("お", "ご", "御")
_REQUESTS = frozenset({"くださる", "下さる", "いただく", "頂く", "いただける", "頂ける", "願う"})
_ENDS_POTENTIAL = frozenset("えけげせてねべめれ")
_BEFORE_VOICED_PAST = ("ん", "い")
# 解除できる is how 解除する says that one can.
_SURU = frozenset({"する", "できる", "出来る"})


class Boundaries:
    """The word boundaries of one text: judged by script, and by the analyser where scripts do not tell."""

    __slots__ = ("_bounds", "_compounds", "_short_words", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._bounds: AbstractSet[int] | None = None
        self._short_words: Sequence[tuple[int, int, Morpheme]] | None = None
        self._starts: list[int] = []
        self._compounds: dict[int, tuple[int, Morpheme]] | None = None

    def refusal(self, start: int, end: int) -> str:
        """Why the stretch is no word of its own, or nothing if it is one."""
        if self._is_in_number(start, end):
            return INSIDE_LONGER_NUMBER
        left, right = self._runs_on(start), self._runs_on(end)
        if self._has_unit_after_number(start, end):
            left = None
        if Script.LATIN in {left, right} or self._text[end : end + 1] in _IN_NAMES:
            return INSIDE_LONGER_WORD
        if self._is_cut(start, end, left, right) or self._is_part_of_verb(start, end):
            return INSIDE_LONGER_WORD
        return GRAMMAR if self._is_short_kana(start, end) and self._is_grammar(start, end) else ""

    def inflected_end(self, start: int, end: int, key: str) -> int:
        """Where a form of a verb or adjective ends whose stem stands at `start:end`; 0 where that is no form of it.

        `key` is the match key of its dictionary form. The analyser says what its last word is, or する behind it, and
        which endings follow: 締結した, 使わない, 炒めて.
        """
        if self._word_at(start) is None:
            # お支払い is one word to the analyser.
            return self._end_of_request(start, end, key)
        for first, last, word in takewhile(lambda one: one[0] <= end, self._words_from(start)):
            following = self._word_at(last)
            kind = word.part_of_speech()[0]
            if first < end <= last and kind in _INFLECTED:
                if kind == _VERB and following is not None and _makes_compound(following):
                    return self._end_of_request(start, end, key)
                # In a compound the key keeps the kanji that a verb by itself has not: 引渡す, わたす.
                form = word.dictionary_form()
                is_form = _ends_in(key, match_key(form)) or _ends_in(key, form)
                if last == end and following is not None and following.dictionary_form() == _CAUSATIVE:
                    # 動かせない is of 動かす as much as of 動く.
                    is_form = is_form or key.endswith("す")
                return self._end_of_endings(last) if is_form else self._end_of_potential(start, end, key)
            if first == end and word.dictionary_form() in _SURU and key.endswith("する"):
                return self._end_of_endings(last)
        return self._end_of_request(start, end, key)

    def _end_of_request(self, start: int, end: int, key: str) -> int:
        """Where a polite request ends, or what someone honoured does: お支払いください, ご服用になりました."""
        text = self._text
        if text[start - 1 : start] not in _HONORIFICS:
            return 0
        if key[-1] in FIVE_ROWS and text[end : end + 1] == FIVE_ROWS[key[-1]][1]:
            end += 1
        first, last, word = next(self._words_from(end), (-1, -1, None))
        if word is None or first != end:
            return 0
        if word.surface() == "に" and (becoming := self._word_at(last)) is not None:
            return self._end_of_endings(last + len(becoming.surface())) if becoming.dictionary_form() == "なる" else 0
        return self._end_of_endings(last) if word.dictionary_form() in _REQUESTS else 0

    def _end_of_potential(self, start: int, end: int, key: str) -> int:
        """Where a form ends that says that one can: 書けない of 書く, 読み込めます of 読み込む; 開ける is none of 開く.

        The analyser knows which verbs in -eru are words of their own, of compounds where they are whole.
        """
        if self._text[end] not in _ENDS_POTENTIAL:
            return 0
        if self._compounds is None:
            from rnk_gloss.text.tokens import words

            self._compounds = {first: (last, word) for first, last, word in words(self._text, "C")}
        if start not in self._compounds:
            return 0
        last, word = self._compounds[start]
        is_potential = word.part_of_speech()[0] == _VERB and match_key(word.normalized_form()) == key
        return self._end_of_endings(last) if is_potential else 0

    def _end_of_endings(self, end: int) -> int:
        """Where the last of the endings stops that stand behind a verb or adjective."""
        for first, last, word in self._words_from(end):
            # だ behind 読ん and 泳い is た.
            is_past = word.surface() == "だ" and self._text.endswith(_BEFORE_VOICED_PAST, 0, first)
            is_polite_past = word.surface() == "でし" and self._text.endswith("ません", 0, first)
            if first != end or not (is_past or is_polite_past or word.dictionary_form() in _ENDINGS):
                break
            end = last
            if word.part_of_speech()[0] == _PARTICLE:
                break
        return end

    def _is_cut(self, start: int, end: int, left: Script | None, right: Script | None) -> bool:
        """Whether a word goes on beyond the stretch; the analyser is asked where the scripts of the text allow it."""
        has_ending, is_ending = self._may_have_ending(start, end), self._may_be_ending(start)
        if left is Script.KANJI and end - start == 1:
            # A kanji after others ends their word: 罪 in 共謀罪, 党 in 自民党; but 各国 are 国.
            return self._text[start - 1] != _EACH or end not in self._from_analyser()
        if not has_ending and end - start > 1 and self._has_only_affix(start, end, left, right):
            return False
        if not (left or right or has_ending or is_ending):
            return False
        bounds = self._from_analyser()
        if (left and start not in bounds) or ((right or has_ending) and end not in bounds):
            return True
        if left and self._begins_with_suffix(start):
            return True
        return is_ending and start not in bounds and not self._closes_noun(start, end)

    def _has_only_affix(self, start: int, end: int, left: Script | None, right: Script | None) -> bool:
        """Whether one prefix or one suffix is all that holds the term in its run of kanji."""
        text = self._text
        if left is Script.KANJI and not right:
            return text[start - 1] in _PREFIXES and self._runs_on(start - 1) is None
        if right is Script.KANJI and not left:
            return text[end] in _SUFFIXES and self._runs_on(end + 1) is None
        return False

    def _runs_on(self, place: int) -> Script | None:
        """The script of the word that may go on across a place. Letters and figures count as one script."""
        text = self._text
        if place in {0, len(text)}:
            return None
        before, after = _script(text[place - 1]), _script(text[place])
        if "ー" in {text[place - 1], text[place]}:
            # The long vowel mark belongs to the kana before it, in らーめん too.
            before = self._kana_before(place)
            after = before if text[place] == "ー" else after
        return before if before == after else None

    def _kana_before(self, place: int) -> Script | None:
        while place > 0 and self._text[place - 1] == "ー":
            place -= 1
        return _script(self._text[place - 1]) if place else Script.KATAKANA

    def _is_in_number(self, start: int, end: int) -> bool:
        """Whether a number goes on beyond the stretch: 3月 in 13月, 5mg in 0.5mg, G7 in G77, 三者 in 第三者."""
        text = self._text
        before = text[max(0, start - 2) : start]
        if before[-1:] == "第" and (text[start].isdecimal() or text[start] in _NUMERALS):
            return True
        if before[-1:].isdecimal() and (text[start].isdecimal() or text[start] in _LARGE_NUMERALS):
            return True
        if text[start].isdecimal() and before[:1].isdecimal() and before[1:] in {".", "．", ",", "，"}:
            return before[1:] in {".", "．"} or text[start : start + 3].isdecimal()
        after = text[end : end + 4]
        if not text[end - 1].isdecimal():
            return False
        return (
            after[:1].isdecimal()
            or (after[:1] in {".", "．"} and after[1:2].isdecimal())
            or (after[:1] in {",", "，"} and len(after) == 4 and after[1:].isdecimal())
        )

    def _has_unit_after_number(self, start: int, end: int) -> bool:
        """Whether the stretch is a unit in letters after its number: mg in 5mg."""
        return end - start > 1 and self._text[start].isalpha() and self._text[max(0, start - 1) : start].isdecimal()

    def _may_have_ending(self, start: int, end: int) -> bool:
        """Whether kana after the stretch may be the ending of a word of which it holds the kanji: 味 in 味わう."""
        text = self._text
        if end == len(text) or _script(text[end - 1]) is not Script.KANJI:
            return False
        if _script(text[end]) is not Script.HIRAGANA:
            return False
        return end - start == 1 or text[end] not in _AFTER_NOUNS

    def _may_be_ending(self, start: int) -> bool:
        """Whether kana after a kanji may be the ending of its word: ねた in 束ねた."""
        text = self._text
        return start > 0 and _script(text[start]) is Script.HIRAGANA and _script(text[start - 1]) is Script.KANJI

    def _begins_with_suffix(self, start: int) -> bool:
        """Whether the first word in the stretch belongs to the word before it: 員 of 員制度 in 裁判員制度."""
        # 府 of 府知事 in 大阪府知事 is not among them: whom it follows may as well have a governor.
        word = self._word_at(start) if self._text[start] in _SUFFIXES else None
        return word is not None and word.part_of_speech()[0] == _SUFFIX

    def _is_part_of_verb(self, start: int, end: int) -> bool:
        """Whether it makes one verb with what stands beside it: かき in かきまぜる, 切る in 締め切る."""
        return self._is_second_verb(start, end) or (self._is_short_kana(start, end) and self._is_first_verb(start, end))

    def _is_first_verb(self, start: int, end: int) -> bool:
        word, following = self._word_at(start), self._word_at(end)
        if word is None or following is None or self._word_before(end) != word:
            return False
        return _is_joined(word) and _makes_compound(following)

    def _is_second_verb(self, start: int, end: int) -> bool:
        """Whether a verb stands right before it with which it makes one; not 始める in 読み始める."""
        text = self._text
        # Few texts go on to the analyser, which takes long.
        if text[start - 1 : start] not in _ENDS_VERB or not "ぁ" <= text[end - 1] <= "ゖ":
            return False
        before, word = self._word_before(start), self._word_at(start)
        if before is None or word is None or not _makes_compound(word):
            return False
        return _is_joined(before)

    def _closes_noun(self, start: int, end: int) -> bool:
        """Whether kana are the last part of one noun: がん in 胃がん."""
        _, last, word = self._words()[bisect_left(self._starts, start) - 1]
        return start < last == end and word.part_of_speech()[0] == _NOUN

    def _is_short_kana(self, start: int, end: int) -> bool:
        return end - start <= _SHORT_KANA and all(
            _script(character) is Script.HIRAGANA for character in self._text[start:end]
        )

    def _is_grammar(self, start: int, end: int) -> bool:
        """Whether kana are but particles, auxiliaries and helping verbs there."""
        words = takewhile(lambda word: word[0] < end, self._words_from(start))
        inside = [word.part_of_speech() for _, _, word in words]
        return bool(inside) and all(part[0] in _GRAMMAR or part[1] == _HELPING for part in inside)

    def _from_analyser(self) -> AbstractSet[int]:
        if self._bounds is None:
            self._bounds = {place for start, end, _ in self._words() for place in (start, end)}
        return self._bounds

    def _words(self) -> Sequence[tuple[int, int, Morpheme]]:
        if self._short_words is None:
            from rnk_gloss.text.tokens import words

            self._short_words = words(self._text, "A")
            self._starts = [first for first, _, _ in self._short_words]
        return self._short_words

    def _words_from(self, place: int) -> Iterator[tuple[int, int, Morpheme]]:
        """The words that begin at a place or behind it."""
        words = self._words()
        for number in range(bisect_left(self._starts, place), len(words)):
            yield words[number]

    def _word_at(self, start: int) -> Morpheme | None:
        """The word that begins there."""
        first, _, word = next(self._words_from(start), (-1, -1, None))
        return word if first == start else None

    def _word_before(self, end: int) -> Morpheme | None:
        """The word that ends there."""
        words = self._words()
        number = bisect_left(self._starts, end) - 1
        return words[number][2] if number >= 0 and words[number][1] == end else None


def _is_joined(word: Morpheme) -> bool:
    """Whether it is a verb in the form that joins it to another."""
    parts = word.part_of_speech()
    return bool(parts[0] == _VERB and parts[5].startswith(_JOINING_FORM))


def _makes_compound(word: Morpheme) -> bool:
    """Whether a verb right behind another makes a new one of both: 巻き込む, but not 巻き始める."""
    return word.part_of_speech()[0] == _VERB and word.dictionary_form() not in _PHASES


def _ends_in(compound: str, verb: str) -> bool:
    """Whether one verb is the last part of another. The analyser gives 生ずる for 生じた and 愛す for 愛される."""
    verbs = {verb}
    if verb.endswith("ずる"):
        verbs.add(f"{verb[:-2]}じる")
    elif verb.endswith("す"):
        verbs.add(f"{verb}る")
    return compound.endswith(tuple(verbs))


def _script(character: str) -> Script | None:
    script = script_of(character)
    if script in {Script.KANJI, Script.HIRAGANA, Script.KATAKANA}:
        return script
    return Script.LATIN if character.isalnum() else None
