"""Who does what to whom: nouns whose particles are changed over between two texts."""

from __future__ import annotations

import re
from functools import lru_cache

from rnk_gloss.text.noun_spellings import BEINGS
from rnk_gloss.text.okurigana import is_kanji

_BEING = rf"(?<![ぁ-ゖ])(?:{'|'.join(BEINGS)})|(?<=[はがをにのとも])(?:{'|'.join(BEINGS)})"
# 田中さん is one noun.
_PERSON = "(?:さん|さま|ちゃん|くん|たち)"
_NOUN = r'[^\sぁ-ゖ、。,."()-]'
_ARGUMENT = re.compile(rf"((?<!{_NOUN}){_NOUN}++{_PERSON}?|{_BEING})(から|まで|より|が|を|に|へ|は|の)")

# A change of one particle for another that changes who acts on whom; は and が, に and へ may stand for each other.
_CONTRASTS = frozenset(
    frozenset(pair)
    for pair in (
        ("が", "を"),
        ("が", "に"),
        ("が", "から"),
        ("が", "より"),
        ("は", "を"),
        ("は", "に"),
        ("は", "から"),
        ("は", "より"),
        ("を", "に"),
        ("を", "から"),
        ("を", "より"),
        ("に", "から"),
        ("に", "より"),
        ("へ", "から"),
    )
)

_BESIDE = re.compile(r"と|や|か|または|および|ならびに|もしくは|・| |、|,|/|と、|や、")
_IN_LIST = re.compile(r"\W*(?:(?:and|or|nor)\b\W*)?(?:(?:the|an?)\b\W*)?")
# In each other's places these say who is meant, or how much; not who does it.
_SMALL_WORDS = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "any", "all", "each", "some", "its", "their")
)
_ALIKE = frozenset(map(frozenset, (("は", "が"), ("に", "へ"), ("は", "も"), ("が", "も"))))

_PASSIVE = re.compile("[かがさたなばまらわ]れ[るたてなずよ]")
# The particles of one noun in the active and in the passive.
_WHO_DOES = frozenset((active, passive) for active in "がは" for passive in ("に", "から"))
_TO_WHOM = frozenset(("を", passive) for passive in "がは")
# Who is asked to do something is not named: ドアは閉めてください and ドアを閉めてください.
_REQUEST = re.compile('(?:なさい|ください|てはいけない|てはならない|ないで)(?=[ "]|$)')
_TOPIC = frozenset("はを")
# Where something can be done or is wanted, what it is done to has が or を.
_STATE = (
    "[がを][^ がをはにで]{0,3}?(?:話せ|読め|書け|使え|買え|飲め|弾け|歌え|泳げ|作れ|でき|わか"
    "|(?:飲み|のみ|食べ|たべ|読み|よみ|買い|見|聞き|知り|しり|やり|し)た[いくか])"
)
_OBJECT_OR_PASSIVE = (
    "を(?![^ がを]{0,15}(?:[かがさたなばまらわ]れ[るたてな]))|が[^ がを]{0,15}[かがさたなばまらわ]れ[るたてな]"
)
# What nouns for people, bodies, countries and animals end in.
_WHO_ACTS = frozenset(
    "人者員長社国民女男性府省庁局会党軍県市町村校院所側部課団隊組手主師士官生客親子父母兄弟姉妹氏様君家族友敵夫妻娘孫"
    "甲乙丙私僕俺彼誰王帝臣軍兵警犬猫馬牛鳥狼熊鬼神米英仏独露中韓朝日伊印豪加欧方達々等"
)


@lru_cache(maxsize=4096)
def arguments(key: str) -> dict[str, str]:
    """The nouns of a match key with the particle after each; nouns that stand twice say nothing and are left out."""
    found: dict[str, str] = {}
    twice = set()
    for noun, particle in _ARGUMENT.findall(key):
        if noun in found:
            twice.add(noun)
        found[noun] = particle
    return {noun: particle for noun, particle in found.items() if noun not in twice}


def changed_roles(query: str, stored: str) -> tuple[str, ...]:
    """The nouns that changed their part in the sentence between two match keys, in the query's order; or none."""
    ours, theirs = arguments(query), arguments(stored)
    moved = [noun for noun, particle in ours.items() if theirs.get(noun, particle) != particle]
    if moved and are_two_voices(query, stored):
        return ()
    for first in moved:
        for second in moved:
            if first != second and ours[first] == theirs[second] and ours[second] == theirs[first]:
                return (first, second)
    both_ask = _REQUEST.search(query) and _REQUEST.search(stored)
    return tuple(
        noun
        for noun in moved
        if frozenset((ours[noun], theirs[noun])) in _CONTRASTS
        and (frozenset((ours[noun], theirs[noun])) != _TOPIC or (_can_act(noun) and not both_ask))
        and not (_is_object_of_state(noun, query) and _is_object_of_state(noun, stored))
        and not (_is_done_to(noun, query) and _is_done_to(noun, stored))
    )


def are_two_voices(query: str, stored: str) -> bool:
    """Whether one match key says in the passive what the other says in the active, with the same parts: 警官が泥棒を
    捕まえた and 泥棒が警官に捕まえられた."""
    is_passive = _PASSIVE.search(query) is not None
    if is_passive == (_PASSIVE.search(stored) is not None):
        return False
    active, passive = map(arguments, (stored, query) if is_passive else (query, stored))
    changed = {
        (particle, passive[noun]) for noun, particle in active.items() if passive.get(noun, particle) != particle
    }
    return bool(changed & _WHO_DOES) and bool(changed & _TO_WHOM) and changed <= _WHO_DOES | _TO_WHOM


def are_exchanged(word: str, other: str, between: str) -> bool:
    """Whether two words mean something else in each other's places, with `between` them in the one text. 東京と大阪 are
    the same two cities in any order, and は and が often do the same."""
    return not _BESIDE.fullmatch(between) and frozenset((word, other)) not in _ALIKE


def words_exchanged(word: str, other: str, between: str) -> bool:
    """The same for a language with spaces: not of two in a list, nor of *the* and its like; but of parties A and B."""
    are_letters = len(word) == len(other) == 1
    return not _IN_LIST.fullmatch(between) and (are_letters or _SMALL_WORDS.isdisjoint((word, other)))


def _is_done_to(noun: str, key: str) -> bool:
    """Whether something is done to a noun: 値が返される and 値を返す."""
    place = key.find(noun) + len(noun)
    return re.compile(_OBJECT_OR_PASSIVE).match(key, place) is not None


def _is_object_of_state(noun: str, key: str) -> bool:
    """Whether a noun that is no being is what can be done or is wanted: 英語が話せる, 水を飲みたい."""
    place = key.find(noun) + len(noun)
    if noun[-1] in _WHO_ACTS or re.search(f"{_PERSON}$", noun):
        return False
    return re.compile(_STATE).match(key, place) is not None


def _can_act(noun: str) -> bool:
    """Whether a noun may be someone who does something. 契約は破棄する speaks of what is done to a contract, as 契約を
    does; 部長は and 部長を are two parts."""
    return noun[-1] in _WHO_ACTS or not is_kanji(noun[-1])
