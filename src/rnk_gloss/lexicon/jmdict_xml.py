"""The files `JMdict`, `JMdict_e` and `JMnedict.xml` of the EDRDG, packed or not.

Their form: https://www.edrdg.org/jmdict/jmdict_dtd_h.html and https://www.edrdg.org/enamdict/enamdict_doc.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rnk_gloss.errors import InputError
from rnk_gloss.lexicon.dictionary import Sense
from rnk_gloss.lexicon.entity_declarations import read_prologue
from rnk_gloss.lexicon.labels import labels, word_labels
from rnk_gloss.lexicon.source_stream import SourceStream, source_head
from rnk_gloss.lexicon.word_forms import (
    IRREGULAR_SPELLINGS,
    LimitedSense,
    Spelling,
    Translation,
    assembled_name,
    assembled_word,
)
from rnk_gloss.lexicon.writer import Name, Word

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD_ROOT, NAME_ROOT = "JMdict", "JMnedict"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_DIGITS = 8


class XmlDictionary:
    """The entries of one XML file: of JMdict its words, of JMnedict its names; English glosses only.

    Raises `InputError` when the file is neither, or declares more than the codes of a dictionary.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.share_read = 0.0
        prologue = read_prologue(source_head(path).decode("utf-8", errors="replace"), path)
        if prologue.root not in {WORD_ROOT, NAME_ROOT}:
            raise InputError(
                f"{path}: neither JMdict nor JMnedict: the first element is <{prologue.root}>",
                hint="give JMdict_e or JMnedict.xml, packed or not",
            )
        self._root, self._date = prologue.root, prologue.date
        self.has_words, self.has_names = self._root == WORD_ROOT, self._root == NAME_ROOT
        # A code of names means something else among words: `fem` is a type there and a usage here.
        self._texts = {**prologue.entities, **(word_labels() if self.has_words else labels("name"))}

    def about(self) -> dict[str, str]:
        """What the data is: `source` in words, `jmdict_date` and `jmnedict_date` (ISO, empty where not known)."""
        return {
            "source": f"{self._path.name} ({self._root}{f' of {self._date}' if self._date else ''})",
            "jmdict_date": self._date if self.has_words else "",
            "jmnedict_date": self._date if self.has_names else "",
        }

    def words(self) -> Iterator[Word]:
        """Every entry of JMdict with an English gloss, in the order of the file."""
        for entry in self._entries():
            senses = self._senses(entry)
            if senses:
                kanji = [self._spelling(element, "ke") for element in entry.iterfind("k_ele")]
                kana = [self._spelling(element, "re") for element in entry.iterfind("r_ele")]
                yield assembled_word(self._number(entry), kanji, kana, senses)

    def names(self) -> Iterator[Name]:
        """Every entry of JMnedict, in the order of the file."""
        for entry in self._entries():
            kanji = [text for element in entry.iterfind("k_ele") for text in _texts(element, "keb")]
            kana = [text for element in entry.iterfind("r_ele") for text in _texts(element, "reb")]
            translations = [
                Translation(glosses, _coded(element, "name_type", self._texts))
                for element in entry.iterfind("trans")
                if (glosses := _english(element, "trans_det"))
            ]
            yield assembled_name(self._number(entry), kanji, kana, translations)

    def close(self) -> None:
        """Nothing is held open between readings."""

    def _entries(self) -> Iterator[_Element]:
        """Each entry; what has been handed out is emptied when the next one is asked for."""
        from lxml import etree

        with SourceStream(self._path) as stream:
            context = etree.iterparse(
                stream,
                events=("end",),
                tag="entry",
                # The declarations were read as UTF-8: the parser must not take them for anything else.
                encoding="utf-8",
                resolve_entities=False,
                load_dtd=False,
                no_network=True,
                huge_tree=False,
                remove_comments=True,
                remove_pis=True,
            )
            try:
                for _, entry in context:
                    stream.entry_ends()
                    self.share_read = stream.share_read
                    yield entry
                    entry.clear()
                    parent = entry.getparent()
                    while parent is not None and entry.getprevious() is not None:
                        del parent[0]
            except etree.XMLSyntaxError as error:
                # The exception tells of what came of it, the log of what was wrong.
                faults = [(fault.line, fault.message) for fault in context.error_log.filter_from_errors()]
                line, reason = faults[0] if faults else (error.lineno or 0, error.msg or "it ends too early")
                raise InputError(
                    f"{self._path}:{line}: not well-formed XML: {reason.partition(', line ')[0]}",
                    hint="download the file again",
                ) from error

    def _number(self, entry: _Element) -> int:
        number = (entry.findtext("ent_seq") or "").strip()
        if not (number.isascii() and number.isdigit() and len(number) <= MOST_DIGITS):
            raise InputError(
                f"{self._path}:{entry.sourceline}: an entry without a number (ent_seq)", hint="download the file again"
            )
        return int(number)

    def _spelling(self, element: _Element, kind: str) -> Spelling:
        notes = _coded(element, f"{kind}_inf", self._texts)
        return Spelling(
            next(iter(_texts(element, f"{kind}b")), ""),
            _texts(element, f"{kind}_pri"),
            irregular=not IRREGULAR_SPELLINGS.isdisjoint(notes),
            kanji_only=frozenset(_texts(element, "re_restr")),
            without_kanji=element.find("re_nokanji") is not None,
        )

    def _senses(self, entry: _Element) -> list[LimitedSense]:
        senses: list[LimitedSense] = []
        parts_of_speech: tuple[str, ...] = ()
        for element in entry.iterfind("sense"):
            # The parts of speech of a sense hold for those after it, until others are given.
            parts_of_speech = _coded(element, "pos", self._texts) or parts_of_speech
            if glosses := _english(element, "gloss"):
                sense = Sense(
                    glosses,
                    parts_of_speech,
                    _coded(element, "misc", self._texts),
                    _coded(element, "field", self._texts),
                )
                senses.append(
                    LimitedSense(sense, frozenset(_texts(element, "stagk")), frozenset(_texts(element, "stagr")))
                )
        return senses


def _texts(element: _Element, tag: str) -> tuple[str, ...]:
    return tuple(text for child in element.iterfind(tag) if (text := (child.text or "").strip()))


def _english(element: _Element, tag: str) -> tuple[str, ...]:
    return tuple(
        text
        for child in element.iterfind(tag)
        if child.get(LANGUAGE, "eng") == "eng" and (text := "".join(map(str, child.itertext())).strip())
    )


def _coded(element: _Element, tag: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The texts of elements that hold an entity (`<pos>&n;</pos>`), or the text itself."""
    found = []
    for child in element.iterfind(tag):
        code = next((str(node.name) for node in child if hasattr(node, "name")), None)
        text = (child.text or "").strip() if code is None else texts.get(code, code)
        if text:
            found.append(text)
    return tuple(found)
