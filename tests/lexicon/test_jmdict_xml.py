from __future__ import annotations

from pathlib import Path

import pytest

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon import source_stream
from rnk_gloss.lexicon.jmdict_xml import XmlDictionary
from rnk_gloss.lexicon.source import DictionarySource
from tests.lexicon.dictionary_texts import (
    DECLARED,
    NAMES_XML,
    WORD_ENTITIES,
    WORDS_XML,
    written,
)
from tests.lexicon.small_source import NOUN, small_source

PLAIN_ENTRY = (
    "<entry><ent_seq>{number}</ent_seq><r_ele><reb>あ</reb></r_ele><sense>{sense}<gloss>ah</gloss></sense></entry>"
)


def words_xml(*, entities: str = WORD_ENTITIES, sense: str = "", number: str = "7") -> str:
    return DECLARED.format(root="JMdict", entities=entities, entries=PLAIN_ENTRY.format(number=number, sense=sense))


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_words_and_names_are_those_of_jamdict(tmp_path: Path, packed: bool) -> None:
    words = XmlDictionary(written(tmp_path / "words", WORDS_XML, packed=packed))
    names = XmlDictionary(written(tmp_path / "names", NAMES_XML, packed=packed))
    with DictionarySource(small_source(tmp_path / "jamdict.db")) as expected:
        # The last entry of the database tells its date.
        assert list(words.words()) == [word for word in expected.words() if word.number < 1000]
        assert list(names.names()) == list(expected.names())


def test_it_says_what_it_is(tmp_path: Path) -> None:
    assert XmlDictionary(written(tmp_path / "JMdict_e", WORDS_XML)).about() == {
        "source": "JMdict_e (JMdict of 2024-02-03)",
        "jmdict_date": "2024-02-03",
        "jmnedict_date": "",
    }
    assert XmlDictionary(written(tmp_path / "names", NAMES_XML)).about()["jmnedict_date"] == "2024-02-03"


@pytest.mark.parametrize(
    ("sense", "expected"),
    [
        pytest.param("<pos>&n;</pos>", ((NOUN,), (), ()), id="known-code-has-the-wording-of-jamdict"),
        pytest.param("<field>&newcode;</field>", ((), (), ("a field of tomorrow",)), id="new-code-has-its-own-text"),
        pytest.param("<misc>archaism</misc>", ((), ("archaism",), ()), id="text-instead-of-an-entity"),
        pytest.param("<misc>&uk;</misc><misc>&#65;</misc>", ((), ("word usually written using kana alone", "A"), ()),
                     id="character-reference"),
    ],
)  # fmt: skip
def test_codes_stand_for_texts(tmp_path: Path, sense: str, expected: tuple[tuple[str, ...], ...]) -> None:
    (word,) = XmlDictionary(written(tmp_path / "words", words_xml(sense=sense))).words()
    assert (word.senses[0].parts_of_speech, word.senses[0].marks, word.senses[0].fields) == expected


def test_parts_of_speech_hold_until_others_are_given(tmp_path: Path) -> None:
    text = words_xml(sense="<pos>&n;</pos><gloss>first</gloss></sense><sense>")
    (word,) = XmlDictionary(written(tmp_path / "words", text)).words()
    assert [sense.parts_of_speech for sense in word.senses] == [(NOUN,), (NOUN,)]


def test_a_sense_of_one_reading_and_a_search_form(tmp_path: Path) -> None:
    text = words_xml(
        entities='<!ENTITY sk "search-only kana form">',
        sense="<stagr>い</stagr><gloss>only here</gloss></sense><sense>",
    ).replace("</r_ele>", "</r_ele><r_ele><reb>い</reb><re_inf>&sk;</re_inf></r_ele>", 1)
    (word,) = XmlDictionary(written(tmp_path / "words", text)).words()
    assert [(form.form, form.senses, form.irregular) for form in word.forms] == [("あ", (1,), False), ("い", (), True)]


BOMB = "\n".join(
    ['<!ENTITY a "ha">', *(f'<!ENTITY {new} "&{old};&{old};">' for old, new in zip("abcd", "bcde", strict=True))]
)


