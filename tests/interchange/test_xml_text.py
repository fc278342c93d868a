from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from rnk_gloss.interchange.report import Loss, LossTally
from rnk_gloss.interchange.xml_text import escaped_attribute, escaped_text, written_attribute, written_text

# What no XML file can hold, by the letter of the recommendation, and signs that mean something in one.
ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TEXTS = st.text(st.characters() | st.sampled_from("&<>\"'\t\n\r\x0b\x85\u2028\ufffe\ud800 扉😀]"))


@example("a & b")
@example("<扉>")
@example("]]>")
@example('"\t\n\r')
@given(TEXTS)
def test_what_is_written_is_what_xml_reads_but_for_what_it_cannot_hold(text: str) -> None:
    losses = LossTally()
    between, quoted = written_text(text, losses), written_attribute(text, losses)
    read = etree.fromstring(f"<seg type={quoted}>{between}</seg>".encode())
    assert (read.text or "", read.get("type")) == (ILLEGAL.sub("", text),) * 2
    lost = 2 * len(ILLEGAL.findall(text))
    assert losses.report().losses == ((Loss("characters that XML does not allow", lost),) if lost else ())


@example("a & b")
@example("<扉>")
@example("]]>")
@example('"\t\n\r')
@given(TEXTS)
def test_a_text_that_is_escaped_keeps_every_character(text: str) -> None:
    legal = ILLEGAL.sub("", text)
    read = etree.fromstring(f"<seg type={escaped_attribute(legal)}>{escaped_text(legal)}</seg>".encode())
    assert (read.text or "", read.get("type")) == (legal, legal)