@pytest.mark.parametrize(
    ("entities", "message"),
    [
        pytest.param(BOMB, ":8: the entity b has other entities", id="entities-in-entities"),
        pytest.param('<!ENTITY n SYSTEM "file:///etc/hostname">', ":7: .*leads out of the file", id="external-entity"),
        pytest.param('<!ENTITY n PUBLIC "x" "http://localhost/x">', "leads out of the file", id="public-entity"),
        pytest.param('<!ENTITY % p "x">', "not understood", id="parameter-entity"),
        pytest.param('<!ENTITY % p SYSTEM "http://localhost/x"> %p;', "not understood", id="external-parameter-entity"),
        pytest.param('<!ENTITY n "&#38;#38;n;">', "has other entities", id="character-reference-in-an-entity"),
        pytest.param('<!ENTITY n "<pos/>">', "or elements in it", id="elements-in-an-entity"),
        pytest.param('<!ATTLIST gloss xml:lang CDATA "&n;">', "not understood", id="entity-in-a-default"),
        pytest.param("".join(f'<!ENTITY e{i} "x">' for i in range(1001)), "more than 1,000 entities", id="too-many"),
        pytest.param(f'<!ENTITY n "{"x" * 301}">', "longer than 300 characters", id="too-long"),
        pytest.param("<!ENTITY n ", "not understood", id="cut-off"),
        pytest.param("]>x<![", "not well-formed", id="a-second-list"),
    ],
)
def test_declarations_of_an_attacker_are_refused(tmp_path: Path, entities: str, message: str) -> None:
    path = written(tmp_path / "words", words_xml(entities=entities, sense="<pos>&n;</pos>"))
    with pytest.raises(InputError, match=message) as refusal:
        list(XmlDictionary(path).words())
    assert str(path) in refusal.value.message
    assert refusal.value.hint


def test_an_external_document_type_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "words", '<!DOCTYPE JMdict SYSTEM "http://localhost/x.dtd"><JMdict></JMdict>')
    with pytest.raises(InputError, match="more than a list of declarations"):
        XmlDictionary(path)


def test_declarations_cannot_hide_in_another_encoding(tmp_path: Path) -> None:
    text = words_xml(entities='<!ENTITY n SYSTEM "file:///etc/hostname">').replace("UTF-8", "UTF-16")
    with pytest.raises(InputError):
        list(XmlDictionary(written(tmp_path / "words", text, encoding="utf-16")).words())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(WORDS_XML[:-60], r":\d+: not well-formed", id="cut-off"),
        pytest.param(
            WORDS_XML.replace("&oK;", "&unknown;"), ":25: not well-formed XML: Entity 'unknown'", id="unknown-entity"
        ),
        pytest.param(words_xml(number="x"), r":\d+: an entry without a number", id="no-number"),
        pytest.param(words_xml(number="123456789"), "without a number", id="number-too-large"),
        pytest.param("<html><body/></html>", "neither JMdict nor JMnedict: the first element is <html>", id="html"),
    ],
)
def test_files_that_are_damaged(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path / "words", text)
    with pytest.raises(InputError, match=message) as refusal:
        list(XmlDictionary(path).words())
    assert str(path) in refusal.value.message


def test_a_packed_file_that_is_cut_off(tmp_path: Path) -> None:
    path = written(tmp_path / "words.gz", WORDS_XML, packed=True)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(InputError, match="damaged or cut off"):
        list(XmlDictionary(path).words())


def test_one_endless_entry_does_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_stream, "MOST_BYTES_OF_ENTRY", 300_000)
    path = written(tmp_path / "words", words_xml(sense="<gloss>x</gloss>" * 40_000), packed=True)
    with pytest.raises(InputError, match="an entry of more than 300,000 bytes"):
        list(XmlDictionary(path).words())


def test_entries_that_have_been_read_are_let_go_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_stream, "MOST_BYTES_OF_ENTRY", 300_000)
    entries = "".join(PLAIN_ENTRY.format(number=number, sense="") for number in range(6_000))
    path = written(tmp_path / "words", DECLARED.format(root="JMdict", entities="", entries=entries))
    parents = (entry.getparent() for entry in XmlDictionary(path)._entries())
    assert max(len(parent) for parent in parents if parent is not None) < 1_000
